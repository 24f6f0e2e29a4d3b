import type {TableContract} from '../dataset/contract.ts'
import {fillByFold, foldText} from './fold.ts'

/**
 * Tells lines whose pieces between pipes do not begin as the header words of any contract do. It is for lines that are no
 * header of a table: there nothing but the words themselves counts, with no markup round them.
 */
export class RowStarts {
  /** By unit, the columns that have a word which begins so, as bits. */
  readonly #columns = new Int32Array(0x10000)
  /** The columns that each contract requires. */
  readonly #required: readonly number[]
  /** Whether a line without a pipe may be enough. */
  readonly needsNoPipe: boolean

  constructor(contracts: readonly TableContract[]) {
    const all = contracts.map(({columns}) => columns.filter(({isRequired}) => isRequired))
    const bits = new Map(all.flat().map((column, index) => [column, 1 << (index % 31)]))
    const starts = new Map<number, number>()
    for (const [{names}, bit] of bits) {
      for (const name of names) {
        const unit = foldText(name).charCodeAt(0)
        starts.set(unit, (starts.get(unit) ?? 0) | bit)
      }
    }
    const needed = all.filter((columns) => columns.length > 0)
    this.#required = needed.map((columns) =>
      columns.reduce((sum, column) => sum | (bits.get(column) ?? 0), 0),
    )
    this.needsNoPipe = needed.some(([one, ...others]) =>
      one?.names.some((name) => others.every(({names}) => names.includes(name))),
    )
    fillByFold(this.#columns, starts, anyColumn)
    // A remark in brackets counts for nothing, wherever it stands; nor do other blanks.
    for (const char of '(（：＊') this.#columns[char.charCodeAt(0)] = anyColumn
    this.#columns.fill(anyColumn, 0, 0x20)
  }

  mayBeHead(source: string, start: number, end: number): boolean {
    let at = start
    while (at < end && isBefore(source.charCodeAt(at))) at++
    // Lists and footnotes begin with more than that.
    let found = mayBeginMore(source.charCodeAt(at)) ? anyColumn : 0
    while (at < end) {
      while (at < end && isAround(source.charCodeAt(at))) at++
      if (at < end) found |= this.#columns[source.charCodeAt(at)] ?? 0
      while (at < end && !isPipe(source.charCodeAt(at))) at++
      at++
    }
    for (const required of this.#required) if ((found & required) === required) return true
    return false
  }
}

const anyColumn = -1

function isBefore(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x3e
}

/** Blanks, and marks that count for nothing in a header word: `:` and `*`. */
function isAround(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x3a || unit === 0x2a
}

function isPipe(unit: number): boolean {
  return unit === 0x7c || unit === 0xff5c
}

/** `-`, `+`, a digit or `[`. */
function mayBeginMore(unit: number): boolean {
  return unit === 0x2d || unit === 0x2b || (unit >= 0x30 && unit <= 0x39) || unit === 0x5b
}
