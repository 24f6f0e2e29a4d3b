import type {Range} from '../text/range.ts'
import {choiceAt, choiceStarts} from './choices.ts'
import type {ExactForm, ExactRole} from './exact.ts'
import type {LicenseName} from './license-names.ts'
import {countingMarkers, markerAt, markerStarts} from './markers.ts'
import {exclusionAt, type Verb, verbAt, verbStarts} from './verbs.ts'
import {type WordKind, wordAt, wordStarts} from './words.ts'

/** A piece of a qualification text. Tokens follow each other and leave nothing out. */
export type Token = Range &
  (
    | {readonly kind: PlainKind}
    | {readonly kind: 'license'; readonly name: Range; readonly words: string}
    /** A form whose meaning and wording are certain. */
    | {readonly kind: 'exact'; readonly role: ExactRole; readonly value: string}
    /** Brackets and what they hold. */
    | {readonly kind: 'group'; readonly inner: readonly Token[]}
    | {readonly kind: 'marker'; readonly style: string; readonly number: number}
    | {readonly kind: 'choice'; readonly count: number; readonly total: number | null}
    | {
        readonly kind: 'verb'
        readonly adds: boolean
        readonly isOption: boolean
        readonly asks: boolean
        readonly together: boolean
        readonly negative: boolean
        readonly isFull: boolean
      }
  )

type PlainKind =
  | Exclude<WordKind, 'text'>
  | 'text'
  /** Between quotation marks, where no word is one of the grammar. */
  | 'quote'
  | 'blank'
  | 'feed'
  | 'comma'
  | 'enumeration'
  | 'semicolon'
  | 'stop'
  | 'colon'

const marks: Readonly<Record<string, PlainKind>> = {
  '→': 'colon',
  '\n': 'feed',
  ',': 'comma',
  '、': 'enumeration',
  ';': 'semicolon',
  '。': 'stop',
  ':': 'colon',
}

const closings: Readonly<Record<string, string>> = {'(': ')', '[': ']', '【': '】', '{': '}', '〔': '〕'}
const quotes: Readonly<Record<string, string>> = {'“': '”', '"': '"', '‘': '’', '「': '」', '『': '』'}

/** Brackets within brackets beyond this depth are text. */
const deepest = 16

/** A quotation is no longer than this; a mark that closes nothing nearby is text. */
const longestQuote = 200

/** What stands for a colon. */
const arrowPattern = /[-=]+>|——/y

