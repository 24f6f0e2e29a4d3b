import {escapeLine} from '../text/escape.ts'
import type {RunReport} from './types.ts'

/**
 * One line a finding, as compilers write them: `path:line:column: level: message [rule]`. Nothing else,
 * and the level in English in every language, so that tools can match it.
 */
export function compact({files}: RunReport): string {
  return files
    .flatMap(({path, findings}) =>
      findings.map(({start, level, message, rule}) => {
        const place = `${escapeLine(path)}:${start.line}:${start.column}`
        return `${place}: ${level}: ${escapeLine(message)} [${escapeLine(rule)}]\n`
      }),
    )
    .join('')
}
