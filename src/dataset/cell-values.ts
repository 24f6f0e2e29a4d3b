import type {Cell, Row} from '../document/model.ts'
import {nameKey, normalizeText} from '../text/normalize.ts'
import type {Range} from '../text/range.ts'
import type {ColumnContract, TableContract} from './contract.ts'
import type {Column} from './model.ts'
import type {Violation} from './values.ts'

/** A value that a row states in a column. */
export interface StatedValue {
  /** Normalised. */
  readonly text: string
  /** In the source. */
  readonly range: Range
  /** What separates it from the next value of the cell. */
  readonly separator: string
  /** What is declared of the column and not met. */
  readonly violation: Violation | null
}

/** The values that a row states in one of its table's columns. */
export function statedValues(
  row: Row,
  {index, contract: column}: Column,
  contract: TableContract,
): readonly StatedValue[] {
  const cell = row.cells[index]
  if (!cell || !column) return []
  const {content} = cell
  const values = valuesOf(cell, column, contract)
  return values.map(({text, start, end}, at) => ({
    text,
    range: content.rangeOf(start, end),
    separator: content.text.slice(end, values[at + 1]?.start ?? end),
    violation: column.test?.(text) ?? null,
  }))
}

/** One of the values of a cell, and where it stands in the cell's text. */
export interface CellValue extends Range {
  /** Normalised. */
  readonly text: string
}

/** The values of a cell: one, or as many as the column's separators tell apart. What states nothing is left out. */
export function valuesOf(
  {content}: Cell,
  {separators, test}: ColumnContract,
  {missingValues}: TableContract,
): readonly CellValue[] {
  if (content.isBlank) return []
  const {text} = content
  const isOne = separators.length === 0 || test?.listed?.has(normalizeText(text))
  const pieces = isOne ? [{start: 0, end: text.length}] : split(text, separators)
  return pieces.flatMap(({start, end}) => {
    const written = text.slice(start, end)
    const value = normalizeText(written)
    if (value === '' || missingValues.has(nameKey(value))) return []
    const from = start + written.length - written.trimStart().length
    return {text: value, start: from, end: from + written.trim().length}
  })
}

/** What makes two values the same: to a catalogue they are names, elsewhere each character may count (`-v`, `-V`). */
export function valueKey(text: string, {isCatalogue}: TableContract): string {
  return isCatalogue ? nameKey(text) : normalizeText(text)
}

const closing: ReadonlyMap<string, string> = new Map(
  ['()', '[]', '{}', '<>', '【】', '《》', '〈〉', '“”', '「」', '『』'].map(([opening = '', end = '']) => [
    opening,
    end,
  ]),
)

/** Cuts at separators; what stands in brackets is a remark on its value and no list. */
function split(text: string, separators: readonly string[]): readonly Range[] {
  const pieces: Range[] = []
  const open: string[] = []
  const marks = bracketsIn(text)
  const lastOf = lastIndexes(marks)
  let start = 0
  for (let at = 0; at < text.length; ) {
    const separator = open.length === 0 && separators.find((one) => one !== '' && text.startsWith(one, at))
    if (separator) {
      pieces.push({start, end: at})
      start = at + separator.length
      at = start
      continue
    }
    const mark = marks.charAt(at)
    const end = closing.get(mark)
    if (mark === open.at(-1)) open.pop()
    else if (end !== undefined && lastOf(end) > at) open.push(end)
    at++
  }
  return [...pieces, {start, end: text.length}]
}

/** The text, as long as it is, with brackets in one width and without the `<` and `>` of comparisons and arrows. */
function bracketsIn(text: string): string {
  return text
    .replace(/[（）［］｛｝＜＞]/g, (mark) => mark.normalize('NFKC'))
    .replace(/[=-]>|<(?![\p{L}_$([{'"`])/gu, (sign) => ' '.repeat(sign.length))
}

/** Where a mark stands last, looked for once: a text may open thousands of brackets. */
function lastIndexes(text: string): (mark: string) => number {
  const known = new Map<string, number>()
  return (mark) => {
    const index = known.get(mark) ?? text.lastIndexOf(mark)
    known.set(mark, index)
    return index
  }
}
