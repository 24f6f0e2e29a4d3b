import type {MarkdownDocument} from '../document/model.ts'

/** What stands before the text of a line: the marks of block quotes and the indent of list items. */
export function prefixOf(markdown: MarkdownDocument, line: number): string {
  return /^[ \t>]*/.exec(visibleText(markdown, line))?.[0] ?? ''
}

/** A line's text behind its prefix. */
export function textOfLine(markdown: MarkdownDocument, line: number): string {
  return visibleText(markdown, line).slice(prefixOf(markdown, line).length)
}

/** Without the byte order mark that the first line may begin with. */
function visibleText({lines}: MarkdownDocument, line: number): string {
  const text = lines.textOf(line)
  return line === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text
}

/** What ends a line: a line feed, a carriage return, or both. */
export function lineEndingOf({source, lines}: MarkdownDocument, line: number): string {
  return source.slice(lines.rangeOf(line).end, lines.rangeOf(line + 1).start)
}

/** Whether nothing but marks of block quotes stands on a line of the document. */
export function isBlankLine(markdown: MarkdownDocument, line: number): boolean {
  return line >= 1 && line <= markdown.lines.count && textOfLine(markdown, line) === ''
}

/** How many blank lines follow each other from a line on, in steps of 1 or -1. */
export function blankLinesFrom(markdown: MarkdownDocument, line: number, step: 1 | -1): number {
  let count = 0
  while (isBlankLine(markdown, line + count * step)) count++
  return count
}
