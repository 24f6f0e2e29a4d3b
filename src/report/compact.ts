import {escapeLine} from '../text/escape.ts'
import type {RunReport} from './types.ts'

/**
 * One line a finding, as compilers write them: `path:line:column: level: message [rule]`. Nothing else,
 * and the level in English in every language, so that tools can match it.
 */
export function* compact({files}: RunReport): Iterable<string> {
  for (const {path, findings} of files) {
    for (const {start, level, message, rule} of findings) {
      const place = `${escapeLine(path)}:${start.line}:${start.column}`
      yield `${place}: ${level}: ${escapeLine(message)} [${escapeLine(rule)}]\n`
    }
  }
}
