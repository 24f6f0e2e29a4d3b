import {saysOptional, saysOutdated} from '../lexicon/waivers.ts'
import {joinText} from '../nodes/join-text.ts'
import type {Need, Reading, TermNode} from '../syntax.ts'
import {trim} from '../tokens/stretch.ts'
import type {Token, TokenOf} from '../tokens/token.ts'
import {isCondition} from './conditions.ts'
import {isOtherName, otherNamesIn} from './other-names.ts'
import {textOf} from './text.ts'

/** What a text says of a licence behind its name. */
export type Details = Pick<TermNode, 'condition' | 'issuer' | 'aliases' | 'note' | 'need'>

/** Reads what stands after a name: brackets, other names, a condition that needs no connective, remarks. */
export function readDetails(reading: Reading, tokens: readonly Token[]): Details {
  const details = new DetailsReader(reading)
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'equals') {
      details.addNames(tokens.slice(index + 1))
      break
    }
    if (token.kind === 'group') details.addGroup(trim(token.inner))
    else if (token.kind === 'exact') details.addExact(token)
    else details.addWord(token)
  }
  return details.finish()
}

class DetailsReader {
  readonly #reading: Reading
  readonly #aliases: string[] = []
  #condition: string | null = null
  #issuer: string | null = null
  #note: string | null = null
  #need: Need = 'required'
  /** Tokens outside brackets that follow each other. */
  #words: Token[] = []

  constructor(reading: Reading) {
    this.#reading = reading
  }

  addNames(tokens: readonly Token[]): void {
    this.#closeWords()
    this.#aliases.push(...otherNamesIn(this.#reading, tokens))
  }

  addGroup(inner: readonly Token[]): void {
    this.#closeWords()
    if (isOtherName(inner)) this.#aliases.push(...otherNamesIn(this.#reading, inner.slice(1)))
    else this.#addText(inner)
  }

  addExact({role, value}: TokenOf<'exact'>): void {
    this.#closeWords()
    if (role === 'condition') this.#condition = joinText(this.#condition, value)
    else if (role === 'issuer') this.#issuer = joinText(this.#issuer, value)
    else if (role === 'note') this.#note = joinText(this.#note, value)
    else if (role === 'alias') this.#aliases.push(value)
    else if (role === 'optional') this.#need = 'waived'
  }

  addWord(token: Token): void {
    this.#words.push(token)
  }

  finish(): Details {
    this.#closeWords()
    return {
      condition: this.#condition,
      issuer: this.#issuer,
      aliases: this.#aliases,
      note: this.#note,
      need: this.#need,
    }
  }

  #closeWords(): void {
    this.#addText(this.#words)
    this.#words = []
  }

  #addText(tokens: readonly Token[]): void {
    const text = textOf(this.#reading, tokens)
    if (isCondition(tokens)) this.#condition = joinText(this.#condition, text)
    else this.#note = joinText(this.#note, text)
    if (text !== null && saysOutdated(text)) this.#need = 'waived'
    else if (text !== null && saysOptional(text) && this.#need === 'required') this.#need = 'ifAny'
  }
}
