import {firstIndex} from './search.ts'

/** A half-open stretch of the source, in UTF-16 code units from 0. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** A place in the source as unist counts it: line and column from 1, offset from 0, in UTF-16 code units. */
export interface Point {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** Whether one of the ranges, which follow each other, shares a character with the range. */
export function overlapsAny(ranges: readonly Range[], {start, end}: Range): boolean {
  const first = ranges[firstEndingAfter(ranges, start)]
  return first !== undefined && first.start < end
}

/** The index of the first of the ranges, which follow each other, that ends after an offset. */
export function firstEndingAfter(ranges: readonly Range[], offset: number): number {
  return firstIndex(ranges.length, (index) => (ranges[index]?.end ?? 0) > offset)
}