const addressPattern = /https?:\/\/[\w\-.~:/?#@!$&*+=%]+/y

/** Divides a folded text. One pass. */
export function tokenize(
  text: string,
  names: readonly LicenseName[],
  forms: readonly ExactForm[] = [],
): readonly Token[] {
  return new Tokenizer(text, names, forms).read()
}

type Open<T> = T extends unknown ? {-readonly [K in keyof T]: T[K]} : never

class Tokenizer {
  readonly #text: string
  readonly #names: readonly LicenseName[]
  readonly #forms: ReadonlyMap<number, ExactForm>
  /** Where each straight quotation mark is closed; null for those that close one or stand alone. */
  readonly #straight: ReadonlyMap<number, number | null>
  readonly #closing: ReadonlyMap<number, number>
  #at = 0
  #name = 0
  #depth = 0

  constructor(text: string, names: readonly LicenseName[], forms: readonly ExactForm[]) {
    this.#text = text
    this.#names = names
    this.#forms = new Map(forms.map((form) => [form.start, form]))
    this.#straight = pairStraightQuotes(text)
    this.#closing = matchBrackets(
      text,
      [...names, ...forms].sort((a, b) => a.start - b.start),
    )
  }

  read(): readonly Token[] {
    return this.#readTo(this.#text.length)
  }

  #readTo(end: number): readonly Token[] {
    const tokens: Open<Token>[] = []
    while (this.#at < end) {
      const token = this.#next(end, tokens.at(-1))
      const last = tokens.at(-1)
      this.#at = token.end
      if ((token.kind === 'text' || token.kind === 'blank') && last?.kind === token.kind) last.end = token.end
      else tokens.push(token)
    }
    return settleMarkers(tokens)
  }

  #next(end: number, last: Token | undefined): Token {
    const start = this.#at
    const name = this.#nameAt(start)
    if (name && this.#isMentioned(name)) return {kind: 'quote', start, end: name.end}
    if (name) return {kind: 'license', start, end: name.end, name: name.name, words: name.words}
    const form = this.#forms.get(start)
    if (form) return exactToken(form)
    const limit = Math.min(end, this.#names[this.#name]?.start ?? end)
    const run = this.#runEnd(start, limit)
    if (run > start) return {kind: 'text', start, end: run}
    const token =
      this.#marker(start, limit, last) ?? this.#mark(start) ?? this.#group(start) ?? this.#quote(start, limit)
    return token ?? fitting(this.#word(start, last), limit)
  }

  /** The end of a run of characters that begin nothing. */
  #runEnd(start: number, limit: number): number {
    const end = Math.min(limit, start + lengthAt(plainRun, this.#text, start))
    if (this.#forms.size === 0) return end
    for (let at = start; at < end; at++) if (this.#forms.has(at)) return at
    return end
  }

  #marker(start: number, limit: number, last: Token | undefined): Token | undefined {
    if (last?.kind === 'text' && /[a-z\d第]/.test(this.#text.charAt(start - 1))) return undefined
    const marker = markerAt(
      this.#text,
      start,
      last === undefined || last.kind === 'feed' || last.kind === 'blank',
    )
    if (!marker || start + marker.length > limit) return undefined
    return {...marker, kind: 'marker', start, end: start + marker.length}
  }

  #mark(start: number): Token | undefined {
    const char = this.#text.charAt(start)
    const address = lengthAt(addressPattern, this.#text, start)
    if (address > 0) return {kind: 'quote', start, end: start + address}
    const arrow = lengthAt(arrowPattern, this.#text, start)
    if (arrow > 0) return {kind: 'colon', start, end: start + arrow}
    const kind = marks[char] ?? (/\s/.test(char) ? 'blank' : undefined)
    // `10:30`
    const isTime = kind === 'colon' && /\d:\d/.test(this.#text.slice(Math.max(0, start - 1), start + 2))
    return kind && {kind: isTime ? 'text' : kind, start, end: start + 1}
  }

  #nameAt(start: number): LicenseName | undefined {
    for (let name = this.#names[this.#name]; name && name.end <= start; name = this.#names[++this.#name]);
    const name = this.#names[this.#name]
    return name?.start === start ? name : undefined
  }

  #group(start: number): Token | undefined {
    const closing = this.#closing.get(start)
    if (closing === undefined || this.#depth >= deepest) return undefined
    this.#at = start + 1
    this.#depth++
    const inner = this.#readTo(closing)
    this.#depth--
    return {kind: 'group', start, end: closing + 1, inner}
  }

  #quote(start: number, limit: number): Token | undefined {
    const closing = quotes[this.#text.charAt(start)]
    if (closing === undefined || this.#straight.get(start) === null) return undefined
    const pair = this.#straight.get(start)
    const end = pair ? pair - start - 1 : this.#text.slice(start + 1, start + longestQuote).indexOf(closing)
    // No bracket ends and no licence begins within a quotation.
    if (end < 0 || start + end + 2 > limit) return undefined
    return {kind: 'quote', start, end: start + end + 2}
  }

  #word(start: number, last: Token | undefined): Token {
    const special = this.#beforeName(start, last)
    if (special) return special
    const choice = choiceAt(this.#text, start)
    if (choice) return {...choice, kind: 'choice', start, end: start + choice.length}
    const verb = verbAt(this.#text, start)
    const isTold = last?.kind === 'text' && toldVerb.test(this.#text.slice(Math.max(0, start - 2), start))
    if (verb && !isTold && (verb.isFull || verb.negative || this.#asks(verb, start, last)))
      return {...verb, kind: 'verb', start, end: start + verb.length}
    const word = wordAt(this.#text, start)
    if (word?.kind === 'and' && this.#isPreposition(start, word.text, last))
      return {kind: 'text', start, end: start + 1}
    return {kind: word?.kind ?? 'text', start, end: start + (word?.text.length ?? 1)}
  }

  /** `与景区签订的协议`: where nothing stands before it, `与` joins nothing. */
  #isPreposition(start: number, word: string, last: Token | undefined): boolean {
    if (word !== '与' && word !== '和') return false
    const hasBefore =
      last !== undefined &&
      !/^(?:feed|comma|semicolon|stop|colon|marker|or|and|verb|enumeration|blank)$/.test(last.kind)
    return !hasBefore && this.#names[this.#name]?.start !== start + 1
  }

  /** `须与《甲》一致`, `由《甲》换发`: a name that is only compared with, or was held before. */
  #isMentioned({start, end}: LicenseName): boolean {
    const before = this.#text.slice(Math.max(0, start - 2), start)
    const after = this.#text.slice(end, end + 3)
    if (/[与和同跟]$/.test(before)) return /^(?:一致|相符|相同|匹配|相对应|对应一)/.test(after)
    return /[由以]$/.test(before) && /^(?:换发|换领|变更)/.test(after)
  }

  /** Words that mean what they do only right before a name. */
  #beforeName(start: number, last: Token | undefined): Token | undefined {
    const exclusion = exclusionAt(this.#text, start)
    if (exclusion > 0 && this.#beginsName(start + exclusion)) {
      const denied = {
        adds: false,
        isOption: false,
        asks: false,
        together: false,
        negative: true,
        isFull: true,
      }
      return {kind: 'verb', start, end: start + exclusion, ...denied}
    }
    if (this.#text.charAt(start) === '如' && last !== undefined && this.#beginsName(start + 1))
      return {kind: 'example', start, end: start + 1}
    const other = /^(?:也?可以?[由用])/.exec(this.#text.slice(start, start + 4))?.[0].length ?? 0
    return other > 0 && this.#beginsName(start + other) ? {kind: 'or', start, end: start + other} : undefined
  }

  #beginsName(at: number): boolean {
    return this.#names[this.#name]?.start === at
  }

  /** `需` alone is a verb before a name and where a clause begins; elsewhere it is part of a word. */
  #asks({length, asks}: Verb, start: number, last: Token | undefined): boolean {
    const beginsClause = last === undefined || /^(?:feed|comma|semicolon|stop|colon|marker)$/.test(last.kind)
    return this.#names[this.#name]?.start === start + length || (asks && beginsClause)
  }
}

/** `证照「…」` is a licence like the others. */
function exactToken({role, value, start, end}: ExactForm): Token {
  if (role === 'license') return {kind: 'license', start, end, name: {start, end}, words: value}
  return {kind: 'exact', role, value, start, end}
}

/** A word that reaches into a licence name is none. */
function fitting(token: Token, limit: number): Token {
  return token.end <= limit ? token : {kind: 'text', start: token.start, end: token.start + 1}
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

/** Characters with which no mark, marker or word of the grammar begins. */
const plainRun = new RegExp(
  `[^\\s${escapeClass([...Object.keys(marks), ...Object.keys(closings), ...Object.keys(quotes)].join(''))}${escapeClass(`h=—${markerStarts}${choiceStarts}${verbStarts}${wordStarts}`)}]+`,
  'y',
)

function escapeClass(characters: string): string {
  return characters.replace(/[\\\]^-]/g, '\\$&')
}

/** What stands before a verb that tells who is meant: `未取得`, `无法提供`, `与具备…的`. */
const toldVerb = /(?:[未已与同]|无法|不能|没有)$/

/** Straight marks open and close in turn on each line. One after a digit is a measure (`12"`). */
function pairStraightQuotes(text: string): ReadonlyMap<number, number | null> {
  const pairs = new Map<number, number | null>()
  let open: number | undefined
  for (const {0: char, index} of text.matchAll(/"|\n/g)) {
    if (char === '\n') open = undefined
    else if (open === undefined) {
      pairs.set(index, null)
      if (!/\d/.test(text.charAt(index - 1))) open = index
    } else {
      pairs.set(open, index)
      pairs.set(index, null)
      open = undefined
    }
  }
  return pairs
}

/** A candidate that does not count is text. */
function settleMarkers(tokens: readonly Token[]): readonly Token[] {
  const candidates = tokens.flatMap((token, index) =>
    isCandidate(tokens, index, token) ? [{...token, startsLine: startsLine(tokens, index)}] : [],
  )
  if (candidates.length === 0) return tokens
  const counts = countingMarkers(candidates)
  let candidate = 0
  const settled: Open<Token>[] = []
  for (const [index, token] of tokens.entries()) {
    const isText =
      token.kind === 'text' ||
      (token.kind === 'marker' && (!isCandidate(tokens, index, token) || counts[candidate++] === false))
    const last = settled.at(-1)
    if (isText && last?.kind === 'text') last.end = token.end
    else settled.push(isText ? {kind: 'text', start: token.start, end: token.end} : token)
  }
  return settled
}

/** `①②任选其一`: numbers that are spoken of begin no items. */
function isCandidate(
  tokens: readonly Token[],
  index: number,
  token: Token,
): token is Token & {readonly kind: 'marker'} {
  const next = tokens[index + 1]?.kind
  return token.kind === 'marker' && next !== 'marker' && (next !== 'choice' || startsLine(tokens, index))
}

function startsLine(tokens: readonly Token[], index: number): boolean {
  let before = index - 1
  while (tokens[before]?.kind === 'blank') before--
  return before < 0 || tokens[before]?.kind === 'feed'
}

/**
 * Where each opening bracket is closed. One within a licence name or an exact form is part of that; one that
 * nothing closes before the bracket around it is closed is text.
 */
function matchBrackets(text: string, skipped: readonly Range[]): ReadonlyMap<number, number> {
  const matches = new Map<number, number>()
  const open: {readonly at: number; readonly closing: string}[] = []
  const waiting = new Map<string, number>()
  let next = 0
  for (const {0: char, index} of text.matchAll(/[()[\]【】{}〔〕]/g)) {
    for (let range = skipped[next]; range && range.end <= index; range = skipped[++next]);
    if ((skipped[next]?.start ?? index + 1) <= index) continue
    const closing = closings[char]
    if (closing) {
      open.push({at: index, closing})
      waiting.set(closing, (waiting.get(closing) ?? 0) + 1)
    } else if ((waiting.get(char) ?? 0) > 0) {
      matches.set(popTo(char, open, waiting), index)
    }
  }
  return matches
}

function popTo(
  char: string,
  open: {readonly at: number; readonly closing: string}[],
  waiting: Map<string, number>,
): number {
  for (let last = open.pop(); last; last = open.pop()) {
    waiting.set(last.closing, (waiting.get(last.closing) ?? 1) - 1)
    if (last.closing === char) return last.at
  }
  return -1
}
