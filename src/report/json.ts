import type {Finding, LintResult} from '../finding.ts'
import {hiddenCharacters} from '../text/escape.ts'
import type {Point} from '../text/range.ts'
import {keepWanted, summarize} from './summary.ts'
import type {ReportOptions} from './types.ts'

/** The report for programs. Its names and their order are fixed. */
export function json(results: readonly LintResult[], options: Pick<ReportOptions, 'quiet'>): string {
  const wanted = keepWanted(results, options.quiet)
  const report = {
    version: 1,
    files: wanted.map(({path, findings}) => ({path, findings: findings.map(toEntry)})),
    summary: summarize(wanted),
  }
  const lines = JSON.stringify(report, null, 2).split('\n')
  return `${lines.map(escapeHidden).join('\n')}\n`
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

// JSON.stringify leaves bidirectional and C1 controls as they are, and a terminal obeys them.
function escapeHidden(text: string): string {
  let escaped = ''
  let done = 0
  for (const {start, end} of hiddenCharacters(text)) {
    escaped += text.slice(done, start) + escapeUnits(text.slice(start, end))
    done = end
  }
  return escaped + text.slice(done)
}

function escapeUnits(text: string): string {
  let escaped = ''
  for (let index = 0; index < text.length; index++) {
    escaped += `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`
  }
  return escaped
}
