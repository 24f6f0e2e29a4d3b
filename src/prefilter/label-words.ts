import type {TableContract} from '../dataset/contract.ts'
import {fillByFold, foldCodePoint, foldText, foldUnit, isHighSurrogate, unusual} from './fold.ts'
import {ended, isReference, skipHidden, unclear} from './hidden.ts'

/** Tells lines at which no heading of any contract begins: its label and a colon, with markup before and between. */
export class LabelWords {
  /** Folded, each with the colon after it. */
  readonly #labels: readonly string[]
  /** What a unit may be at the beginning of a line. */
  readonly #kinds: Uint8Array
  /** Whether there is a label that cannot be told from markup. */
  readonly isAnywhere: boolean

  constructor(contracts: readonly TableContract[]) {
    // One that other headings may have too counts over a table of the contract, which has its own words.
    const forms = contracts.flatMap(({headings}) => headings).filter(({isGeneral}) => !isGeneral)
    const labels = new Set(forms.map(({label}) => foldText(label)))
    this.isAnywhere = [...labels].some((label) => label === '' || /[*_~`\\!&<>[\]^\uFFFD]/.test(label))
    this.#labels = [...labels].map((label) => `${label}:`)
    this.#kinds = kindsOf(this.#labels)
  }

  /** Whether the text that begins on the line may be a label and a colon. */
  mayBeginAt(source: string, start: number): boolean {
    let at = start
    let isQuoted = false
    for (let marks = 0; marks <= mostMarks; marks++) {
      const unit = source.charCodeAt(at)
      const kind = this.#kinds[unit] ?? visible
      if (kind === visible) return false
      if ((kind & first) !== 0 && this.#isLabelAt(source, at, isQuoted)) return true
      if ((kind & skippable) !== 0) {
        isQuoted ||= unit === quoteMark
        at++
        continue
      }
      // A box may be a link to something called x all the same.
      const isBox = isTaskBox(source, at)
      if (isBox && this.#isLabelAt(source, at + 1, isQuoted)) return true
      const next = isBox ? at + 3 : skipHidden(source, at, isQuoted)
      if (next === unclear) return this.#labels.some((label) => mayHold(label, 0, source, at))
      if (next <= at) return false
      at = next
    }
    // Where so much stands before a text, lists and quotes may be nested more deeply than can be read.
    return true
  }

  #isLabelAt(source: string, at: number, isQuoted: boolean): boolean {
    const folded = foldUnit(source.charCodeAt(at))
    const begun = folded === unusual ? shownAt(source, at).charCodeAt(0) : folded
    for (const label of this.#labels) {
      if (begun === label.charCodeAt(0) && mayBeAt(label, source, at, isQuoted)) return true
    }
    return false
  }
}

/** Before a text: deeper nesting and longer indents are left to the parser. */
const mostMarks = 100

const visible = 0
const first = 1
const skippable = 2
const hiding = 4

/** Marks of blocks and of emphasis, and what headings are counted with. */
const beforeText = ' \t>-+*_~`#!\\.()（）、．0123456789一二三四五六七八九十第章节節部类類篇分'

function kindsOf(labels: readonly string[]): Uint8Array {
  const kinds = new Uint8Array(0x10000)
  fillByFold(kinds, new Map(labels.map((label) => [label.charCodeAt(0), first])), first | hiding)
  for (const char of '<[&]\0') add(hiding, char, kinds)
  for (const char of `${beforeText}①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳`) add(skippable, char, kinds)
  return kinds
}

function add(kind: number, char: string, kinds: Uint8Array): void {
  const unit = char.charCodeAt(0)
  kinds[unit] = (kinds[unit] ?? 0) | kind
}

/** What stands before the text of a task, and is no part of it. */
function isTaskBox(source: string, at: number): boolean {
  return source[at] === '[' && /^\[[ xX\t]\]/.test(source.slice(at, at + 3))
}

/** Whether a label begins at this place: nothing else is shown between its characters. */
function mayBeAt(label: string, source: string, start: number, isQuoted: boolean): boolean {
  let matched = 0
  for (let at = start; matched < label.length; ) {
    if (foldUnit(source.charCodeAt(at)) === label.charCodeAt(matched)) {
      matched++
      at++
      continue
    }
    const next = skipHidden(source, at, isQuoted)
    if (next === unclear || at - start > farthest) return mayHold(label, matched, source, at)
    if (next === ended) return false
    if (next > at) at = next
    else {
      const shown = shownAt(source, at)
      if (!label.startsWith(shown, matched)) return false
      matched += shown.length
      at += isHighSurrogate(source.charCodeAt(at)) ? 2 : 1
    }
  }
  return true
}

/** Whether the rest of a label may stand in the text, whatever is between its characters. */
function mayHold(label: string, from: number, source: string, start: number): boolean {
  let matched = from
  for (let at = start; matched < label.length; at++) {
    const unit = source.charCodeAt(at)
    const isLost = at - start > farthest || unit === 0 || (unit === ampersand && isReference(source, at))
    if (isLost) return true
    if (Number.isNaN(unit)) return false
    if ((unit === lineFeed || unit === carriageReturn) && skipHidden(source, at, true) === ended) return false
    for (const char of shownAt(source, at)) if (char === label[matched]) matched++
    if (isHighSurrogate(unit)) at++
  }
  return true
}

const quoteMark = 0x3e
const ampersand = 0x26
const lineFeed = 0x0a
const carriageReturn = 0x0d

/** Further nobody looks. */
const farthest = 300

function shownAt(source: string, at: number): string {
  const folded = foldUnit(source.charCodeAt(at))
  if (folded >= 0) return String.fromCharCode(folded)
  return foldCodePoint(source.codePointAt(at) ?? 0)
}
