import type {Point, Range} from './range.ts'
import {firstIndex} from './search.ts'

/**
 * Finds lines and points in a text by offset. Line feed, carriage return and the two together end a
 * line, as in CommonMark (<https://spec.commonmark.org/0.31.2/#line-ending>).
 */
export class LineIndex {
  readonly #source: string
  readonly #starts: readonly number[]
  #last = 0

  constructor(source: string) {
    this.#source = source
    this.#starts = lineStarts(source)
  }

  get count(): number {
    return this.#starts.length
  }

  /** The line, counted from 1, that holds the offset. Offsets near the last one asked for are found at once. */
  lineAt(offset: number): number {
    const isNear = this.#start(this.#last) <= offset && offset < this.#start(this.#last + near)
    this.#last = isNear ? this.#stepTo(offset) : this.#search(offset)
    return this.#last + 1
  }

  #stepTo(offset: number): number {
    let line = this.#last
    while (this.#start(line + 1) <= offset) line++
    return line
  }

  #search(offset: number): number {
    return Math.max(0, firstIndex(this.#starts.length, (index) => this.#start(index) > offset) - 1)
  }

  pointAt(offset: number): Point {
    const line = this.lineAt(offset)
    return {line, column: offset - this.#start(line - 1) + 1, offset}
  }

  /** The line's range without its line ending. */
  rangeOf(line: number): Range {
    return {start: this.startOf(line), end: this.endOf(line)}
  }

  /** Where a line begins; where the text ends, for the line after the last. */
  startOf(line: number): number {
    return this.#start(line - 1)
  }

  /** Where a line ends, its line ending left out. */
  endOf(line: number): number {
    if (line >= this.count) return this.#source.length
    const start = this.#start(line - 1)
    let end = this.#start(line)
    if (end > start && this.#source.charCodeAt(end - 1) === lineFeed) end--
    if (end > start && this.#source.charCodeAt(end - 1) === carriageReturn) end--
    return end
  }

  textOf(line: number): string {
    const {start, end} = this.rangeOf(line)
    return this.#source.slice(start, end)
  }

  #start(index: number): number {
    return this.#starts[index] ?? this.#source.length
  }
}

/** How many lines are looked at one by one, before the place is searched for. */
const near = 8

const lineFeed = 10
const carriageReturn = 13

function lineStarts(source: string): readonly number[] {
  const starts = [0]
  if (source.includes('\r')) {
    for (const ending of source.matchAll(/\r\n?|\n/g)) starts.push(ending.index + ending[0].length)
    return starts
  }
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** A line with its ending, or with the ending before it where it is the last. */
export function wholeLine(lines: LineIndex, line: number): Range {
  const {start, end} = lines.rangeOf(line)
  if (line < lines.count) return {start, end: lines.rangeOf(line + 1).start}
  return {start: line > 1 ? lines.rangeOf(line - 1).end : start, end}
}
