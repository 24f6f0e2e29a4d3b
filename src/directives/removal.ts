import type {Comment, MarkdownDocument} from '../document/model.ts'
import type {Edit} from '../finding.ts'
import {isBlank} from '../text/blanks.ts'
import {editOf} from '../text/edit.ts'
import {type LineIndex, wholeLine} from '../text/lines.ts'
import type {Range} from '../text/range.ts'

/** Takes a comment away, or nothing where what stands around it could come to mean something else. */
export function removalOf(comment: Comment, document: MarkdownDocument): Edit | undefined {
  if (comment.isAlone) return lineRemoval(comment, document)
  return comment.isBlock ? undefined : inlineRemoval(comment.range, document.source)
}

/** From a line of its own, which goes too where a blank line is left above or below, with one of two blank lines. */
function lineRemoval({range}: Comment, {source, lines}: MarkdownDocument): Edit | undefined {
  const first = lines.lineAt(range.start)
  const last = lines.lineAt(range.end)
  const start = lines.rangeOf(first).start + (source.startsWith('\uFEFF') && first === 1 ? 1 : 0)
  const margin = source.slice(start, range.start)
  const after = source.slice(range.end, lines.rangeOf(last).end)
  if (!isMargin(margin) || after.trim() !== '') return undefined
  let next = last + 1
  while (next <= lines.count && isMargin(lines.textOf(next))) next++
  if (next > lines.count) return editOf(wholeLines(lines, first, last), '')
  // What is indented could join a list, and what then stands first could become front matter.
  if (/^[ \t>]*[ \t]{2}|^(?:---|\+\+\+)/.test(lines.textOf(next))) return undefined
  const isFirst = first === 1 || isMargin(lines.textOf(first - 1))
  if (!isFirst && next === last + 1) return editOf(range, '')
  const isDoubled = isFirst && next > last + 1 && lines.textOf(last + 1).trim() === margin.trim()
  return {start, end: lines.rangeOf(last + (isDoubled ? 2 : 1)).start, text: ''}
}

/** At the end of a document the line end before goes, if there is none behind. */
function wholeLines(lines: LineIndex, first: number, last: number): Range {
  return {start: wholeLine(lines, first).start, end: wholeLine(lines, last).end}
}

/** Nothing but blanks and the marks of block quotes. */
function isMargin(text: string): boolean {
  return /^[ \t>]*$/.test(text)
}

/** From a cell or a line, along with the blank on one side. */
function inlineRemoval({start, end}: Range, source: string): Edit | undefined {
  let from = start
  while (isBlank(source[from - 1])) from--
  let to = end
  while (isBlank(source[to])) to++
  // A backslash, a number sign or a backtick could come to mean what follows then.
  if (/[\\#`]/.test(source.charAt(from - 1)) || isInDelimiterRow({start: from, end: to}, source))
    return undefined
  const isLast = isBorder(source[to])
  const isFirst = isBorder(source[from - 1])
  if (isFirst && isLast)
    return source[from - 1] === '|' && source[to] === '|' ? {start: from, end: to, text: ' '} : undefined
  if (isLast) return {start: from, end, text: ''}
  if (isFirst) return {start, end: to, text: ''}
  const isParted = from < start && end < to
  return isParted ? {start: from, end, text: ''} : undefined
}

/** Whether what is left of the line, up to the comments beside this one, could be a delimiter row. */
function isInDelimiterRow({start, end}: Range, source: string): boolean {
  let from = start
  while (isDelimiter(source[from - 1])) from--
  let to = end
  while (isDelimiter(source[to])) to++
  const isWhole = /^[>\r\n\uFEFF]?$/.test(source.charAt(from - 1)) && /^[<\r\n]?$/.test(source.charAt(to))
  return isWhole && (source.slice(from, start) + source.slice(end, to)).includes('-')
}

function isDelimiter(char: string | undefined): boolean {
  return char !== undefined && /[-|: \t]/.test(char)
}

/** A pipe, a line end, or an end of the document. */
function isBorder(char: string | undefined): boolean {
  return char === undefined || /[|\r\n]/.test(char)
}
