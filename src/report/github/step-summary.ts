import type {Language} from '../../finding.ts'
import {escapeMarkdown} from '../../text/escape-markdown.ts'
import {relativeUri} from '../../text/uri.ts'
import {ruleUrl} from '../../urls.ts'
import {sentenceOf} from '../sentence.ts'
import type {RunReport} from '../types.ts'
import {WORDS} from '../words.ts'
import {type Located, mostSevereFirst} from './located.ts'
import {GITHUB_WORDS} from './words.ts'

/**
 * The run in Markdown for the page of a job: the counts, and the findings in a table, as many as there is room for.
 *
 * @param room how many bytes of UTF-8 it may take. Nothing is written where the counts alone take more.
 */
export function stepSummary(report: RunReport, language: Language, room: number): string {
  const {columns, leftOut} = GITHUB_WORDS[language]
  const head = `## catalint\n\n${counts(report, language)}\n`
  const table = `\n| ${columns.join(' | ')} |\n| --- | --- | --- | --- |\n`
  const last = (count: number) => `\n${leftOut(count)}\n`
  const all = mostSevereFirst(report)
  const count = report.files.reduce((sum, {findings}) => sum + findings.length, 0)
  const rows = asManyAsFit(all, language, room - bytes(head + table + last(count)))
  const rest = count - rows.length
  const parts = [head, ...(rows.length > 0 ? [table, ...rows] : []), ...(rest > 0 ? [last(rest)] : [])]
  const text = parts.join('')
  return bytes(text) <= room ? text : ''
}

function counts({files, summary}: RunReport, language: Language): string {
  const words = WORDS[language]
  const found = files.filter(({findings}) => findings.length > 0).length
  const known = files.reduce((sum, {suppressed = []}) => sum + suppressed.length, 0)
  return [
    // Whether warnings were wanted too, a report does not say.
    found > 0 ? `**${words.summary(summary, found)}**` : words.nothing(summary.files, true),
    ...(known > 0 ? [words.known(known)] : []),
  ].join('  \n')
}

function asManyAsFit(all: Iterable<Located>, language: Language, room: number): readonly string[] {
  const rows: string[] = []
  let left = room
  for (const one of all) {
    const row = toRow(one, language)
    left -= bytes(row)
    if (left < 0) break
    rows.push(row)
  }
  return rows
}

function toRow({path, finding}: Located, language: Language): string {
  const {level, rule, start} = finding
  const place = escapeMarkdown(`${path}:${start.line}:${start.column}`)
  const link = `[${escapeMarkdown(rule)}](${ruleUrl(relativeUri(rule))})`
  const cells = [WORDS[language].level[level], place, link, escapeMarkdown(sentenceOf(finding, language))]
  return `| ${cells.join(' | ')} |\n`
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length
}
