import {trimRange} from '../text/blanks.ts'
import type {Range} from '../text/range.ts'
import type {MarkdownDocument} from './model.ts'
import {hasDelimiterForm, unescapedPipes} from './pipes.ts'

/** A line of the source, read as a table row would be. */
export interface RowLine {
  /** Without blanks at the ends and without the marks of a block quote. */
  readonly range: Range
  readonly text: string
  readonly cells: number
  /** Whether it begins with a pipe. */
  readonly isPiped: boolean
  /** Whether it ends with one. */
  readonly isClosed: boolean
  /** Whether it could stand under a header: <https://github.github.com/gfm/#delimiter-row>. */
  readonly isDelimiter: boolean
  /** Whether it is one, or was meant as one: nothing but pipes, colons, blanks and dashes of any kind. */
  readonly isLikeDelimiter: boolean
  /** Whether it begins with the full-width `｜` of a Chinese keyboard. */
  readonly hasWidePipes: boolean
}

export function rowLines(range: Range, document: MarkdownDocument): RowLine[] {
  const first = document.lines.lineAt(range.start)
  const last = document.lines.lineAt(Math.max(range.start, range.end - 1))
  const lines: RowLine[] = []
  for (let line = first; line <= last; line++) lines.push(readLine(line, range, document))
  return lines
}

function readLine(line: number, within: Range, {source, lines}: MarkdownDocument): RowLine {
  const whole = lines.rangeOf(line)
  const start = Math.max(whole.start, within.start)
  const quote = /^[ \t>]*/.exec(source.slice(start, whole.end))?.[0].length ?? 0
  const range = trimRange(source, {start: start + quote, end: Math.min(whole.end, within.end)})
  const text = source.slice(range.start, range.end)
  const pipes = unescapedPipes(text)
  const isPiped = text.startsWith('|')
  const isClosed = pipes.length > (isPiped ? 1 : 0) && pipes.at(-1) === text.length - 1
  const cells = pipes.length + 1 - Number(isPiped) - Number(isClosed)
  const isDelimiter = pipes.length > 0 && hasDelimiterForm(text)
  const isLikeDelimiter =
    isDelimiter || (/^[|:：\s—–−－-]+$/.test(text) && text.includes('|') && /[—–−－-]/.test(text))
  return {
    range,
    text,
    cells,
    isPiped,
    isClosed,
    isDelimiter,
    isLikeDelimiter,
    hasWidePipes: /^｜.*｜/.test(text),
  }
}
