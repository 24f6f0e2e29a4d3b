import type {Range} from '../../../text/range.ts'
import {blanks} from './kinds.ts'
import type {Token} from './token.ts'

/** The range of tokens that follow each other. */
export function rangeOf(tokens: readonly Token[]): Range {
  return {start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0}
}

/** What tokens that follow each other say in a text. */
export function textIn(text: string, tokens: readonly Token[]): string {
  const {start, end} = rangeOf(tokens)
  return text.slice(start, end)
}

/** Without blanks and line feeds at either end. */
export function trim(tokens: readonly Token[]): readonly Token[] {
  let start = 0
  let end = tokens.length
  while (start < end && isBlank(tokens[start])) start++
  while (end > start && isBlank(tokens[end - 1])) end--
  return tokens.slice(start, end)
}

export function isBlank(token: Token | undefined): boolean {
  return token !== undefined && blanks.has(token.kind)
}

/** The first token that is no blank. */
export function firstWord(tokens: readonly Token[]): Token | undefined {
  return tokens.find((token) => !isBlank(token))
}
