import {closesFence, fenceLength} from '../line-kinds.ts'
import type {SourceLines} from '../source-lines.ts'

/**
 * The line after a piece of a document that must be parsed: the next line where every block is closed, whatever stands
 * before it. That is one without an indent after a blank line, outside code and HTML that go over blank lines. Where
 * it depends on lists or quotes whether a line opens such code, there is none before the end of the document.
 *
 * @param first its first line, where no block is open.
 */
export function pieceEnd(lines: SourceLines, first: number): number {
  let isAfterBlank = false
  let mayBeHtml = false
  let mayBeContained = false
  for (let line = first; line <= lines.count; line++) {
    const {source} = lines
    const start = lines.startOf(line)
    const end = lines.endOf(line)
    const text = source.slice(start, end)
    if (lines.kindOf(line) === 'blank') {
      isAfterBlank = true
      mayBeHtml = false
      continue
    }
    const isIndented = text[0] === ' ' || text[0] === '\t'
    if (isAfterBlank && !isIndented && line > first) return line
    isAfterBlank = false
    const opening = openingOf(lines, line)
    if (opening) {
      const close = closeOf(lines, line, opening, mayBeContained)
      // In HTML that ends with a blank line it would open nothing.
      if (close === undefined || (mayBeHtml && close > line)) return lines.count + 1
      line = close
    } else if (/^ {0,3}<(?!https?:)/.test(text)) mayBeHtml = true
    mayBeContained ||= isContainer.test(text) || (isIndented && line === first)
  }
  return lines.count + 1
}

/** What may open a list item, a quote or a footnote. */
const isContainer = /^[ \t]*(?:[-*+>]|\d+[.)]|\[\^)/

/** A line that opens a block which blank lines do not close, and tells which line closes it. */
interface Opening {
  readonly indent: number
  readonly isClosedBy: (line: number) => boolean
}

function openingOf(lines: SourceLines, line: number): Opening | undefined {
  const {source} = lines
  const start = lines.textStart(line)
  const end = lines.endOf(line)
  const indent = start - lines.startOf(line)
  const char = source[start]
  if (char === '`' || char === '~') {
    const length = fenceLength(source, start, end)
    const isClosedBy = (other: number) =>
      other > line && closesFence(source, lines.textStart(other), lines.endOf(other), start, length)
    return length > 0 ? {indent, isClosedBy} : undefined
  }
  if (char !== '<') return undefined
  const closing = htmlEnd(lines.textOf(line))
  if (!closing) return undefined
  return {indent, isClosedBy: (other) => closing.test(source.slice(lines.startOf(other), lines.endOf(other)))}
}

/** The first five kinds: <https://spec.commonmark.org/0.31.2/#html-blocks>. */
function htmlEnd(text: string): RegExp | undefined {
  if (/^<(?:script|pre|style|textarea)(?:[ \t>]|$)/i.test(text)) return /<\/(?:script|pre|style|textarea)>/i
  if (text.startsWith('<!--')) return /-->/
  if (text.startsWith('<?')) return /\?>/
  if (text.startsWith('<![CDATA[')) return /\]\]>/
  return /^<![a-z]/i.test(text) ? />/ : undefined
}

/**
 * The line that closes what a line opens. Within a list item or a quote it would end with that, so there must be no line
 * of lesser indent before.
 */
function closeOf(
  lines: SourceLines,
  line: number,
  {indent, isClosedBy}: Opening,
  mayBeContained: boolean,
): number | undefined {
  for (let other = line; other <= lines.count; other++) {
    const own = lines.textStart(other) - lines.startOf(other)
    if (mayBeContained && own < indent && lines.kindOf(other) !== 'blank') return undefined
    if (isClosedBy(other)) return other
  }
  return undefined
}
