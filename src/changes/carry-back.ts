import type {Edit} from '../finding.ts'
import type {Range} from '../text/range.ts'
import {firstIndex} from '../text/search.ts'

/**
 * Finds, for ranges of a text that edits have led to, those of the text before. What an edit wrote stands for all that
 * it took the place of.
 *
 * @param edits in order, without overlap.
 */
export function carryBack(edits: readonly Edit[]): (range: Range) => Range {
  if (edits.length === 0) return (range) => range
  const written = writtenBy(edits)
  return ({start, end}) => {
    const first = sourceOf(start, written)
    return {start: first.start, end: start === end ? first.start : sourceOf(end - 1, written).end}
  }
}

interface Written {
  /** What the edit wrote, in the text after it. */
  readonly range: Range
  readonly edit: Edit
}

function writtenBy(edits: readonly Edit[]): readonly Written[] {
  let growth = 0
  return edits.map((edit) => {
    const start = edit.start + growth
    growth += edit.text.length - (edit.end - edit.start)
    return {range: {start, end: start + edit.text.length}, edit}
  })
}

/** What a character comes from: itself, or all that an edit replaced. */
function sourceOf(offset: number, written: readonly Written[]): Range {
  const index = firstIndex(written.length, (at) => (written[at]?.range.end ?? 0) > offset)
  const next = written[index]
  if (next && next.range.start <= offset) return next.edit
  const last = written[index - 1]
  const start = last ? offset - last.range.end + last.edit.end : offset
  return {start, end: start + 1}
}
