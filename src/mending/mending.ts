import type {Exchange} from '../dataset/exchanges.ts'
import type {BrokenTable, DeclaredTable, TableRecord} from '../dataset/model.ts'
import type {Edit} from '../finding.ts'
import {mendLines} from './broken-lines.ts'
import {DelimiterStyle} from './delimiter-row.ts'
import {exchangeCells} from './exchanged-cells.ts'
import {type MendedDocument, MisplacedValues} from './misplaced-values.ts'
import {partTables} from './second-head.ts'

/** The edits that put a document's structure right; none where it is not certain that they lose or alter nothing else. */
export class Mending {
  readonly #document: MendedDocument
  #values: MisplacedValues | undefined
  #style: DelimiterStyle | undefined

  constructor(document: MendedDocument) {
    this.#document = document
  }

  /** Puts the misplaced value of a row where it belongs. */
  misplacement(record: TableRecord): readonly Edit[] | undefined {
    this.#values ??= new MisplacedValues(this.#document)
    return this.#values.editsFor(record)
  }

  /** Puts two values of a row each into the other's column. */
  exchange({row}: TableRecord, [first, second]: Exchange): readonly Edit[] | undefined {
    const [one, other] = [row.cells[first.index], row.cells[second.index]]
    return one && other && exchangeCells(row, one, other, this.#document.markdown)
  }

  /** Makes a table of lines that were meant as one. */
  brokenTable(fragment: BrokenTable): readonly Edit[] | undefined {
    const {markdown, tables} = this.#document
    this.#style ??= new DelimiterStyle(markdown, tables)
    return mendLines(fragment, markdown, this.#style)
  }

  /** Parts a table above its nth second head. */
  secondHead(table: DeclaredTable, nth: number): readonly Edit[] | undefined {
    return partTables(table, nth, this.#document.markdown)
  }
}
