import {foldCodePoint, foldUnit, isHighSurrogate, nothing, unusual} from './fold.ts'

/** What stands there may show anything. */
export const unclear = -1

/** The block ends there. */
export const ended = -2

/**
 * Where the text of a heading or paragraph goes on after markup, blanks and what cannot be seen: the place itself where a
 * character stands that is shown.
 *
 * @param isQuoted whether the text stands in a quote, whose marks begin its lines.
 */
export function skipHidden(source: string, at: number, isQuoted: boolean): number {
  const unit = source.charCodeAt(at)
  if (Number.isNaN(unit)) return ended
  if (unit === lineFeed || unit === carriageReturn) return nextLine(source, at)
  const folded = foldUnit(unit)
  if (folded === nothing) return unit === 0 ? unclear : at + 1
  if (folded === unusual) {
    if (foldCodePoint(source.codePointAt(at) ?? 0) !== '') return at
    return at + (isHighSurrogate(unit) ? 2 : 1)
  }
  switch (source[at]) {
    case '*':
    case '_':
    case '~':
    case '`':
    case '\\':
    case '!':
      return at + 1
    case '[':
      return source[at + 1] === '^' ? noteEnd(source, at) : at + 1
    case '<':
      return tagEnd(source, at, isQuoted)
    case '&':
      return referenceEnd(source, at)
    case ']':
      // An address that follows does not show.
      return /[([]/.test(source.charAt(at + 1)) ? unclear : at + 1
    default:
      return at
  }
}

const blanks = ['&nbsp;', '&emsp;', '&ensp;', '&thinsp;']

function referenceEnd(source: string, at: number): number {
  const blank = blanks.find((reference) => source.startsWith(reference, at))
  if (blank !== undefined) return at + blank.length
  return isReference(source, at) ? unclear : at
}

/** Whether an ampersand may begin a character reference: the longest name is `&CounterClockwiseContourIntegral;`. */
export function isReference(source: string, at: number): boolean {
  for (let next = at + 1; next <= at + 33; next++) if (source[next] === ';') return true
  return false
}

const lineFeed = 0x0a
const carriageReturn = 0x0d
const quote = 0x22
const apostrophe = 0x27
const greater = 0x3e

/** Text may go on below, after the marks of quotes. */
function nextLine(source: string, at: number): number {
  let next = at + (source.startsWith('\r\n', at) ? 2 : 1)
  while (isQuoteMark(source[next])) next++
  const char = source[next]
  return char === undefined || char === '\n' || char === '\r' ? ended : next
}

function isQuoteMark(char: string | undefined): boolean {
  return char === ' ' || char === '\t' || char === '>'
}

/** Behind `[^1]`, or `[^1]:` where a footnote begins. */
function noteEnd(source: string, at: number): number {
  const end = find(']', source, at)
  if (end < 0) return end
  return source[end + 1] === ':' ? end + 2 : end + 1
}

/** Behind a tag or a comment. One without an end is text, and shows its bracket. */
function tagEnd(source: string, at: number, isQuoted: boolean): number {
  const mark = source[at + 1] ?? ''
  if (/[a-z/]/i.test(mark)) return elementEnd(source, at, isQuoted)
  // `<!-->` is a whole comment.
  const end = source.startsWith('<!--', at) ? find('-->', source, at + 2) : unclear
  if (end >= 0) return end + 3
  return mark === '!' || mark === '?' ? unclear : at
}

function elementEnd(source: string, start: number, isQuoted: boolean): number {
  let open = 0
  for (let at = start + 1; at < start + longest; at++) {
    const unit = source.charCodeAt(at)
    if (unit === open) open = 0
    else if (open === 0 && unit === greater) return at + 1
    else if (open === 0 && (unit === quote || unit === apostrophe)) open = unit
    else if (unit === lineFeed || unit === carriageReturn) {
      const next = nextLine(source, at)
      if (next === ended) return start
      // What begins the line may end the tag or be a mark of the quote that it stands in.
      if (isQuoted && source.slice(at, next).includes('>')) return unclear
    } else if (Number.isNaN(unit)) return start
  }
  return unclear
}

/** Further nobody looks, so that no text is looked through again and again. */
const longest = 2000

function find(text: string, source: string, from: number): number {
  for (let at = from; at < from + longest; at++) if (source.startsWith(text, at)) return at
  return unclear
}
