import type {Cell, MarkdownDocument, Row} from '../document/model.ts'
import type {Edit} from '../finding.ts'
import {editedStretch} from '../text/apply-edits.ts'
import {editOf} from '../text/edit.ts'
import {rowIn} from './table-check.ts'

/**
 * Exchanges what two cells of a row hold; comments stay where they are. Nothing where the row would then read as
 * something else: `> 20` begins a quote where no pipe stands before it, a backslash takes the pipe behind it away.
 */
export function exchangeCells(
  row: Row,
  one: Cell,
  other: Cell,
  {source, lines}: MarkdownDocument,
): readonly Edit[] | undefined {
  const edits = [replace(one, other, source), replace(other, one, source)]
  const inOrder = edits.sort((a, b) => a.start - b.start)
  const line = {start: row.range.start, end: Math.max(row.range.end, lines.rangeOf(row.line).end)}
  const read = rowIn(editedStretch(source, line, inOrder), row.cells.length)
  const wanted = row.cells.map(({range}) => {
    const own = inOrder.filter((edit) => range.start <= edit.start && edit.end <= range.end)
    return editedStretch(source, range, own)
  })
  const isExchanged =
    read?.cells.length === wanted.length && read.cells.every(({content}, at) => content.raw === wanted[at])
  return isExchanged ? inOrder : undefined
}

function replace({content: {bare}}: Cell, {content}: Cell, source: string): Edit {
  return editOf(bare, source.slice(content.bare.start, content.bare.end))
}
