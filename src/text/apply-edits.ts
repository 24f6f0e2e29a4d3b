import type {Edit} from '../finding.ts'
import type {Range} from './range.ts'

/** The text after edits that follow each other without overlap. What no edit names stays as it is. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let at = 0
  for (const {start, end, text} of edits) {
    parts.push(source.slice(at, start), text)
    at = end
  }
  return parts.join('') + source.slice(at)
}

/** A stretch of the text after edits within it, which count from the beginning of the text as the stretch does. */
export function editedStretch(source: string, {start, end}: Range, edits: readonly Edit[]): string {
  return applyEdits(source.slice(start, end), shiftEdits(edits, -start))
}

/** The edits as they are in a text that begins elsewhere. */
export function shiftEdits(edits: readonly Edit[], by: number): readonly Edit[] {
  return edits.map(({start, end, text}) => ({start: start + by, end: end + by, text}))
}
