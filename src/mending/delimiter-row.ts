import type {DeclaredTable} from '../dataset/model.ts'
import type {MarkdownDocument} from '../document/model.ts'
import {type RowLine, rowLines} from '../document/row-lines.ts'
import {mostFrequent} from './most-frequent.ts'

/** A delimiter row like the one that is there, in its form and as wide as the header. */
export function mendedDelimiter(header: RowLine, written: RowLine): string {
  const cells = splitCells(written.text).map(mendedCell)
  const last = cells.at(-1)?.replace(/:/g, '-') ?? '--'
  return joinCells(
    Array.from({length: header.cells}, (_, index) => cells[index] ?? last),
    header,
  )
}

function plainDelimiter(header: RowLine): string {
  return joinCells(Array<string>(header.cells).fill('--'), header)
}

/** Between the pipes that stand at the ends of the header. */
function joinCells(cells: readonly string[], {isPiped, isClosed}: RowLine): string {
  return `${isPiped ? '|' : ''}${cells.join('|')}${isClosed ? '|' : ''}`.trim()
}

function splitCells(text: string): readonly string[] {
  return text.replace(/^[|｜]|[|｜]\s*$/g, '').split(/[|｜]/)
}

/** With the dashes and colons that GFM knows. */
function mendedCell(cell: string): string {
  const plain = cell.replace(/[—–−－]/g, '-').replace(/：/g, ':')
  return /^\s*:?-+:?\s*$/.test(plain) ? plain : plain.replace(/\S(?:.*\S)?/, '---')
}

/** The delimiter rows of a document's tables, for one that is missing. */
export class DelimiterStyle {
  readonly #markdown: MarkdownDocument
  readonly #tables: readonly DeclaredTable[]
  #known: readonly RowLine[] | undefined

  constructor(markdown: MarkdownDocument, tables: readonly DeclaredTable[]) {
    this.#markdown = markdown
    this.#tables = tables
  }

  /** As most tables of that width have it. */
  rowFor(header: RowLine): string {
    this.#known ??= this.#tables.map(({table}) => delimiterOf(table.header.line, this.#markdown))
    const alike = this.#known.filter(
      ({cells, isPiped, isClosed}) =>
        cells === header.cells && isPiped === header.isPiped && isClosed === header.isClosed,
    )
    return mostFrequent(alike, ({text}) => text)?.text ?? plainDelimiter(header)
  }
}

function delimiterOf(headerLine: number, markdown: MarkdownDocument): RowLine {
  const [line] = rowLines(markdown.lines.rangeOf(headerLine + 1), markdown)
  if (!line) throw new RangeError(`no line below ${headerLine}`)
  return line
}
