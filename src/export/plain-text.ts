import {toJsonLine} from '../text/json.ts'

/**
 * The text with U+FFFD for what not every reader of UTF-8 takes: halves of surrogate pairs, which UTF-8 cannot
 * hold, and NUL, which PostgreSQL cannot.
 */
export function plainText(text: string): string {
  return text.replace(/[\0\p{Cs}]/gu, '\uFFFD')
}

/** JSON on one line, with every text in it as {@link plainText}: not even as an escape does PostgreSQL take NUL. */
export function plainJson(value: object): string {
  return toJsonLine(plainTexts(value))
}

function plainTexts(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value)
  if (Array.isArray(value)) return value.map(plainTexts)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainTexts(item)]))
}
