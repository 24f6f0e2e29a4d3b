import type {TableRecord} from '../dataset/model.ts'
import type {MarkdownDocument} from '../document/model.ts'
import {readDocument} from '../document/read.ts'
import type {Edit} from '../finding.ts'
import type {HeadingStyle} from './heading-style.ts'
import {lineEndingOf, prefixOf, textOfLine} from './line-frame.ts'

/** A category name as it is written, and its text. */
export interface WrittenName {
  readonly raw: string
  readonly text: string
}

/**
 * Ends the table above a row: writes the heading of the category and the table's head once more. Nothing where
 * that would read as something else.
 *
 * @param row the row as it is to stand below the new head; null where it goes.
 */
export function splitTable(
  record: TableRecord,
  name: WrittenName,
  row: string | null,
  style: HeadingStyle,
  markdown: MarkdownDocument,
): Edit | undefined {
  const head = headOf(record, markdown)
  const heading = `${style.before}${name.raw}${style.after}`.split(/(?:\r\n?|\n)[ \t>]*/)
  if (!readsAsMeant(heading, name, style, row === null ? head : [...head, row])) return undefined
  const prefix = prefixOf(markdown, record.row.line)
  const ending = lineEndingOf(markdown, record.table.table.header.line)
  const blank = prefix.trimEnd()
  const lines = [
    ...Array<string>(style.blankAbove).fill(blank),
    ...heading.map((line) => prefix + line),
    ...Array<string>(style.blankBelow).fill(blank),
    ...head.map((line) => prefix + line),
  ]
  const {start, end} = markdown.lines.rangeOf(record.row.line)
  if (row === null) return {start, end, text: lines.join(ending)}
  return {start, end: start, text: lines.map((line) => line + ending).join('')}
}

/** The header and the delimiter row, to the byte. */
function headOf({table}: TableRecord, markdown: MarkdownDocument): readonly [string, string] {
  const {header} = table.table
  const {source, lines} = markdown
  return [
    source.slice(header.range.start, lines.rangeOf(header.line).end),
    textOfLine(markdown, header.line + 1),
  ]
}

/** Whether the lines are a heading of that name over a table, with nothing lost on the way. */
function readsAsMeant(
  heading: readonly string[],
  {text}: WrittenName,
  {label, separator}: HeadingStyle,
  table: readonly string[],
): boolean {
  const [above, section, ...others] = readDocument([...heading, '', ...table].join('\n'), '').sections
  const [block, ...more] = section?.blocks ?? []
  return (
    others.length + more.length + (above?.blocks.length ?? 0) === 0 &&
    section?.heading?.content.text.trim() === label + separator + text &&
    block?.type === 'table' &&
    block.rows.length === table.length - 2
  )
}
