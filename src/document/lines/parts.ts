import {readHeading} from '../heading.ts'
import {closesFence, fenceLength, headingDepth, isThematicBreak} from '../line-kinds.ts'
import type {Block, Heading, OtherBlock, Paragraph, Table} from '../model.ts'
import type {SourceLines} from '../source-lines.ts'
import type {ContentReader} from './markup.ts'
import {pieceEnd} from './pieces.ts'
import {delimiterWidth, headerWidth, type ReadCell, readRow} from './rows.ts'

/** A stretch of the document, from line to line, that only the parser can read. */
export interface Piece {
  readonly type: 'piece'
  readonly start: number
  readonly end: number
}

export type Part = Heading | Block | Piece

/** Reads a document line by line into headings, tables, paragraphs and code, and leaves out the pieces that must be parsed. */
export class PartReader {
  readonly #lines: SourceLines
  readonly #content: ContentReader
  readonly #parts: Part[] = []

  constructor(lines: SourceLines, content: ContentReader) {
    this.#lines = lines
    this.#content = content
  }

  /** @param first the line after the front matter. */
  read(first: number): readonly Part[] {
    for (let line = first; line <= this.#lines.count; ) line = this.#readFrom(line)
    return this.#parts
  }

  /** Reads what begins on a line, where no block is open, and returns the line after it. */
  #readFrom(line: number): number {
    switch (this.#lines.kindOf(line)) {
      case 'blank':
        return line + 1
      case 'heading':
        return this.#readHeading(line)
      case 'fence':
        return this.#readFence(line)
      case 'text':
        return this.#readText(line)
      case 'special':
        return this.#readSpecial(line)
    }
  }

  #readHeading(line: number): number {
    const {source} = this.#lines
    const range = this.#rangeOf(line, line)
    const depth = headingDepth(source, range.start, range.end)
    const heading = readHeading(depth, range, source, (content) => this.#content.heading(range, content))
    this.#parts.push(heading)
    return line + 1
  }

  #readFence(line: number): number {
    const lines = this.#lines
    const open = lines.textStart(line)
    const length = fenceLength(lines.source, open, lines.endOf(line))
    for (let last = line + 1; last <= lines.count; last++) {
      if (closesFence(lines.source, lines.textStart(last), lines.endOf(last), open, length)) {
        return this.#readOther('code', line, last)
      }
    }
    return this.#readPiece(line)
  }

  #readSpecial(line: number): number {
    const {source} = this.#lines
    return isThematicBreak(source, this.#lines.textStart(line), this.#lines.endOf(line))
      ? this.#readOther('other', line, line)
      : this.#readPiece(line)
  }

  #readOther(kind: OtherBlock['kind'], first: number, last: number): number {
    this.#parts.push({type: 'other', kind, range: this.#rangeOf(first, last), container: 0})
    return last + 1
  }

  /** A paragraph, up to a table that ends it. */
  #readText(first: number): number {
    for (let line = first; ; line++) {
      const next = this.#lines.kindOf(line + 1)
      if (next === 'text' && this.#isTableHead(line)) {
        if (line > first && !this.#readParagraph(first, line - 1)) return this.#readPiece(first)
        return this.#readTable(line)
      }
      if (next === 'text') continue
      const isRead = next !== 'special' && this.#readParagraph(first, line)
      return isRead ? line + 1 : this.#readPiece(first)
    }
  }

  /** Whether it was one, and no definition. */
  #readParagraph(first: number, last: number): boolean {
    const {source} = this.#lines
    const range = this.#rangeOf(first, last)
    if (source[range.start] === '[' && source.slice(range.start, range.end).includes(']:')) return false
    const content = this.#content.paragraph(range)
    this.#parts.push({type: 'paragraph', range, container: 0, content} satisfies Paragraph)
    return true
  }

  /** Whether a delimiter row of its width follows. */
  #isTableHead(line: number): boolean {
    const width = delimiterWidth(this.#lines.textOf(line + 1))
    return width > 0 && headerWidth(this.#lines.textOf(line)) === width
  }

  #readTable(first: number): number {
    const lines = this.#lines
    let end = first + 2
    while (lines.kindOf(end) === 'text') end++
    if (lines.kindOf(end) === 'special') return this.#readPiece(first)
    const header = this.#readRow(first, (...cell) => this.#content.headerCell(...cell))
    const read: ReadCell = (...cell) => this.#content.cell(...cell)
    const rows = Array.from({length: end - first - 2}, (_, index) => this.#readRow(first + 2 + index, read))
    const range = this.#rangeOf(first, end - 1)
    this.#parts.push({type: 'table', range, container: 0, header, rows} satisfies Table)
    return end
  }

  #readRow(line: number, read: ReadCell) {
    return readRow(this.#lines.source, {line, ...this.#rangeOf(line, line)}, read)
  }

  /** Pieces that follow each other are one, since blocks at the end of one matter to the next. */
  #readPiece(first: number): number {
    const end = pieceEnd(this.#lines, first)
    const last = this.#parts.at(-1)
    const start = last?.type === 'piece' ? last.start : this.#lines.startOf(first)
    if (last?.type === 'piece') this.#parts.pop()
    this.#parts.push({type: 'piece', start, end: this.#lines.startOf(end)})
    return end
  }

  /** From the text of a line to the end of another. */
  #rangeOf(first: number, last: number) {
    return {start: this.#lines.textStart(first), end: this.#lines.endOf(last)}
  }
}
