import {trimRange} from '../../text/blanks.ts'
import type {Range} from '../../text/range.ts'
import {isMark} from '../marks.ts'
import type {Cell, Row} from '../model.ts'
import {hasDelimiterForm, unescapedPipes} from '../pipes.ts'

/** Reads the cell between two pipes; `isMarked` where a character in it may be markup. */
export type ReadCell = (outer: Range, isMarked: boolean) => Cell

/** A row of which no more is kept than its numbers and cells: a document may have hundreds of thousands. */
class LineRow implements Row {
  readonly line: number
  readonly cells: readonly Cell[]
  readonly #start: number
  readonly #end: number

  constructor({start, end, line}: TableLine, cells: readonly Cell[]) {
    this.#start = start
    this.#end = end
    this.line = line
    // A list that has grown has room for many more.
    this.cells = cells.slice()
  }

  get range(): Range {
    return {start: this.#start, end: this.#end}
  }
}

/** A line of a table: where its text stands, and its number. */
export interface TableLine extends Range {
  readonly line: number
}

/**
 * Splits a line at the pipes that no backslash escapes: <https://github.github.com/gfm/#tables-extension->. Blanks after the
 * last pipe are no cell.
 */
export function readRow(source: string, row: TableLine, read: ReadCell): Row {
  const {start, end} = row
  const cells: Cell[] = []
  let from = source.charCodeAt(start) === pipe ? start + 1 : start
  let isMarked = false
  for (let at = from; at < end; at++) {
    const code = source.charCodeAt(at)
    if (code === pipe) {
      cells.push(read({start: from, end: at}, isMarked))
      from = at + 1
      isMarked = false
    } else {
      isMarked ||= isMark(source, at)
      if (code === backslash && isEscapable(source.charCodeAt(at + 1))) at++
    }
  }
  if (cells.length === 0 || hasText(source, from, end)) cells.push(read({start: from, end}, isMarked))
  return new LineRow(row, cells)
}

/** The number of cells of a header, read as {@link readRow} reads it; 0 where a line is none. */
export function headerWidth(line: string): number {
  return widthOf(trimmed(line))
}

/** The number of cells of a delimiter row; 0 where a line is none. The parser also takes one without a pipe, such as `:-`. */
export function delimiterWidth(line: string): number {
  const text = /^[|:-]/.test(line) ? trimmed(line) : ''
  return /[|:]/.test(text) && hasDelimiterForm(text) ? widthOf(text) : 0
}

/** @param text without blanks at its ends. */
function widthOf(text: string): number {
  const pipes = unescapedPipes(text)
  const isClosed = pipes.length > 0 && pipes.at(-1) === text.length - 1
  return pipes.length + 1 - Number(text.startsWith('|')) - Number(isClosed)
}

function trimmed(line: string): string {
  const {start, end} = trimRange(line, {start: 0, end: line.length})
  return line.slice(start, end)
}

const backslash = 0x5c
const pipe = 0x7c

function isEscapable(code: number): boolean {
  return code === pipe || code === backslash
}

function hasText(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at)
    if (code !== 0x20 && code !== 0x09) return true
  }
  return false
}
