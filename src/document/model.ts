import type {Edit} from '../finding.ts'
import type {LineIndex} from '../text/lines.ts'
import type {Range} from '../text/range.ts'

/** A Markdown document read into sections. Offsets count in `source` as given, byte order mark included. */
export interface MarkdownDocument {
  readonly path: string
  readonly source: string
  readonly lines: LineIndex
  /** The front matter's `title`, else the first heading of depth 1. */
  readonly title: string | null
  /** In document order; the first one has no heading. */
  readonly sections: readonly Section[]
  /** Comments to this program, in the order of the document. */
  readonly comments: readonly Comment[]
}

/** An HTML comment to this program: its text begins with `catalint-`. */
export interface Comment {
  /** With its marks. */
  readonly range: Range
  /** Whether it stands in a block of HTML, not within a cell, heading or paragraph. */
  readonly isBlock: boolean
  /** Whether that block holds comments and nothing else. */
  readonly isAlone: boolean
}

/** A heading and what follows it up to the next heading. */
export interface Section {
  readonly heading: Heading | null
  /** The section of the nearest heading above of a lesser depth. */
  readonly parent: Section | null
  readonly blocks: readonly Block[]
}

/**
 * The inline content of a cell, heading or paragraph: its source, its plain text, and the way back from the
 * one to the other.
 */
export interface InlineText {
  readonly range: Range
  /** Without comments at either end. */
  readonly bare: Range
  /** The source as written. */
  readonly raw: string
  /** Without markup: `<br>` is a line feed; escapes, references, links, emphasis and code are resolved. */
  readonly text: string
  /** Whether it says nothing: no text, though there may be a comment or an image without words. */
  readonly isBlank: boolean
  /** Whether nothing is written there at all. */
  readonly isEmpty: boolean
  /** Code and addresses in the plain text, which mean each of their characters. */
  readonly verbatim: readonly Range[]
  /** Where a stretch of the plain text stands in the source. */
  rangeOf(start: number, end: number): Range
  /** Whether edits of the plain text, made in the source, do no more than that: no markup comes or goes with them. */
  takes(edits: readonly Edit[]): boolean
  /** Whether another source in its place would have that plain text. */
  wouldRead(raw: string, text: string): boolean
}

export interface Heading {
  readonly type: 'heading'
  readonly depth: number
  readonly range: Range
  readonly content: InlineText
}

/** The leaf blocks; `other` stands for what is neither a table nor a paragraph. HTML that is only comments is none. */
export type Block = Table | Paragraph | OtherBlock

export interface Paragraph {
  readonly type: 'paragraph'
  readonly range: Range
  /** The document, block quote or list item that it stands in, by a number of its own. */
  readonly container: number
  readonly content: InlineText
}

export interface OtherBlock {
  readonly type: 'other'
  readonly kind: 'html' | 'code' | 'other'
  readonly range: Range
  readonly container: number
}

export interface Table {
  readonly type: 'table'
  readonly range: Range
  readonly container: number
  readonly header: Row
  /** The body rows. */
  readonly rows: readonly Row[]
}

export interface Row {
  readonly range: Range
  readonly line: number
  readonly cells: readonly Cell[]
}

export interface Cell {
  /** Between the pipes, padding included. */
  readonly outer: Range
  /** Without padding; empty where the cell is blank. */
  readonly range: Range
  readonly content: InlineText
}
