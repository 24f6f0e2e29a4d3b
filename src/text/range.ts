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
