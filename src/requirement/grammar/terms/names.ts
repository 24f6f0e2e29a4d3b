import {normalizeText} from '../../../text/normalize.ts'
import type {Reading, Subject} from '../syntax.ts'
import {rangeOf, trim} from '../tokens/stretch.ts'
import type {Token, TokenOf} from '../tokens/token.ts'
import {isCondition} from './conditions.ts'
import {isOtherName} from './other-names.ts'

/** A licence, or a document in an exact form. */
export type NameToken = TokenOf<'license' | 'exact'>

/** Whether a token is by itself something to hand in. */
export function isName(token: Token | undefined): token is NameToken {
  return token?.kind === 'license' || (token?.kind === 'exact' && token.role === 'document')
}

/** Brackets round licences: `（《甲》或《乙》）`. */
export function holdsTerm(token: Token | undefined): boolean {
  return (
    token?.kind === 'group' &&
    !isOtherName(trim(token.inner)) &&
    !isCondition(trim(token.inner)) &&
    token.inner.some((inner) => inner.kind === 'exact' || isName(inner) || holdsTerm(inner))
  )
}

/** Tokens as the name of an applicant, a service or a document. */
export function named({text}: Reading, tokens: readonly Token[]): Subject {
  const {start, end} = rangeOf(tokens)
  const [only] = tokens
  const isExact = tokens.length === 1 && only?.kind === 'exact'
  return {start, end, words: isExact ? only.value : normalizeText(text.slice(start, end))}
}
