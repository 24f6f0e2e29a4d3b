import type {BrokenTable} from '../dataset/model.ts'
import type {MarkdownDocument} from '../document/model.ts'
import {type RowLine, rowLines} from '../document/row-lines.ts'
import type {Edit} from '../finding.ts'
import {editOf} from '../text/edit.ts'
import {type DelimiterStyle, mendedDelimiter} from './delimiter-row.ts'
import {blankLinesFrom, isBlankLine, lineEndingOf, prefixOf} from './line-frame.ts'
import {rejoin, unindent, withdrawFromHtml} from './swallowed-lines.ts'
import {isWholeTable} from './table-check.ts'

/** Edits, or nothing where some text would be lost or the lines would be no table all the same. */
export type Edits = readonly Edit[] | undefined

/** Makes a table of lines that were meant as one. */
export function mendLines(fragment: BrokenTable, markdown: MarkdownDocument, style: DelimiterStyle): Edits {
  switch (fragment.kind) {
    case 'no-delimiter':
      return insertDelimiter(fragment, markdown, style)
    case 'delimiter-width':
    case 'delimiter-form':
      return replaceDelimiter(fragment, markdown)
    case 'wide-pipes':
      return narrowPipes(fragment, markdown, style)
    case 'parted-head':
      return joinHead(fragment, markdown)
    case 'cut-off':
      return rejoin(fragment, markdown)
    case 'in-html':
      return withdrawFromHtml(fragment, markdown)
    case 'indented':
      return unindent(fragment, markdown)
    default:
      return undefined
  }
}

/** Only below header words: in a table without a header, a row would become one. */
function insertDelimiter(
  {lines, head}: BrokenTable,
  markdown: MarkdownDocument,
  style: DelimiterStyle,
): Edits {
  const [first] = lines
  if (!first || head !== first || !isEvenlyFramed(lines, markdown)) return undefined
  const delimiter = style.rowFor(first)
  const isTable = isWholeTable(textsOf(lines).toSpliced(1, 0, delimiter))
  return isTable ? [lineBelow(first, delimiter, markdown)] : undefined
}

function replaceDelimiter({lines, range}: BrokenTable, markdown: MarkdownDocument): Edits {
  const found = lines.findIndex(({isLikeDelimiter}) => isLikeDelimiter)
  const at = found === -1 ? lines.length - 1 : found
  const header = lines[at - 1]
  const delimiter = lines[at]
  // Right below the underline of a heading its text may go on.
  const rows = [...lines.slice(at + 1), ...linesBelow(range.end, markdown)]
  if (!header || !delimiter || !isEvenlyFramed([header, delimiter, ...rows], markdown)) return undefined
  if (rows.some(({cells, isPiped}) => cells < 2 && !isPiped)) return undefined
  const text = mendedDelimiter(header, delimiter)
  return isWholeTable([header.text, text, ...textsOf(rows)]) ? [editOf(delimiter.range, text)] : undefined
}

/** A `｜` may also be meant, so each line must have as many. */
function narrowPipes({lines, head}: BrokenTable, markdown: MarkdownDocument, style: DelimiterStyle): Edits {
  const [first, second] = lines.map(narrowed)
  const counts = new Set(lines.map(({text}) => text.split('｜').length))
  if (!first || !second || counts.size > 1 || lines.some(({text}) => text.includes('|'))) return undefined
  if (!isEvenlyFramed(lines, markdown)) return undefined
  const texts = lines.map((line) => narrowed(line).text)
  const edits = lines.map((line, index) => editOf(line.range, texts[index] ?? ''))
  if (second.isLikeDelimiter) {
    const text = mendedDelimiter(first, second)
    const isTable = isWholeTable(texts.with(1, text))
    return isTable ? edits.map((edit, index) => (index === 1 ? editOf(edit, text) : edit)) : undefined
  }
  const delimiter = style.rowFor(first)
  const isTable = head === lines[0] && isWholeTable(texts.toSpliced(1, 0, delimiter))
  return isTable ? edits.toSpliced(1, 0, lineBelow(first, delimiter, markdown)) : undefined
}

function narrowed(line: RowLine): RowLine {
  const text = line.text.replaceAll('｜', '|')
  const cells = text.split('|').length - 2
  return {
    ...line,
    text,
    cells,
    isPiped: true,
    isClosed: text.endsWith('|'),
    isLikeDelimiter: /^[|:：\s—–−－-]+$/.test(text),
  }
}

/** Removes the blank lines between a header and its delimiter row. */
function joinHead({lines: [header]}: BrokenTable, markdown: MarkdownDocument): Edits {
  if (!header) return undefined
  const {lines} = markdown
  const line = lines.lineAt(header.range.start)
  const below = line + 1 + blankLinesFrom(markdown, line + 1, 1)
  const [delimiter] = below <= lines.count ? rowLines(lines.rangeOf(below), markdown) : []
  if (!delimiter || !isEvenlyFramed([header, delimiter], markdown)) return undefined
  if (below === line + 1 || !isWholeTable([header.text, delimiter.text])) return undefined
  return [{start: lines.rangeOf(line + 1).start, end: lines.rangeOf(below).start, text: ''}]
}

/** Whether the lines begin alike, so that they stay in the block quote or list item that they stand in. */
function isEvenlyFramed(lines: readonly RowLine[], markdown: MarkdownDocument): boolean {
  const [first, ...others] = lines.map(({range}) => {
    const {line, column} = markdown.lines.pointAt(range.start)
    return {prefix: prefixOf(markdown, line), column}
  })
  const [second = first] = others
  // The first line of a list item has its mark in place of the indent.
  return first?.column === second?.column && others.every(({prefix}) => prefix === second?.prefix)
}

function lineBelow({range}: RowLine, text: string, markdown: MarkdownDocument): Edit {
  const line = markdown.lines.lineAt(range.start)
  const {start} = markdown.lines.rangeOf(line + 1)
  return {start, end: start, text: prefixOf(markdown, line + 1) + text + lineEndingOf(markdown, line)}
}

/** The lines from the next one to a blank one. */
function linesBelow(offset: number, markdown: MarkdownDocument): readonly RowLine[] {
  const {lines} = markdown
  const first = lines.lineAt(offset) + 1
  let line = first
  while (line <= lines.count && !isBlankLine(markdown, line)) line++
  if (line === first) return []
  return rowLines({start: lines.rangeOf(first).start, end: lines.rangeOf(line - 1).end}, markdown)
}

function textsOf(lines: readonly RowLine[]): readonly string[] {
  return lines.map(({text}) => text)
}
