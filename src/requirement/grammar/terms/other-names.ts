import type {Reading} from '../syntax.ts'
import {trim} from '../tokens/stretch.ts'
import type {Token} from '../tokens/token.ts'
import {textOf} from './text.ts'

/** `（即ICP备案）`, `（原《甲》）` */
export function isOtherName(inner: readonly Token[]): boolean {
  return inner[0]?.kind === 'equals' || (inner[1]?.kind === 'license' && isFormer(inner[0]))
}

/** `原`, `旧`, `前`: one ideograph before a name says nothing else. */
function isFormer(token: Token | undefined): boolean {
  return token?.kind === 'text' && token.end - token.start === 1
}

/** The names behind `即` and its like: each licence, else the words. */
export function otherNamesIn(reading: Reading, tokens: readonly Token[]): readonly string[] {
  const names = tokens.flatMap((token) => (token.kind === 'license' ? [token.words] : []))
  if (names.length > 0) return names
  const text = textOf(reading, trim(tokens.filter(({kind}) => kind !== 'colon')))
  return text === null ? [] : [text]
}
