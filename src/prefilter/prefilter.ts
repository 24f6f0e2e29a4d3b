import type {TableContract} from '../dataset/contract.ts'
import {HeaderWords} from './header-words.ts'
import {LabelWords} from './label-words.ts'
import {Occurrences} from './occurrences.ts'
import {RowStarts} from './row-starts.ts'

/** Tells from the text alone that a document holds nothing for the contracts: no table, no heading, no broken table. */
export class Prefilter {
  readonly #headers: HeaderWords
  readonly #labels: LabelWords
  readonly #rows: RowStarts
  readonly #heads: HeaderWords

  constructor(contracts: readonly TableContract[]) {
    this.#headers = new HeaderWords(contracts, false)
    this.#heads = new HeaderWords(contracts, true)
    this.#labels = new LabelWords(contracts)
    this.#rows = new RowStarts(contracts)
  }

  /** False only where it is certain. Comments to the program count as something to look at. */
  mayConcern(source: string): boolean {
    if (this.#labels.isAnywhere || source.includes('catalint-')) return true
    const isRow = this.#rowTest(source)
    const [feeds, returns] = [new Occurrences(source, '\n'), new Occurrences(source, '\r')]
    let startBefore = 0
    let endBefore = 0
    for (let start = 0; start < source.length; ) {
      const end = Math.min(feeds.from(start), returns.from(start), source.length)
      if (this.#labels.mayBeginAt(source, start)) return true
      const isUnderHeader = isDelimiterRow(source, start, end)
      if (isUnderHeader && this.#headers.mayStandIn(source, startBefore, endBefore)) return true
      if (isRow(start, end) && this.#heads.mayStandIn(source, start, end)) return true
      startBefore = start
      endBefore = end
      start = afterLine(source, end)
    }
    return false
  }

  /** Whether a line may be the head of a broken table. */
  #rowTest(source: string): (start: number, end: number) => boolean {
    const [pipes, widePipes] = [new Occurrences(source, '|'), new Occurrences(source, '｜')]
    const {needsNoPipe} = this.#rows
    if (needsNoPipe && Math.min(pipes.from(0), widePipes.from(0)) === Number.POSITIVE_INFINITY)
      return () => false
    return (start, end) =>
      (needsNoPipe || pipes.from(start) < end || widePipes.from(start) < end) &&
      this.#rows.mayBeHead(source, start, end)
  }
}

/**
 * Whether a line may part a header from rows: <https://github.github.com/gfm/#delimiter-row>. The parser also takes one without
 * a pipe, such as `:-`.
 */
function isDelimiterRow(source: string, start: number, end: number): boolean {
  let at = start
  while (at < end && isBeforeRow(source.charCodeAt(at))) at++
  let hasDash = false
  let hasMark = false
  for (; at < end; at++) {
    const unit = source.charCodeAt(at)
    if (unit === dash) hasDash = true
    else if (unit === pipe || unit === colon) hasMark = true
    else if (unit !== blank && unit !== tab) return false
  }
  return hasDash && hasMark
}

const tab = 0x09
const lineFeed = 0x0a
const carriageReturn = 0x0d
const blank = 0x20
const dash = 0x2d
const colon = 0x3a
const quote = 0x3e
const pipe = 0x7c

function isBeforeRow(unit: number): boolean {
  return unit === blank || unit === tab || unit === quote
}

function afterLine(source: string, end: number): number {
  const isPair = source.charCodeAt(end) === carriageReturn && source.charCodeAt(end + 1) === lineFeed
  return end + (isPair ? 2 : 1)
}
