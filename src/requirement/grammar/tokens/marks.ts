import {lengthAt} from '../lexicon/patterns.ts'
import type {PlainKind, Token} from './token.ts'

/** Marks of one character that divide a text. */
export const marks: Readonly<Record<string, PlainKind>> = {
  '→': 'colon',
  '\n': 'feed',
  ',': 'comma',
  '、': 'enumeration',
  ';': 'semicolon',
  '。': 'stop',
  ':': 'colon',
}

/** What stands for a colon. */
const arrow = /[-=]+>|——/y

const address = /https?:\/\/[\w\-.~:/?#@!$&*+=%]+/y

/** The longer marks, and what they begin with. */
export const longMarkPatterns: readonly RegExp[] = [arrow, address]
export const longMarkStarts = '-=—h'

/** A mark at a place of a folded text; an address is one, since its marks divide nothing. */
export function markAt(text: string, start: number): Token | undefined {
  const addressLength = lengthAt(address, text, start)
  if (addressLength > 0) return {kind: 'quote', start, end: start + addressLength}
  const arrowLength = lengthAt(arrow, text, start)
  if (arrowLength > 0) return {kind: 'colon', start, end: start + arrowLength}
  const char = text.charAt(start)
  const kind = marks[char] ?? (/\s/.test(char) ? 'blank' : undefined)
  if (!kind) return undefined
  const isTime = kind === 'colon' && /^\d:\d\d(?!\d)/.test(text.slice(Math.max(0, start - 1), start + 4))
  return {kind: isTime ? 'text' : kind, start, end: start + 1}
}
