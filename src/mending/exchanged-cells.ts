import type {Cell, MarkdownDocument, Row} from '../document/model.ts'
import type {Edit} from '../finding.ts'
import {applyEdits} from '../text/apply-edits.ts'
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
  const {start} = row.range
  const end = Math.max(row.range.end, lines.rangeOf(row.line).end)
  const read = rowIn(applyEdits(source.slice(start, end), shiftEdits(inOrder, start)), row.cells.length)
  const wanted = row.cells.map(({range, content}) => {
    const own = inOrder.filter((edit) => range.start <= edit.start && edit.end <= range.end)
    return own.length > 0 ? applyEdits(content.raw, shiftEdits(own, range.start)) : content.raw
  })
  const isExchanged =
    read?.cells.length === wanted.length && read.cells.every(({content}, at) => content.raw === wanted[at])
  return isExchanged ? inOrder : undefined
}

function replace({content: {bare}}: Cell, {content}: Cell, source: string): Edit {
  return {...bare, text: source.slice(content.bare.start, content.bare.end)}
}

function shiftEdits(edits: readonly Edit[], by: number): readonly Edit[] {
  return edits.map((edit) => ({...edit, start: edit.start - by, end: edit.end - by}))
}
