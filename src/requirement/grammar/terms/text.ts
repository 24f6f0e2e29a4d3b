import {normalizeText} from '../../../text/normalize.ts'
import {joinText} from '../nodes/join-text.ts'
import type {Reading} from '../syntax.ts'
import {textIn} from '../tokens/stretch.ts'
import type {Token} from '../tokens/token.ts'

/** The normalised text of tokens; null where they say nothing. */
export function textOf({text}: Reading, tokens: readonly Token[]): string | null {
  const words = normalizeText(textIn(text, tokens)).replace(/^[，,、：:]+|[，,、：:。]+$/g, '')
  return saysSomething(words) ? words : null
}

/** Marks alone are no remark. */
export function saysSomething(text: string): boolean {
  // Most texts have one of these; the longer pattern takes milliseconds to compile.
  return /[\u4E00-\u9FFF\w]/.test(text) || /[\p{L}\p{N}]/u.test(text)
}

/** Several stretches as one remark. */
export function joinedTextOf(reading: Reading, stretches: readonly (readonly Token[])[]): string | null {
  return stretches.map((tokens) => textOf(reading, tokens)).reduce(joinText, null)
}
