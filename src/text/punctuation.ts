import type {Edit} from '../finding.ts'
import {isBlank} from './blanks.ts'
import {cjkPunctuation, isCjkMark, isHan, isMainlyHan} from './cjk.ts'
import type {Range} from './range.ts'

/** Punctuation that does not fit the Chinese text round it, and the edits that mend it. */
export interface PunctuationFlaw {
  readonly kind: 'narrow' | 'slash' | 'blank'
  readonly found: string
  readonly expected: string
  /** From the first mark to the last. */
  readonly range: Range
  /** In the order of the text, in its offsets. A mark takes the blanks beside it along. */
  readonly edits: readonly Edit[]
}

const wide: Readonly<Record<string, string>> = {'(': '（', ')': '）', ',': '，', ';': '；', ':': '：'}
const listMark = '(?:[(（]?(?:\\d{1,2}|[a-zA-Z])[.、)）]|[①-⑳])'
const opening = cjkPunctuation.replace('》', '')
const closing = cjkPunctuation.replace('《', '')
/** 《 and 》 have a rule of their own for what stands inside them; a list mark has its blanks on either side. */
const blankBeside = new RegExp(
  `(?<=[^\\s《])(?<!${listMark})[ \\t\\u3000]+(?=[${opening}])|(?<=[${closing}])[ \\t\\u3000]+(?=[^\\s》])(?!${listMark})`,
  'g',
)
const suspicious = /[(),;:／]|[^《][ \t\u3000]+[^》]/
const none: readonly PunctuationFlaw[] = []

/** Finds ASCII punctuation beside ideographs, full-width slashes, and blanks beside Chinese punctuation. */
export function findPunctuation(text: string): readonly PunctuationFlaw[] {
  if (!suspicious.test(text)) return none
  const chinese = [...narrowMarks(text), ...blanks(text)]
  const flaws = [...wideSlashes(text), ...(chinese.length > 0 && isMainlyHan(text) ? chinese : [])]
  return flaws.sort((a, b) => a.range.start - b.range.start)
}

function narrowMarks(text: string): readonly PunctuationFlaw[] {
  const flaws: PunctuationFlaw[] = []
  const open: number[] = []
  for (const {0: char, index} of text.matchAll(/[(),;:]/g)) {
    if (char === '(') open.push(index)
    else if (char === ')') {
      const from = open.pop()
      if (from !== undefined) flaws.push(...pairFlaw(text, from, index))
    } else if (isBesideHan(text, index) && !isInAddress(text, index)) flaws.push(flaw(text, [index]))
  }
  for (const index of open) if (isBesideHan(text, index)) flaws.push(flaw(text, [index]))
  return flaws
}

/** `(1)` and `(a)` are list marks; a closing bracket alone (`1)`) is one too. */
function pairFlaw(text: string, from: number, to: number): readonly PunctuationFlaw[] {
  const inside = text.slice(from + 1, Math.min(to, from + 4))
  if (/^(?:\d{1,2}|[A-Za-z])$/.test(inside) && to - from <= 3) return []
  return isBesideHan(text, from) || isBesideHan(text, to) ? [flaw(text, [from, to])] : []
}

function flaw(text: string, places: readonly number[]): PunctuationFlaw {
  const edits: Edit[] = []
  for (const at of places) {
    const {start, end} = withBlanks(text, at)
    // The blanks in `( )` go with the first mark.
    edits.push({start: Math.max(start, edits.at(-1)?.end ?? 0), end, text: wide[text.charAt(at)] ?? ''})
  }
  return {
    kind: 'narrow',
    found: places.map((at) => text.charAt(at)).join('…'),
    expected: edits.map((edit) => edit.text).join('…'),
    range: {start: places[0] ?? 0, end: (places.at(-1) ?? 0) + 1},
    edits,
  }
}

/** Blanks between do not part a mark from the text it belongs to. */
function isBesideHan(text: string, at: number): boolean {
  const {start, end} = withBlanks(text, at)
  return [text[start - 1], text[end]].some((char) => isHan(char) || isCjkMark(char))
}

function withBlanks(text: string, at: number): Range {
  let start = at
  let end = at + 1
  while (isBlank(text[start - 1])) start--
  while (isBlank(text[end])) end++
  return {start, end}
}

/** The colon of `https://`. */
function isInAddress(text: string, at: number): boolean {
  return text.startsWith('://', at)
}

function wideSlashes(text: string): readonly PunctuationFlaw[] {
  return [...text.matchAll(/／/g)].map(({index}) => ({
    kind: 'slash',
    found: '／',
    expected: '/',
    range: {start: index, end: index + 1},
    edits: [{start: index, end: index + 1, text: '/'}],
  }))
}

function blanks(text: string): readonly PunctuationFlaw[] {
  return [...text.matchAll(blankBeside)].map(({0: found, index}) => ({
    kind: 'blank',
    found,
    expected: '',
    range: {start: index, end: index + found.length},
    edits: [{start: index, end: index + found.length, text: ''}],
  }))
}
