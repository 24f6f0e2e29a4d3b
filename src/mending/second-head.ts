import type {DeclaredTable} from '../dataset/model.ts'
import type {MarkdownDocument} from '../document/model.ts'
import type {Edit} from '../finding.ts'
import {lineEndingOf, prefixOf, textOfLine} from './line-frame.ts'
import {isWholeTable} from './table-check.ts'

/**
 * Puts a blank line above the nth second head of a table, and a delimiter row below it where that is missing.
 * Nothing where one of the two tables would have no rows.
 */
export function partTables(
  {table, secondHeads, columns}: DeclaredTable,
  nth: number,
  markdown: MarkdownDocument,
): readonly Edit[] | undefined {
  const head = secondHeads[nth]
  const [first] = table.rows
  if (!head || !first || first === head) return undefined
  const end = secondHeads[nth + 1]?.line ?? first.line + table.rows.length
  const texts = Array.from({length: end - head.line}, (_, index) => textOfLine(markdown, head.line + index))
  const isNamed = head.cells.length === columns.length && head.cells.every(({content}) => !content.isBlank)
  if (!isNamed || texts.length < 2) return undefined
  const prefix = prefixOf(markdown, head.line)
  const ending = lineEndingOf(markdown, head.line)
  const above = insertAbove(head.line, prefix.trimEnd() + ending, markdown)
  if (isWholeTable(texts) && texts.length > 2) return [above]
  const delimiter = textOfLine(markdown, table.header.line + 1)
  const below = insertAbove(head.line + 1, prefix + delimiter + ending, markdown)
  return isWholeTable(texts.toSpliced(1, 0, delimiter)) ? [above, below] : undefined
}

function insertAbove(line: number, text: string, {lines}: MarkdownDocument): Edit {
  const {start} = lines.rangeOf(line)
  return {start, end: start, text}
}
