import {hiddenCharacters} from './escape.ts'

/** A run of one invisible character. */
export interface InvisibleRun {
  readonly index: number
  readonly length: number
  /** Its code point and, where it is a common one, its Unicode name. */
  readonly name: string
  /** A blank where the character makes room, else nothing. */
  readonly replacement: string
}

/** Finds invisible characters that have no business there: those that emoji and some scripts are spelt with have. */
export function findInvisible(text: string): readonly InvisibleRun[] {
  const runs: {index: number; length: number; char: string}[] = []
  for (const {start, end} of hiddenCharacters(text)) {
    const char = text.slice(start, end)
    const last = runs.at(-1)
    if (/[\r\n]/.test(char) || joinsLetters(text, start, end)) continue
    if (last && last.char === char && last.index + last.length === start) last.length += char.length
    else runs.push({index: start, length: char.length, char})
  }
  return runs.map(({index, length, char}) => ({
    index,
    length,
    name: nameOf(char),
    replacement: makesRoom(char) ? ' ' : '',
  }))
}

/** Whether there is nothing in the text but what Chinese and English documents are made of, all of it visible. */
export function isPlainlyVisible(text: string): boolean {
  return plain.test(text)
}

const plain = /^[\n\r\t -~·–—‘’“”…\u3000-\u3029\u4E00-\u9FFF\uFF01-\uFF60]*$/

/** Scripts whose spelling needs joiners, non-joiners or variation selectors. */
const joiningScripts = [
  ...['Arabic', 'Syriac', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Tamil', 'Telugu', 'Kannada'],
  ...['Malayalam', 'Sinhala', 'Khmer', 'Myanmar', 'Mongolian'],
]

function joinsLetters(text: string, start: number, end: number): boolean {
  return /\u200C|\u200D|[\u180B-\u180F]/.test(text.slice(start, end)) && isJoined(text.charAt(start - 1))
}

let joiningScript: RegExp | undefined

function isJoined(letter: string): boolean {
  joiningScript ??= new RegExp(joiningScripts.map((script) => `\\p{Script=${script}}`).join('|'), 'u')
  return joiningScript.test(letter)
}

/** A byte order mark is a blank to JavaScript only. */
function makesRoom(char: string): boolean {
  return /[^\S\uFEFF]|[\u3164\uFFA0]/.test(char)
}

const names: Readonly<Record<string, string>> = {
  '\u0000': 'NULL',
  '\u001B': 'ESCAPE',
  '\u00A0': 'NO-BREAK SPACE',
  '\u00AD': 'SOFT HYPHEN',
  '\u200B': 'ZERO WIDTH SPACE',
  '\u200C': 'ZERO WIDTH NON-JOINER',
  '\u200D': 'ZERO WIDTH JOINER',
  '\u200E': 'LEFT-TO-RIGHT MARK',
  '\u200F': 'RIGHT-TO-LEFT MARK',
  '\u2028': 'LINE SEPARATOR',
  '\u2029': 'PARAGRAPH SEPARATOR',
  '\u202A': 'LEFT-TO-RIGHT EMBEDDING',
  '\u202B': 'RIGHT-TO-LEFT EMBEDDING',
  '\u202C': 'POP DIRECTIONAL FORMATTING',
  '\u202D': 'LEFT-TO-RIGHT OVERRIDE',
  '\u202E': 'RIGHT-TO-LEFT OVERRIDE',
  '\u202F': 'NARROW NO-BREAK SPACE',
  '\u2060': 'WORD JOINER',
  '\u2066': 'LEFT-TO-RIGHT ISOLATE',
  '\u2067': 'RIGHT-TO-LEFT ISOLATE',
  '\u2068': 'FIRST STRONG ISOLATE',
  '\u2069': 'POP DIRECTIONAL ISOLATE',
  '\uFEFF': 'BYTE ORDER MARK',
}

function nameOf(char: string): string {
  const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return names[char] ? `U+${code} ${names[char]}` : `U+${code}`
}
