import {normalizeText} from '../text/normalize.ts'
import {type Reading, rangeOf, type Subject} from './syntax.ts'
import type {Token} from './tokens.ts'

/** A licence, or a document in an exact form. */
export type NameToken = Token & ({readonly kind: 'license'} | {readonly kind: 'exact'})

/** Whether a token is by itself something to hand in. */
export function isName(token: Token | undefined): token is NameToken {
  return token?.kind === 'license' || (token?.kind === 'exact' && token.role === 'document')
}

/** Tokens as the name of an applicant, a service or a document. */
export function named({text}: Reading, tokens: readonly Token[]): Subject {
  const {start, end} = rangeOf(tokens)
  const [only] = tokens
  const isExact = tokens.length === 1 && only?.kind === 'exact'
  return {start, end, words: isExact ? only.value : normalizeText(text.slice(start, end))}
}
