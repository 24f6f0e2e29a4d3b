/**
 * Where a text stops being JSON: the first character that no JSON text could have there, or the end of one that
 * is cut short. Undefined for JSON. What `JSON.parse` says of that differs between versions of Node.js.
 */
export function jsonFault(text: string): number | undefined {
  const open: string[] = []
  let next: Expected = 'value'
  for (let at = afterBlanks(text, 0); ; at = afterBlanks(text, at)) {
    const character = text[at]
    const closer = open.at(-1)
    if (character === undefined) return next === 'more' && closer === undefined ? undefined : at
    const isKey: boolean = next === 'key' || (next === 'first' && closer === '}')
    const opened = next === 'more' || next === 'colon' || isKey ? undefined : closers[character]
    if (character === closer && (next === 'first' || next === 'more')) {
      open.pop()
      next = 'more'
      at++
    } else if (opened !== undefined) {
      open.push(opened)
      next = 'first'
      at++
    } else if (next === 'more' || next === 'colon') {
      if (character !== (next === 'colon' ? ':' : ',') || closer === undefined) return at
      next = next === 'more' && closer === '}' ? 'key' : 'value'
      at++
    } else {
      const {end, isWhole} = readScalar(text, at, isKey)
      if (!isWhole) return end
      next = isKey ? 'colon' : 'more'
      at = end
    }
  }
}

/** `first` is a value or key, or the end of what holds it; `more` a comma or that end. */
type Expected = 'value' | 'first' | 'key' | 'colon' | 'more'

const closers: Readonly<Record<string, string | undefined>> = {'{': '}', '[': ']'}

interface Scalar {
  /** Where it ends, or where it goes wrong. */
  readonly end: number
  readonly isWhole: boolean
}

const plain = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?/y

function readScalar(text: string, start: number, isKey: boolean): Scalar {
  if (text[start] === '"') return readString(text, start + 1)
  const end = isKey ? -1 : afterMatch(plain, text, start)
  return {end: Math.max(end, start), isWhole: end >= 0}
}

// All from the blank on but for the quotation mark and the backslash.
const ordinary = /[ !#-[\]-\uFFFF]+/y
const escaped = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y

function readString(text: string, start: number): Scalar {
  for (let at = start; ; ) {
    if (text[at] === '"') return {end: at + 1, isWhole: true}
    const end = afterMatch(text[at] === '\\' ? escaped : ordinary, text, at)
    if (end < 0) return {end: at, isWhole: false}
    at = end
  }
}

const blanks = /[\t\n\r ]*/y

function afterBlanks(text: string, start: number): number {
  return afterMatch(blanks, text, start)
}

/** Where the match ends that begins right there, or -1. */
function afterMatch(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start
  return pattern.test(text) ? pattern.lastIndex : -1
}
