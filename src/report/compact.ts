import type {LintResult} from '../finding.ts'
import {escapeLine} from '../text/escape.ts'
import {keepWanted} from './summary.ts'
import type {ReportOptions} from './types.ts'

/**
 * One line a finding, as compilers write them: `path:line:column: level: message [rule]`. Nothing else,
 * and the level in English in every language, so that tools can match it.
 */
export function compact(results: readonly LintResult[], options: Pick<ReportOptions, 'quiet'>): string {
  return keepWanted(results, options.quiet)
    .flatMap(({path, findings}) =>
      findings.map(({start, level, message, rule}) => {
        const place = `${escapeLine(path)}:${start.line}:${start.column}`
        return `${place}: ${level}: ${escapeLine(message)} [${escapeLine(rule)}]\n`
      }),
    )
    .join('')
}
