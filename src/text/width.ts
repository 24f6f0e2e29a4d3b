import {eastAsianWidth} from 'get-east-asian-width'
import {escapeCharacter, hiddenCharacters} from './escape.ts'
import {isPlain, isPlainLine, PLAIN} from './plain.ts'

/** A piece of a text as a terminal shows it. */
export interface Cell {
  /** Where the piece stands in the text, in UTF-16 code units. */
  readonly start: number
  readonly end: number
  /** What is printed for it: a grapheme, blanks for a tab, `<U+200B>` for a character that cannot be seen. */
  readonly shown: string
  /** How many columns that takes. */
  readonly width: number
}

export interface LayoutOptions {
  /** The column, counted from 0, that the text begins in. */
  readonly column?: number
  /** How far the tab stops are apart. */
  readonly tabSize?: number
}

const FIRST_WIDE = 0x3000
const TAB = 9

const NOT_PLAIN = new RegExp(`[${PLAIN}]?[^${PLAIN}]+`, 'g')

const WIDE_SEQUENCE =
  /^(?:\p{Extended_Pictographic}[\u200D\uFE0F\u{1F3FB}-\u{1F3FF}]|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F\u20E3)/u
// Marks sit on their base; vowels and finals of Hangul go into its syllable.
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\u1160-\u11FF\uD7B0-\uD7FF]$/u
const STARTS_WITH_MARK = /^\p{M}/u
const DOTTED_CIRCLE = '\u25CC'

let segmenter: Intl.Segmenter | undefined

/** How many columns a terminal takes for the text, once what cannot be seen is escaped. */
export function displayWidth(text: string, options: LayoutOptions = {}): number {
  if (isPlain(text)) return plainWidth(text, options)
  return layout(text, options).reduce((sum, cell) => sum + cell.width, 0)
}

/** The text as cells from left to right: nothing is left out, and what is printed is what is measured. */
export function layout(text: string, {column = 0, tabSize = 4}: LayoutOptions = {}): readonly Cell[] {
  const cells: Cell[] = []
  let at = column
  const add = (start: number, end: number, shown: string, width: number) => {
    cells.push({start, end, shown, width})
    at += width
  }
  const addVisible = (start: number, end: number) => {
    let from = start
    for (const grapheme of graphemes(text.slice(start, end))) {
      const shown = showGrapheme(grapheme, tabSize - (at % tabSize))
      add(from, from + grapheme.length, shown, graphemeWidth(shown))
      from += grapheme.length
    }
  }
  let done = 0
  for (const {start, end} of hiddenCharacters(text)) {
    addVisible(done, start)
    const shown = escapeCharacter(text.slice(start, end))
    add(start, end, shown, shown.length)
    done = end
  }
  addVisible(done, text.length)
  return cells
}

/** The beginning of the text in at most so many columns, with `…` where something is left out. */
export function truncate(text: string, columns: number): string {
  if (isPlainLine(text) && plainWidth(text) <= columns) return text
  // A grapheme seldom has more than 8 code units for a column, and a very long text is not looked through.
  const near = text.slice(0, columns * 8)
  const cells = layout(near)
  const isWhole = near.length === text.length
  if (isWhole && cells.reduce((sum, cell) => sum + cell.width, 0) <= columns) return joinCells(cells)
  let room = columns - 1
  const fitting = cells.findIndex(({width}) => {
    room -= width
    return room < 0
  })
  // Where the text was cut, the last grapheme may be half of one.
  return `${joinCells(cells.slice(0, fitting < 0 ? -1 : fitting))}…`
}

/** What is printed for the cells. */
export function joinCells(cells: readonly Cell[]): string {
  return cells.map((cell) => cell.shown).join('')
}

/** Whether the code unit is a grapheme of its own whatever stands before it. */
export function startsGrapheme(unit: string): boolean {
  return isPlain(unit)
}

function* graphemes(text: string): Generator<string> {
  let done = 0
  for (const match of text.matchAll(NOT_PLAIN)) {
    yield* text.slice(done, match.index)
    // Made only where it is needed: the first one costs more than a whole report.
    segmenter ??= new Intl.Segmenter('und', {granularity: 'grapheme'})
    for (const {segment} of segmenter.segment(match[0])) yield segment
    done = match.index + match[0].length
  }
  yield* text.slice(done)
}

function showGrapheme(grapheme: string, toTabStop: number): string {
  if (grapheme === '\t') return ' '.repeat(toTabStop)
  // Else the mark would sit on whatever is printed before the text.
  return STARTS_WITH_MARK.test(grapheme) ? DOTTED_CIRCLE + grapheme : grapheme
}

function graphemeWidth(shown: string): number {
  if (isPlain(shown)) return plainWidth(shown)
  if (WIDE_SEQUENCE.test(shown)) return 2
  let width = 0
  for (const character of shown) {
    if (!NO_WIDTH.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0)
  }
  return width
}

function plainWidth(text: string, {column = 0, tabSize = 4}: LayoutOptions = {}): number {
  let at = column
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit === TAB) at += tabSize - (at % tabSize)
    else at += unit >= FIRST_WIDE ? 2 : 1
  }
  return at - column
}
