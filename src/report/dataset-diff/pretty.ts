import type {DatasetDiff} from '../../diff/model.ts'
import type {Language} from '../../finding.ts'
import {escapeLine} from '../../text/escape.ts'
import {truncate} from '../../text/width.ts'
import {hang} from '../hang.ts'
import {createTheme, type Paint, type Theme} from '../theme.ts'
import {type ChangeBlock, toBlocks} from './blocks.ts'
import {countEffects, type DiffEntry, toEntry} from './entries.ts'
import {DIFF_WORDS, type DiffWords} from './words.ts'

interface DiffReportOptions {
  readonly language: Language
  readonly color: boolean
  /** The columns of the terminal. */
  readonly width: number
}

/** The diff for people: category by category what came, went and changed, and the counts at the end. */
export function prettyDiff(diff: DatasetDiff, {language, color, width}: DiffReportOptions): string {
  const context = {words: DIFF_WORDS[language], theme: createTheme(color), width}
  const blocks = toBlocks(diff.changes).map((each) => block(each, context).join('\n'))
  return `${[...blocks, footer(diff, context)].join('\n\n')}\n`
}

interface Context {
  readonly words: DiffWords
  readonly theme: Theme
  readonly width: number
}

function footer(diff: DatasetDiff, {words, theme, width}: Context): string {
  const counts = words.counts(diff.summary, countEffects(diff)).join(words.comma)
  if (diff.result === 'different') return hang('', 0, counts, width, theme.strong).join('\n')
  const verdict = diff.result === 'identical' ? words.identical : words.sameData
  return hang('', 0, counts === '' ? verdict : words.of(verdict, counts), width, theme.good).join('\n')
}

function block({kind, category, place, changes}: ChangeBlock, context: Context): readonly string[] {
  const {words, theme} = context
  const title = kind === 'documents' ? words.documents : category === null ? words.noCategory : show(category)
  const at =
    place && kind === 'category' ? `  ${theme.place(`${escapeLine(place.document)}:${place.line}`)}` : ''
  const entries = changes.map((change) => toEntry(change, words, show))
  return [theme.strong(title) + at, ...entries.flatMap((entry) => lines(entry, context))]
}

function lines(entry: DiffEntry, context: Context): readonly string[] {
  const {symbol, name, text, remarks, texts, rows} = entry
  const {words, theme, width} = context
  const paint = paintOf(entry, theme)
  const isRow = rows.length === 1 && name === '' && text !== words.newCategory && text !== words.goneCategory
  const head = `  ${paint(symbol)} `
  const indent = isRow ? 2 : 4
  return [
    ...(isRow ? [] : hang(head, 4, name === '' ? text : words.of(name, text), width)),
    ...rows.flatMap((row) =>
      hang(
        `${' '.repeat(indent)}${paint(symbol)} `,
        indent + 2,
        words.of(row.name, row.qualification),
        width,
      ),
    ),
    ...(texts ? hang(`      ${theme.level.error('-')} `, 8, texts.before ?? '', width) : []),
    ...(texts ? hang(`      ${theme.good('+')} `, 8, texts.after ?? '', width) : []),
    ...remarks.flatMap((remark) => hang('      ', 6, remark, width, theme.faint)),
  ]
}

function paintOf({symbol, effect}: DiffEntry, theme: Theme): Paint {
  if (effect === 'tightened') return theme.level.error
  if (effect === 'loosened') return theme.good
  return {'+': theme.good, '-': theme.level.error, '~': theme.level.warning, '=': theme.faint}[symbol]
}

/** A text of a document is no longer than this. */
const textColumns = 400

function show(text: string): string {
  return truncate(text.replaceAll('\n', '↵'), textColumns)
}
