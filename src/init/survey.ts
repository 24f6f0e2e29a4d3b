import {headerWord} from '../dataset/columns.ts'
import type {TabularDocument} from '../dataset/model.ts'
import type {Row, Table} from '../document/model.ts'

/** Tables of one or more documents whose headers have the same words in the same order. */
export interface HeaderShape {
  /** As they are written in the first of the tables. */
  readonly headers: readonly string[]
  /** The declaration that they are read by, if there is one. */
  readonly declared: string | null
  readonly tables: number
  /** Where the first of them stands. */
  readonly path: string
  readonly line: number
  readonly columns: readonly ColumnSurvey[]
}

/** What the cells of a column hold, in all tables of the shape. */
export interface ColumnSurvey {
  readonly rows: number
  readonly blanks: number
  /** In the order in which they first stand, up to one more than anyone would list. */
  readonly values: ReadonlySet<string>
  /** Whether a value stands twice in a table. */
  readonly repeats: boolean
}

/** More values than that are no list of choices. */
export const mostChoices = 8

/** Gathers the header shapes of documents, in the order in which they first stand. */
export class Survey {
  readonly #shapes = new Map<string, Gathered>()

  add({markdown, tables}: TabularDocument): void {
    const declared = new Map(tables.map(({table, contract}) => [table, contract.name]))
    for (const {blocks} of markdown.sections) {
      for (const block of blocks) {
        if (block.type === 'table') this.#addTable(block, declared.get(block) ?? null, markdown.path)
      }
    }
  }

  /** The most frequent first. */
  get shapes(): readonly HeaderShape[] {
    return [...this.#shapes.values()].sort((a, b) => b.tables - a.tables)
  }

  #addTable(table: Table, declared: string | null, path: string): void {
    const headers = table.header.cells.map(({content}) => content.text.trim())
    const key = JSON.stringify([declared, ...headers.map(headerWord)])
    const columns = headers.map(() => ({rows: 0, blanks: 0, values: new Set<string>(), repeats: false}))
    const shape = this.#shapes.get(key) ?? {
      headers,
      declared,
      tables: 0,
      path,
      line: table.header.line,
      columns,
    }
    shape.tables++
    for (const [index, column] of shape.columns.entries()) addValues(column, table.rows, index)
    this.#shapes.set(key, shape)
  }
}

interface Gathered extends HeaderShape {
  tables: number
  readonly columns: readonly GatheredColumn[]
}

interface GatheredColumn extends ColumnSurvey {
  rows: number
  blanks: number
  readonly values: Set<string>
  repeats: boolean
}

function addValues(column: GatheredColumn, rows: readonly Row[], index: number): void {
  const here = new Set<string>()
  for (const {cells} of rows) {
    const value = cells[index]?.content.text.trim() ?? ''
    column.rows++
    if (value === '') {
      column.blanks++
      continue
    }
    column.repeats ||= here.has(value)
    here.add(value)
    if (column.values.size <= mostChoices) column.values.add(value)
  }
}
