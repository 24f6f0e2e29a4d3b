import {isPlainLine} from '../text/plain.ts'
import type {Range} from '../text/range.ts'
import {type Cell, displayWidth, joinCells, layout, startsGrapheme} from '../text/width.ts'

/** The part of a line round a span, as it is printed. */
export interface Crop {
  readonly text: string
  /** How many columns stand before the span, and how many it takes itself; an empty span takes one. */
  readonly before: number
  readonly marked: number
}

const ELLIPSIS = '…'
const NARROWEST = 20

/** The cells round a span. */
interface Surroundings {
  readonly cells: readonly Cell[]
  /** Where the span's cells begin and end. */
  readonly first: number
  readonly last: number
  /** Whether the line goes on before the first cell and after the last. */
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
}

/**
 * Fits a line into so many columns, with `…` where something is left out. The span is kept, or its
 * beginning where it is too long itself. How long the line is does not matter: only what stands near the
 * span is laid out.
 */
export function cropLine(line: string, span: Range, columns: number): Crop {
  const room = Math.max(columns, NARROWEST)
  return wholeLine(line, span, room) ?? cropCells(line, span, room)
}

/** Most lines are so short that they fit whatever is in them, with a column for the caret, and each code unit is printed as it is. */
function wholeLine(line: string, {start, end}: Range, room: number): Crop | undefined {
  if (line.length * 2 >= room || !isPlainLine(line)) return undefined
  const before = displayWidth(line.slice(0, start))
  return {text: line, before, marked: Math.max(1, displayWidth(line.slice(start, end)))}
}

function cropCells(line: string, span: Range, room: number): Crop {
  const {cells, first, last, isCutBefore, isCutAfter} = surroundings(line, span, room)
  // The caret of an empty span at the end takes a column too.
  const needed = widthOf(cells) + (first === cells.length ? 1 : 0)
  const isWhole = !isCutBefore && !isCutAfter && needed <= room
  const kept = isWhole
    ? {start: 0, end: cells.length}
    : growAround(cells, first, last, room - 2 * ELLIPSIS.length)
  const left = kept.start > 0 || isCutBefore ? ELLIPSIS : ''
  const right = kept.end < cells.length || isCutAfter ? ELLIPSIS : ''
  return {
    text: left + joinCells(cells.slice(kept.start, kept.end)) + right,
    before: left.length + widthOf(cells.slice(kept.start, first)),
    marked: Math.max(1, widthOf(cells.slice(first, Math.min(last, kept.end)))),
  }
}

/** Lays out enough on either side: most text has a column or two for a code unit, emoji far less. */
function surroundings(line: string, span: Range, room: number): Surroundings {
  const close = layOutNear(line, span, room * 2)
  // A grapheme that was cut through may stand at the edges, as several cells.
  const enough = room + 16
  const isEnough =
    (!close.isCutBefore || widthOf(close.cells.slice(0, close.first)) >= enough) &&
    (!close.isCutAfter || widthOf(close.cells.slice(close.first)) >= enough)
  return isEnough ? close : layOutNear(line, span, room * 8)
}

function layOutNear(line: string, span: Range, reach: number): Surroundings {
  const start = graphemeStart(line, Math.max(0, span.start - reach))
  const end = Math.min(line.length, Math.min(span.end, span.start + reach) + reach)
  const cells = layout(line.slice(start, end))
  const [first, last] = cellsOf(cells, span.start - start, span.end - start)
  return {cells, first, last, isCutBefore: start > 0, isCutAfter: end < line.length}
}

/** The offset, or the nearest before it where a grapheme surely starts, unless that is far away. */
function graphemeStart(line: string, offset: number): number {
  let start = offset
  while (start > 0 && offset - start < 64 && !startsGrapheme(line.charAt(start))) start--
  return start
}

/** The cells that the span touches, as a half-open range; an empty span stands before a cell. */
function cellsOf(cells: readonly Cell[], start: number, end: number): readonly [number, number] {
  const first = cells.findIndex((cell) => cell.end > start)
  if (first < 0) return [cells.length, cells.length]
  let last = first
  while (last < cells.length && (cells[last]?.start ?? end) < end) last++
  return [first, last]
}

/** The cells that fit the room: of the span what fits, then half of what is left over before it, then after it. */
function growAround(cells: readonly Cell[], first: number, last: number, room: number): Range {
  let start = first
  let end = first
  let used = 0
  const widthAt = (index: number) => cells[index]?.width ?? Number.POSITIVE_INFINITY
  const growRight = (limit: number, stop: number) => {
    while (end < stop && used + widthAt(end) <= limit) used += widthAt(end++)
  }
  const growLeft = (limit: number) => {
    while (start > 0 && used + widthAt(start - 1) <= limit) used += widthAt(--start)
  }
  growRight(room, last)
  growLeft(used + Math.floor((room - used) / 2))
  growRight(room, cells.length)
  growLeft(room)
  return {start, end}
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0)
}
