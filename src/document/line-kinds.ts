/**
 * What a line begins where no container is open. `special` is all that the lines alone do not settle: lists, quotes, HTML,
 * indents, underlines of headings, definitions.
 */
export type LineKind = 'blank' | 'text' | 'heading' | 'fence' | 'special'

const tab = 9
const space = 32

/** Where a line's text begins: after up to three spaces, as those do not count. */
export function indentEnd(source: string, start: number, end: number): number {
  let at = start
  while (at < end && at < start + 3 && source.charCodeAt(at) === space) at++
  return at
}

/** The kind of the line whose text begins at `start`, after {@link indentEnd}. */
export function kindOf(source: string, start: number, end: number): LineKind {
  if (start === end) return 'blank'
  const code = source.charCodeAt(start)
  if (code === tab || code === space) return isBlankFrom(source, start, end) ? 'blank' : 'special'
  // What begins with a letter, an ideograph or a pipe, as most lines do, begins no other block.
  if (code > 0x7a || (code > 0x60 && code < 0x7b) || (code > 0x40 && code < 0x5b)) {
    return code === 0x7e ? fenceOrText(source, start, end) : 'text'
  }
  return kindOfMarked(source, start, end)
}

function kindOfMarked(source: string, start: number, end: number): LineKind {
  const char = source.charAt(start)
  switch (char) {
    case '#':
      return headingDepth(source, start, end) > 0 ? 'heading' : 'text'
    case '`':
      return fenceOrText(source, start, end)
    case '<':
    case '>':
      return 'special'
    case '-':
    case '*':
    case '+':
      return isBlankAt(source, start + 1, end) || isRun(source, start, end) ? 'special' : 'text'
    case '_':
    case '=':
      return isRun(source, start, end) ? 'special' : 'text'
    case '[':
      return source.slice(start, end).includes(']:') ? 'special' : 'text'
    default:
      return isOrdinal(source, start, end) ? 'special' : 'text'
  }
}

/** The number of marks of an ATX heading; 0 where there is none: <https://spec.commonmark.org/0.31.2/#atx-headings>. */
export function headingDepth(source: string, start: number, end: number): number {
  let at = start
  while (at < end && source[at] === '#') at++
  const depth = at - start
  return depth <= 6 && isBlankAt(source, at, end) ? depth : 0
}

/** The number of marks that open a code block; 0 where none opens: <https://spec.commonmark.org/0.31.2/#fenced-code-blocks>. */
export function fenceLength(source: string, start: number, end: number): number {
  const char = source[start]
  let at = start
  while (at < end && source[at] === char) at++
  if (at - start < 3) return 0
  return char === '`' && source.slice(at, end).includes('`') ? 0 : at - start
}

/** Whether a line with these marks or more closes a code block. */
export function closesFence(
  source: string,
  start: number,
  end: number,
  open: number,
  length: number,
): boolean {
  let at = start
  while (at < end && source[at] === source[open]) at++
  return at - start >= length && isBlankFrom(source, at, end)
}

/** <https://spec.commonmark.org/0.31.2/#thematic-breaks> */
export function isThematicBreak(source: string, start: number, end: number): boolean {
  return /^([-*_])[ \t]*(?:\1[ \t]*){2,}$/.test(source.slice(start, end))
}

function fenceOrText(source: string, start: number, end: number): LineKind {
  return fenceLength(source, start, end) > 0 ? 'fence' : 'text'
}

function isOrdinal(source: string, start: number, end: number): boolean {
  let at = start
  while (at < end && isDigit(source.charCodeAt(at))) at++
  return at > start && (source[at] === '.' || source[at] === ')') && isBlankAt(source, at + 1, end)
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** Whether a line is one character over and over. */
function isRun(source: string, start: number, end: number): boolean {
  const char = source[start]
  for (let at = start + 1; at < end; at++) {
    if (source[at] !== char && !isBlankAt(source, at, end)) return false
  }
  return true
}

/** Whether a blank or the end of the line stands there. */
function isBlankAt(source: string, at: number, end: number): boolean {
  if (at >= end) return true
  const code = source.charCodeAt(at)
  return code === space || code === tab
}

function isBlankFrom(source: string, start: number, end: number): boolean {
  let at = start
  while (at < end && isBlankAt(source, at, end)) at++
  return at === end
}
