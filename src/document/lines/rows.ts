import {trimRange} from '../../text/blanks.ts'
import type {Range} from '../../text/range.ts'
import {isMark} from '../marks.ts'
import type {Cell, InlineText, Row} from '../model.ts'
import {withoutPadding} from '../table.ts'

/** Reads the content in a range; `isMarked` where a character in it may be markup. */
export type ReadContent = (range: Range, isMarked: boolean) => InlineText

/** A line of a table: where its text stands, and its number. */
export interface TableLine extends Range {
  readonly line: number
}

/**
 * Splits a line at the pipes that no backslash escapes: <https://github.github.com/gfm/#tables-extension->. Blanks after the
 * last pipe are no cell.
 */
export function readRow(source: string, {start, end, line}: TableLine, read: ReadContent): Row {
  const cells: Cell[] = []
  let from = source.charCodeAt(start) === pipe ? start + 1 : start
  let isMarked = false
  for (let at = from; at < end; at++) {
    const code = source.charCodeAt(at)
    if (code === pipe) {
      cells.push(readCell(source, from, at, isMarked, read))
      from = at + 1
      isMarked = false
    } else {
      isMarked ||= isMark(source, at)
      if (code === backslash && isEscapable(source.charCodeAt(at + 1))) at++
    }
  }
  if (cells.length === 0 || hasText(source, from, end))
    cells.push(readCell(source, from, end, isMarked, read))
  return {range: {start, end}, line, cells}
}

/** The number of cells of a header, read as {@link readRow} reads it; 0 where a line is none. */
export function headerWidth(source: string, start: number, end: number): number {
  let width = 0
  let from = source.charCodeAt(start) === pipe ? start + 1 : start
  for (let at = from; at < end; at++) {
    const code = source.charCodeAt(at)
    if (code === pipe) {
      width++
      from = at + 1
    } else if (code === backslash && isEscapable(source.charCodeAt(at + 1))) at++
  }
  return hasText(source, from, end) ? width + 1 : width
}

/** The number of cells of a delimiter row; 0 where a line is none: <https://github.github.com/gfm/#delimiter-row>. */
export function delimiterWidth(source: string, start: number, end: number): number {
  const code = source.charCodeAt(start)
  if (code !== pipe && code !== dash && code !== colon) return 0
  const text = source.slice(start, trimRange(source, {start, end}).end)
  if (!/^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/.test(text) || !/[|:]/.test(text)) return 0
  return headerWidth(source, start, end)
}

const backslash = 0x5c
const pipe = 0x7c
const dash = 0x2d
const colon = 0x3a

function readCell(source: string, start: number, end: number, isMarked: boolean, read: ReadContent): Cell {
  const outer = {start, end}
  const range = withoutPadding(outer, source)
  return {outer, range, content: read(range, isMarked)}
}

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
