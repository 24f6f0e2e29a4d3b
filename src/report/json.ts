import type {Finding, LintResult} from '../finding.ts'
import {toJson} from '../text/json.ts'
import type {Point} from '../text/range.ts'
import {keepWanted, summarize} from './summary.ts'
import type {ReportOptions} from './types.ts'

/** The report for programs. Its names and their order are fixed. */
export function json(results: readonly LintResult[], options: Pick<ReportOptions, 'quiet'>): string {
  const wanted = keepWanted(results, options.quiet)
  return toJson({
    version: 1,
    files: wanted.map(({path, findings}) => ({path, findings: findings.map(toEntry)})),
    summary: summarize(wanted),
  })
}

/** The finding as it is written; what is undefined is left out. */
function toEntry(finding: Finding) {
  const {rule, level, message, help, category, key, column, related, fix} = finding
  return {
    rule,
    level,
    message,
    help,
    start: toPoint(finding.start),
    end: toPoint(finding.end),
    category,
    key,
    column,
    related: related?.map((place) => ({
      path: place.path,
      start: toPoint(place.start),
      end: toPoint(place.end),
      message: place.message,
    })),
    fix: fix && {safe: fix.safe, edits: fix.edits.map(({start, end, text}) => ({start, end, text}))},
  }
}

function toPoint({line, column, offset}: Point): Point {
  return {line, column, offset}
}
