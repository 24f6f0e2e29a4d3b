import type {Edit} from '../finding.ts'
import type {Range} from './range.ts'

/** A text in place of a stretch of the source. There may be one for each row: written with a spread, it takes several times the room. */
export function editOf({start, end}: Range, text: string): Edit {
  return {start, end, text}
}
