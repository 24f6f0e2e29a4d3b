import {escapeLine} from '../text/escape.ts'
import type {Point} from '../text/range.ts'
import {displayWidth} from '../text/width.ts'
import {type Crop, cropLine} from './crop.ts'
import type {Paint} from './theme.ts'
import type {ReportedText} from './types.ts'

/** A place in a source that a frame shows. */
export interface Place {
  readonly start: Point
  readonly end: Point
  /** What is said of it, after the marks. */
  readonly label?: string
  /** What stands under its text, in which colour. */
  readonly mark: '^' | '-'
  readonly paint: Paint
  /** What stands before its line: one column. */
  readonly pointer: string
}

/** How frames that stand below each other look. */
export interface FrameStyle {
  /** How long the longest line number is. */
  readonly digits: number
  readonly width: number
  readonly faint: Paint
}

/** The line of a place with marks under its text; of several lines, the first. */
export function frame(
  place: Place,
  text: ReportedText,
  {digits, width, faint}: FrameStyle,
): readonly string[] {
  // Two blanks, the pointer, a blank, the number, and the bar between two blanks.
  const columns = width - digits - 7
  const crop = cropPlace(place, text, columns)
  const number = String(place.start.line).padStart(digits)
  const source = `  ${place.pointer} ${faint(`${number} │`)} ${crop.text}`
  const bar = `    ${' '.repeat(digits)} ${faint('│')} `
  return [source.trimEnd(), ...marks(place, crop, columns).map((line) => bar + line)]
}

/** The marks, and the label behind them, or below them where there is no room. */
function marks({mark, paint, label = ''}: Place, {before, marked}: Crop, columns: number): readonly string[] {
  const text = escapeLine(label)
  const width = displayWidth(text)
  const line = ' '.repeat(before) + paint(mark.repeat(marked))
  if (!text) return [line]
  if (before + marked + 1 + width <= columns) return [`${line} ${paint(text)}`]
  const indent = Math.max(0, Math.min(before, columns - width))
  return [line, ' '.repeat(indent) + paint(text)]
}

function cropPlace({start, end}: Place, text: ReportedText, columns: number): Crop {
  const line = text.textOf(start.line)
  const from = Math.min(start.column - 1, line.length)
  const to = end.line > start.line ? line.length : Math.min(end.column - 1, line.length)
  return cropLine(line, {start: from, end: Math.max(from, to)}, columns)
}
