import {displayWidth} from '../text/width.ts'
import type {Words} from './words.ts'

/** The line numbers as ranges, such as `lines 17, 105–108`, as many as fit the columns, and how many do not. */
export function listLines(lines: readonly number[], columns: number, words: Words): string {
  const ranges = toRanges(lines)
  const total = ranges.reduce((sum, {first, last}) => sum + last - first + 1, 0)
  const room = columns - displayWidth(words.lines('', total, total))
  let shown = ''
  let count = 0
  for (const {first, last} of ranges) {
    const item = (shown && words.comma) + (first === last ? first : `${first}–${last}`)
    // One is always shown, however narrow the terminal is.
    if (shown && displayWidth(shown + item) > room) break
    shown += item
    count += last - first + 1
  }
  return words.lines(shown, total, total - count)
}

function toRanges(lines: readonly number[]): readonly {readonly first: number; readonly last: number}[] {
  const ranges: {first: number; last: number}[] = []
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const open = ranges.at(-1)
    if (open?.last === line - 1) open.last = line
    else ranges.push({first: line, last: line})
  }
  return ranges
}
