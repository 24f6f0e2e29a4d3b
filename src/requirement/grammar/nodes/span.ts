import type {Range} from '../../../text/range.ts'

/** From where the first begins to where the last ends. */
export function span(ranges: readonly Range[]): Range {
  let start = Number.POSITIVE_INFINITY
  let end = 0
  for (const range of ranges) {
    start = Math.min(start, range.start)
    end = Math.max(end, range.end)
  }
  return {start, end}
}
