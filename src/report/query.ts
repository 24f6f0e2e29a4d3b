import type {Language} from '../finding.ts'
import type {Status} from '../query/evaluate.ts'
import type {Answer, QueriedCategory, QueryResult} from '../query/query.ts'
import type {Way} from '../query/ways.ts'
import type {Term} from '../requirement/expression.ts'
import {escapeLine} from '../text/escape.ts'
import {truncate} from '../text/width.ts'
import {hang} from './hang.ts'
import {QUERY_WORDS, type QueryWords, type WayParts} from './query-words.ts'
import {createTheme, type Theme} from './theme.ts'

interface QueryReportOptions {
  readonly language: Language
  readonly color: boolean
  /** The columns of the terminal. */
  readonly width: number
}

/** The answer for people: of each category what is open, what is so on conditions, and what the others lack. */
export function prettyQuery(
  {categories}: QueryResult,
  counts: Readonly<Record<Status, number>>,
  {language, color, width}: QueryReportOptions,
): string {
  const context = {words: QUERY_WORDS[language], theme: createTheme(color), width}
  const {words, theme} = context
  if (categories.length === 0) return `${words.nothing}\n`
  const blocks = categories.map((category) => block(category, context).join('\n'))
  return `${[...blocks, theme.strong(words.summary(counts))].join('\n\n')}\n`
}

interface Context {
  readonly words: QueryWords
  readonly theme: Theme
  readonly width: number
}

/** What stands before a row, so that its status is not told by colour alone. */
const symbols = {open: '✓', conditional: '?', missing: '×'} as const

const shownStatuses = ['open', 'conditional', 'missing'] as const

function block({name, document, line, subcategories}: QueriedCategory, context: Context): readonly string[] {
  const {words, theme} = context
  const title = name === null ? words.noCategory : show(name)
  const unstated = subcategories.filter(({status}) => status === 'unstated').length
  return [
    `${theme.strong(title)}  ${theme.place(`${escapeLine(document)}:${line}`)}`,
    ...shownStatuses.flatMap((status) =>
      subcategories
        .filter((answer) => answer.status === status)
        .flatMap((answer) => row(answer, status, context)),
    ),
    ...(unstated > 0 ? [theme.faint(`  – ${words.unstated(unstated)}`)] : []),
    ...(subcategories.length === 0 ? [theme.faint(`  – ${words.noRows}`)] : []),
  ]
}

function row(answer: Answer, status: (typeof shownStatuses)[number], context: Context): readonly string[] {
  const {words, theme, width} = context
  const paint = {open: theme.good, conditional: theme.level.warning, missing: theme.level.error}[status]
  const [text, ...ways] = said(answer, words)
  const name = [answer.group, answer.name || words.noName]
    .flatMap((part) => (part ? show(part) : []))
    .join(' › ')
  return [
    ...hang(`  ${paint(symbols[status])} `, 4, words.row(name, text), width),
    ...ways.flatMap((way) => hang('      – ', 8, way, width)),
    ...remarks(answer, words).flatMap((remark) => hang('      ', 6, remark, width, theme.faint)),
  ]
}

/** What is said of a row, and the ways below it where there are several. */
function said({status, ways, isComplete}: Answer, words: QueryWords): readonly [string, ...string[]] {
  const [first, ...others] = ways.map(toParts(words))
  if (status === 'open') return [words.open]
  if (!first) return [words.impossible]
  if (others.length === 0 && isComplete) {
    return [status === 'missing' ? words.missing(first) : words.openIf(words.way(first))]
  }
  const head = status === 'missing' ? words.missingOneOf : words.openInCases
  return [head, ...[first, ...others].map(words.way), ...(isComplete ? [] : [words.otherWays])]
}

function remarks({served, isAmbiguous}: Answer, words: QueryWords): readonly string[] {
  const serving = served.map(({name, held}) => words.served(show(held), inMarks(show(name))))
  return isAmbiguous ? [...serving, words.ambiguous] : serving
}

function toParts(words: QueryWords): (way: Way) => WayParts {
  return ({when, missing, conditions}) => ({
    when: when.map(show),
    missing: missing.map(showTerm),
    conditions: conditions.map(({term, condition}) => words.condition(showTerm(term), show(condition))),
  })
}

function showTerm(term: Term): string {
  return 'license' in term ? inMarks(show(term.license)) : show(term.document)
}

function inMarks(name: string): string {
  return `《${name}》`
}

/** A text of a document is no longer than this. */
const textColumns = 160

function show(text: string): string {
  return truncate(text.replaceAll('\n', '↵'), textColumns)
}
