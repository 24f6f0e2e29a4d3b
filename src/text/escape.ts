import {isPlain, isPlainLine} from './plain.ts'
import type {Range} from './range.ts'

// Controls, formatting characters, lone surrogates, line separators, blanks that look like another blank,
// and whatever else shows nothing of its own.
const HIDDEN =
  '(?!\\t)[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}' +
  '\\p{Noncharacter_Code_Point}\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F]'

const EMOJI = '\\p{Extended_Pictographic}[\\uFE0E\\uFE0F\\u{1F3FB}-\\u{1F3FF}]?'

// Where such characters are at home: flags spelt with tags, joined emoji, keycaps, variants of ideographs.
const AT_HOME = [
  '\\u{1F3F4}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{3,6}\\u{E007F}',
  `${EMOJI}(?:\\u200D${EMOJI})*`,
  '[0-9#*]\\uFE0F\\u20E3',
  '\\p{Unified_Ideograph}[\\uFE00-\\uFE02\\u{E0100}-\\u{E01EF}]',
].join('|')

// Made only where they are needed: such classes take a while to make.
let anyHidden: RegExp | undefined
let eachHidden: RegExp | undefined

/**
 * Shows the characters that a terminal would obey or hide, such as `<U+001B>` for Escape and `<U+202E>`
 * for a right-to-left override. Tabs stay, since how wide they are depends on where they stand.
 */
export function escapeControls(text: string): string {
  return replaceHidden(text, escapeCharacter)
}

/** Writes the characters that {@link escapeControls} shows in another way. */
export function replaceHidden(text: string, write: (hidden: string) => string): string {
  if (!mayHide(text)) return text
  return text.replace(hiddenPattern(), (match, hidden?: string) => (hidden ? write(hidden) : match))
}

/** The text on one line: line feeds and tabs are shown too. */
export function escapeLine(text: string): string {
  if (isPlainLine(text)) return text
  return escapeControls(text.replaceAll('\n', '↵')).replaceAll('\t', escapeCharacter)
}

/** The characters that {@link escapeControls} shows, one a range. */
export function hiddenCharacters(text: string): readonly Range[] {
  if (!mayHide(text)) return []
  return [...text.matchAll(hiddenPattern())]
    .filter((match) => match[1] !== undefined)
    .map((match) => ({start: match.index, end: match.index + match[0].length}))
}

/** The character by its number, such as `<U+200B>`. */
export function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}

function mayHide(text: string): boolean {
  if (isPlain(text)) return false
  anyHidden ??= new RegExp(HIDDEN, 'u')
  return anyHidden.test(text)
}

/** What is at home where it stands, or in a group what is not. */
function hiddenPattern(): RegExp {
  eachHidden ??= new RegExp(`${AT_HOME}|(${HIDDEN})`, 'gu')
  return eachHidden
}
