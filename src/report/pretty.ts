import type {Finding} from '../finding.ts'
import {escapeLine} from '../text/escape.ts'
import {compileText} from '../text/format.ts'
import {displayWidth, truncate} from '../text/width.ts'
import {type Context, createContext} from './context.ts'
import {type Fold, foldFindings, unfolded} from './fold.ts'
import {Lines, listLines} from './line-list.ts'
import {showPlaces} from './places.ts'
import {countKnown, countUnchanged, hasFindings, keepWanted, summarize} from './summary.ts'
import {SYMBOLS} from './theme.ts'
import type {ReportedFile, ReportOptions} from './types.ts'

/** A category or a key is no longer than this above a finding. */
const CRUMB_COLUMNS = 40

/** The report for people: each finding with its line, one line for many of a kind, and the counts at the end. */
export function* pretty(files: readonly ReportedFile[], options: ReportOptions): Iterable<string> {
  const context = createContext(files, options)
  const wanted = keepWanted(files, options.quiet)
  let isFolded = false
  for (const {path, findings} of wanted) {
    for (const fold of options.all ? unfolded(findings) : foldFindings(findings)) {
      yield `${block(path, fold, context).join('\n')}\n\n`
      isFolded ||= isMany(fold)
    }
  }
  yield `${footer(wanted, options.quiet, isFolded, context).join('\n')}\n`
}

function isMany({rest}: Fold): boolean {
  return rest.count > 0
}

function block(path: string, fold: Fold, context: Context): readonly string[] {
  const {first} = fold
  if (first.level === 'info' && isMany(fold)) return foldedInfo(path, fold, context)
  const {words, theme} = context
  return [
    heading(path, first, trailOf(first), context),
    message(first, first.message, context),
    ...showPlaces(path, first, context),
    ...(first.help === undefined ? [] : [`  ${theme.good(words.help)}${escapeLine(first.help)}`]),
    ...(isMany(fold) ? [more(fold, context)] : []),
  ]
}

/** Many infos without their lines: in the rule's own words for them, or as the first and a count. */
function foldedInfo(path: string, fold: Fold, context: Context): readonly string[] {
  const {first, rest} = fold
  if (!first.folded) {
    const head = heading(path, first, trailOf(first), context)
    return [head, message(first, first.message, context), more(fold, context)]
  }
  const lines = new Lines()
  lines.add(first.start.line)
  for (const range of rest.lines.ranges) lines.add(range.first, range.last)
  const tables = new Set([...rest.tables, ...(first.table === undefined ? [] : [first.table])])
  const words = compileText(first.folded)({count: rest.count + 1, tables: tables.size})
  const taken = `  ${SYMBOLS.info} ${escapeLine(words)}`
  return [
    heading(path, first, '', context),
    message(first, words, context) + linesAfter(taken, lines, context),
  ]
}

/** Where, how bad, which rule, and what it stands in. */
function heading(
  path: string,
  {start, level, rule}: Finding,
  trail: string,
  {theme, words}: Context,
): string {
  const place = theme.place(`${escapeLine(path)}:${start.line}:${start.column}`)
  const head = `${place} ${theme.level[level](words.level[level])} ${escapeLine(rule)}`
  return trail ? `${head}  ${theme.faint(trail)}` : head
}

/** The category, the key and the column of a finding. */
function trailOf({category, key, column}: Finding): string {
  let trail = ''
  for (const crumb of [category, key, column]) {
    if (crumb) trail += (trail && ' › ') + truncate(crumb.replaceAll('\n', '↵'), CRUMB_COLUMNS)
  }
  return trail
}

function message({level}: Finding, text: string, {theme}: Context): string {
  return `  ${theme.level[level](SYMBOLS[level])} ${theme.strong(escapeLine(text))}`
}

function more({first, rest}: Fold, context: Context): string {
  const text = `  ${context.words.more(rest.count, escapeLine(first.rule), rest.tables.size)}`
  return context.theme.faint(text) + linesAfter(text, rest.lines, context)
}

/** The lines of the findings, as many as fit behind the text that speaks of them. */
function linesAfter(text: string, lines: Lines, {theme, width, words}: Context): string {
  const columns = width - displayWidth(text + words.colon)
  return theme.faint(words.colon + listLines(lines, columns, words))
}

function footer(
  files: readonly ReportedFile[],
  quiet: boolean,
  isFolded: boolean,
  {theme, words}: Context,
): readonly string[] {
  const found = files.filter(hasFindings).length
  const changed = files.filter(({fixed = 0}) => fixed > 0).length
  const summary = summarize(files)
  const known = countKnown(files)
  const unchanged = countUnchanged(files)
  return [
    ...(changed > 0 ? [theme.good(words.fixed(summary.fixed ?? 0, changed))] : []),
    found > 0 ? theme.strong(words.summary(summary, found)) : theme.good(words.nothing(files.length, quiet)),
    ...(isFolded ? [theme.faint(words.unfold)] : []),
    ...(known > 0 ? [theme.faint(words.known(known))] : []),
    ...(unchanged > 0 ? [theme.faint(words.unchanged(unchanged))] : []),
  ]
}
