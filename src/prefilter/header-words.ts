import type {ColumnContract, TableContract} from '../dataset/contract.ts'
import {foldCodePoint, foldText, foldUnit, isHighSurrogate, nothing, unusual} from './fold.ts'
import {isReference} from './hidden.ts'

/** What a contract needs of a header: so many of its required columns. */
interface Need {
  readonly columns: readonly number[]
  readonly count: number
}

/** The words that name a column, and which characters each has, as bits. */
interface Words {
  readonly texts: readonly string[]
  /** How many of them are whole words; the others are parts of words. */
  readonly whole: number
  readonly bits: Int32Array
}

/** Tells lines that cannot hold the header words of any contract. */
export class HeaderWords {
  /** The words of each required column of all contracts. */
  readonly #columns: readonly Words[]
  readonly #needs: readonly Need[]
  readonly #found: Uint8Array
  readonly #isRaw: boolean
  /** By folded unit, the columns that have a word which begins so, as bits; beyond 32 columns several share one. */
  readonly #starts = new Int32Array(0x10000)
  /** The cell that is being looked at, folded. */
  #cell = new Uint16Array(256)
  #length = 0
  #bits = 0
  /** The columns of which a word may begin in it. */
  #begun = 0
  /** Whether it holds letters, digits, ideographs and blanks only. */
  #isPlain = true

  /** @param isRaw whether lines are taken as they are written, not as the text of cells: no table is made of them. */
  constructor(contracts: readonly TableContract[], isRaw: boolean) {
    this.#isRaw = isRaw
    const columns: Words[] = []
    this.#needs = contracts.flatMap(({columns: all, heading}) => {
      const required = all.filter(({isRequired}) => isRequired)
      if (required.length === 0) return []
      const indexes = required.map((column) => columns.push(wordsOf(column, isRaw)) - 1)
      // Below a heading that announces the table half of them may be misspelt.
      const count = heading && !isRaw ? Math.ceil(required.length / 2) : required.length
      return [{columns: indexes, count}]
    })
    this.#columns = columns
    this.#found = new Uint8Array(columns.length)
    for (const [index, {texts}] of columns.entries()) {
      for (const text of texts)
        this.#starts[text.charCodeAt(0)] = (this.#starts[text.charCodeAt(0)] ?? 0) | (1 << (index & 31))
    }
  }

  /**
   * Whether the characters of header words stand in the cells of a line, in their order. Markup may stand between them, and a
   * character reference may be any of them.
   */
  mayStandIn(source: string, start: number, end: number): boolean {
    if (this.#needs.length === 0) return false
    this.#found.fill(0)
    this.#clear()
    for (let at = start; at < end; at++) {
      const unit = source.charCodeAt(at)
      if (!this.#isRaw && mayBeAny(source, at, unit)) return true
      if (unit === pipe && source.charCodeAt(at - 1) !== backslash) this.#close()
      else this.#add(source, at, unit)
      if (isHighSurrogate(unit)) at++
    }
    this.#close()
    return this.#needs.some(({columns, count}) => this.#countOf(columns) >= count)
  }

  #countOf(columns: readonly number[]): number {
    let count = 0
    for (const column of columns) count += this.#found[column] ?? 0
    return count
  }

  #add(source: string, at: number, unit: number): void {
    const folded = foldUnit(unit)
    if (!isPlain(folded)) this.#isPlain = false
    if (folded === unusual) {
      const text = foldCodePoint(source.codePointAt(at) ?? 0)
      for (let index = 0; index < text.length; index++) this.#push(text.charCodeAt(index))
    } else if (folded !== nothing) this.#push(folded)
  }

  #push(code: number): void {
    if (this.#length === this.#cell.length) {
      const longer = new Uint16Array(2 * this.#length)
      longer.set(this.#cell)
      this.#cell = longer
    }
    this.#cell[this.#length++] = code
    this.#bits |= 1 << (code & 31)
    this.#begun |= this.#starts[code] ?? 0
  }

  #clear(): void {
    this.#length = 0
    this.#bits = 0
    this.#begun = 0
    this.#isPlain = true
  }

  #close(): void {
    for (let index = 0; this.#begun !== 0 && index < this.#columns.length; index++) {
      const words = (this.#begun & (1 << (index & 31))) !== 0 ? this.#columns[index] : undefined
      if (words && this.#found[index] === 0 && this.#names(words)) this.#found[index] = 1
    }
    this.#clear()
  }

  #names({texts, whole, bits}: Words): boolean {
    for (let index = 0; index < bits.length; index++) {
      if (((bits[index] ?? 0) & ~this.#bits) !== 0) continue
      const text = texts[index] ?? ''
      // Where there is no markup and no remark, the cell has nothing else in it than its word.
      const isOther = this.#isPlain && index < whole && text.length !== this.#length
      if (!isOther && this.#holds(text)) return true
    }
    return false
  }

  #holds(text: string): boolean {
    let matched = 0
    for (let at = 0; at < this.#length && matched < text.length; at++) {
      if (this.#cell[at] === text.charCodeAt(matched)) matched++
    }
    return matched === text.length
  }
}

const ampersand = 0x26
const pipe = 0x7c
const backslash = 0x5c

function isPlain(folded: number): boolean {
  return (
    folded === nothing ||
    (folded >= 0x30 && folded <= 0x39) ||
    (folded >= 0x61 && folded <= 0x7a) ||
    folded >= 0x4e00
  )
}

/** The parser puts another character in the place of NULL. */
function mayBeAny(source: string, at: number, unit: number): boolean {
  return unit === ampersand ? isReference(source, at) : unit === 0
}

function wordsOf({names, parts}: ColumnContract, isRaw: boolean): Words {
  const texts = (isRaw ? names : [...names, ...parts]).map(foldText)
  return {texts, whole: names.length, bits: Int32Array.from(texts, bitsOf)}
}

function bitsOf(text: string): number {
  let bits = 0
  for (let at = 0; at < text.length; at++) bits |= 1 << (text.charCodeAt(at) & 31)
  return bits
}
