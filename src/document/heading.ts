import {isBlank, trimRange} from '../text/blanks.ts'
import type {Range} from '../text/range.ts'
import type {Heading, InlineText} from './model.ts'

/** @param read reads the inline content in a range. */
export function readHeading(
  depth: number,
  range: Range,
  source: string,
  read: (content: Range) => InlineText,
): Heading {
  return {type: 'heading', depth, range, content: read(headingContent(range, source))}
}

/** What stands between an ATX heading's marks, or above a setext heading's underline. */
function headingContent({start, end}: Range, source: string): Range {
  const text = source.slice(start, end)
  const opening = /^#{1,6}(?:[ \t]+|$)/.exec(text)
  if (!opening) return trimRange(source, {start, end: start + text.search(/[\r\n]+[^\r\n]*$/)})
  const body = trimRange(source, {start: start + opening[0].length, end})
  return trimRange(source, {start: body.start, end: beforeClosing(source, body)})
}

/** Where a closing sequence of `#` begins; it counts only after a blank or alone. */
function beforeClosing(source: string, {start, end}: Range): number {
  let at = end
  while (at > start && source[at - 1] === '#') at--
  return at === start || isBlank(source[at - 1]) ? at : end
}
