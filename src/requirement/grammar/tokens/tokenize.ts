import type {LicenseName} from '../../license-names.ts'
import type {ExactForm} from '../exact.ts'
import {markerAt} from '../lexicon/markers.ts'
import {isMentioned} from '../lexicon/mentions.ts'
import {matchBrackets} from './brackets.ts'
import {markAt} from './marks.ts'
import {plainRunAt} from './plain-run.ts'
import {Quotes} from './quotes.ts'
import {settleMarkers} from './settle-markers.ts'
import type {Token} from './token.ts'
import {wordToken} from './word-token.ts'

/** Divides a folded text. One pass. */
export function tokenize(
  text: string,
  names: readonly LicenseName[],
  forms: readonly ExactForm[] = [],
): readonly Token[] {
  return new Tokenizer(text, names, forms).read()
}

/** Brackets within brackets beyond this depth are text. */
const deepest = 16

class Tokenizer {
  readonly #text: string
  readonly #names: readonly LicenseName[]
  readonly #forms: ReadonlyMap<number, ExactForm>
  readonly #quotes: Quotes
  readonly #closing: ReadonlyMap<number, number>
  #at = 0
  /** The index of the first name that does not end before the place. */
  #name = 0
  #depth = 0

  constructor(text: string, names: readonly LicenseName[], forms: readonly ExactForm[]) {
    this.#text = text
    this.#names = names
    this.#forms = new Map(forms.map((form) => [form.start, form]))
    this.#quotes = new Quotes(text)
    this.#closing = matchBrackets(
      text,
      [...names, ...forms].sort((a, b) => a.start - b.start),
    )
  }

  read(): readonly Token[] {
    return this.#readTo(this.#text.length)
  }

  #readTo(end: number): readonly Token[] {
    const tokens: Token[] = []
    while (this.#at < end) {
      const last = tokens.at(-1)
      const token = this.#next(end, last)
      this.#at = token.end
      if ((token.kind === 'text' || token.kind === 'blank') && last?.kind === token.kind)
        tokens[tokens.length - 1] = {...last, end: token.end}
      else tokens.push(token)
    }
    return settleMarkers(tokens)
  }

  #next(end: number, last: Token | undefined): Token {
    const start = this.#at
    const certain = this.#nameToken(start) ?? this.#formToken(start)
    if (certain) return certain
    const nextName = this.#names[this.#name]?.start
    const limit = Math.min(end, nextName ?? end)
    const run = this.#runEnd(start, limit)
    if (run > start) return {kind: 'text', start, end: run}
    return (
      this.#marker(start, limit, last) ??
      markAt(this.#text, start) ??
      this.#group(start) ??
      this.#quote(start, limit) ??
      fitting(wordToken({text: this.#text, start, last, nextName}), limit)
    )
  }

  #nameToken(start: number): Token | undefined {
    for (let name = this.#names[this.#name]; name && name.end <= start; name = this.#names[++this.#name]);
    const found = this.#names[this.#name]
    if (found?.start !== start) return undefined
    const {name, words, end} = found
    const before = this.#text.slice(Math.max(0, start - 2), start)
    if (isMentioned(before, this.#text.slice(end, end + 3))) return {kind: 'quote', start, end}
    return {kind: 'license', start, end, name, words}
  }

  /** `证照「…」` is a licence like the others. */
  #formToken(at: number): Token | undefined {
    const form = this.#forms.get(at)
    if (!form) return undefined
    const {role, value, start, end} = form
    if (role === 'license') return {kind: 'license', start, end, name: {start, end}, words: value}
    return {kind: 'exact', role, value, start, end}
  }

  /** The end of a run of characters that begin nothing. */
  #runEnd(start: number, limit: number): number {
    const end = Math.min(limit, start + plainRunAt(this.#text, start))
    if (this.#forms.size === 0) return end
    for (let at = start; at < end; at++) if (this.#forms.has(at)) return at
    return end
  }

  #marker(start: number, limit: number, last: Token | undefined): Token | undefined {
    if (last?.kind === 'text' && /[a-z\d第]/.test(this.#text.charAt(start - 1))) return undefined
    const startsLine = last === undefined || last.kind === 'feed' || last.kind === 'blank'
    const marker = markerAt(this.#text, start, startsLine)
    if (!marker || start + marker.length > limit) return undefined
    return {...marker, kind: 'marker', start, end: start + marker.length}
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

  /** No bracket ends and no licence begins within a quotation. */
  #quote(start: number, limit: number): Token | undefined {
    const end = this.#quotes.endAt(start)
    return end === undefined || end > limit ? undefined : {kind: 'quote', start, end}
  }
}

/** A word that reaches into a licence name is none. */
function fitting(token: Token, limit: number): Token {
  return token.end <= limit ? token : {kind: 'text', start: token.start, end: token.start + 1}
}
