import {nameKey} from '../text/normalize.ts'
import type {ColumnContract} from './contract.ts'
import type {CategoryDocument, CategoryRecord, CategoryTable} from './model.ts'

/** Where a value is first stated. */
export interface Definition {
  readonly text: string
  readonly path: string
  /** From 1, and the offset of the row in UTF-16 code units from 0. */
  readonly line: number
  readonly offset: number
  /** The category of the row, where it has one. */
  readonly category: string | null
}

/** What the tables of a run define: what references are checked against. */
export interface Definitions {
  /** Whether there is any table of the declaration. */
  has(table: string): boolean
  /** Whether there is a value of the column in the category. */
  hasAny(column: ColumnName, category: string): boolean
  /** Where a column states the value first: in one category or in any. Width, case and blanks do not count. */
  find(column: ColumnName, value: string, category?: string): Definition | undefined
  /** All values of a column, in the order of the documents. */
  all(column: ColumnName, category?: string): Iterable<Definition>
}

/** A column by the names of its declaration. */
export interface ColumnName {
  readonly table: string
  readonly column: string
}

/** Gathers the definitions of documents, in the order in which they are added. */
export class DefinitionIndex implements Definitions {
  readonly #tables = new Set<string>()
  /** By table and column, then by value; `null` stands for all categories. */
  readonly #columns = new Map<string, Map<string | null, Map<string, Definition>>>()

  constructor(documents: readonly CategoryDocument[] = []) {
    for (const document of documents) this.add(document)
  }

  has(table: string): boolean {
    return this.#tables.has(table)
  }

  hasAny(column: ColumnName, category: string): boolean {
    return this.#valuesOf(column, category) !== undefined
  }

  find(column: ColumnName, value: string, category?: string): Definition | undefined {
    return this.#valuesOf(column, category)?.get(nameKey(value))
  }

  all(column: ColumnName, category?: string): Iterable<Definition> {
    return this.#valuesOf(column, category)?.values() ?? []
  }

  add(document: CategoryDocument): void {
    const wanted = wantedColumns(document)
    for (const table of document.tables) {
      this.#tables.add(table.contract.name)
      for (const column of table.contract.columns) {
        const name = {table: table.contract.name, column: column.name}
        if (!wanted.has(keyOf(name))) continue
        for (const {text, record, category} of statedIn(table, column)) {
          this.#define(name, {
            text,
            path: document.markdown.path,
            line: record.row.line,
            offset: record.row.range.start,
            category,
          })
        }
      }
    }
    this.#addHeadings(document, wanted)
  }

  /** A category is stated by its heading, though no row may stand below. */
  #addHeadings({contracts, headings, markdown}: CategoryDocument, wanted: ReadonlySet<string>): void {
    for (const {name: table, headings: forms, columns} of contracts) {
      const column = columns.find(({role}) => role === 'category')
      if (forms.length === 0 || !column || !wanted.has(keyOf({table, column: column.name}))) continue
      for (const {role, name, line, block} of headings) {
        if (role !== 'category' || name === '') continue
        const place = {path: markdown.path, line, offset: block.range.start}
        this.#define({table, column: column.name}, {text: name, ...place, category: name})
      }
    }
  }

  #valuesOf(column: ColumnName, category?: string): ReadonlyMap<string, Definition> | undefined {
    return this.#columns.get(keyOf(column))?.get(category === undefined ? null : nameKey(category))
  }

  #define(column: ColumnName, definition: Definition): void {
    const categories = ensure(this.#columns, keyOf(column))
    const key = nameKey(definition.text)
    const scopes = definition.category === null ? [null] : [null, nameKey(definition.category)]
    for (const scope of scopes) {
      const values = ensure(categories, scope)
      if (!values.has(key)) values.set(key, definition)
    }
  }
}

function ensure<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const known = maps.get(key) ?? new Map<L, V>()
  maps.set(key, known)
  return known
}

function keyOf({table, column}: ColumnName): string {
  return JSON.stringify([table, column])
}

/** The columns that another refers to, or that state a value but once in all documents. */
function wantedColumns({contracts}: CategoryDocument): ReadonlySet<string> {
  const wanted = contracts.flatMap(({name, columns}) =>
    columns.flatMap(({name: column, references, unique}) => [
      ...(references ? [keyOf(references)] : []),
      ...(unique === 'dataset' ? [keyOf({table: name, column})] : []),
    ]),
  )
  return new Set(wanted)
}

interface Statement {
  readonly text: string
  readonly record: CategoryRecord
  readonly category: string | null
}

/** What the rows of a table state in a column, under each category that they may belong to. */
function* statedIn(table: CategoryTable, column: ColumnContract): Iterable<Statement> {
  let lost: string | null = null
  for (const record of table.records) {
    const {misplacement, category, name, qualification} = record
    if (misplacement?.kind === 'lost-heading') {
      // The row is reported; what refers to what it means need not be.
      lost = name
      if (column.role === 'category') yield {text: name, record, category: name}
      if (column.role === 'key') yield {text: qualification ?? '', record, category: lost}
    }
    for (const text of textsOf(record, table, column)) {
      yield {text, record, category}
      if (lost !== null && column.role !== 'category') yield {text, record, category: lost}
    }
  }
}

/** A category may come from a heading, and where there are three levels the second names something too. */
function textsOf(
  {category, group, name, row}: CategoryRecord,
  table: CategoryTable,
  column: ColumnContract,
): readonly string[] {
  if (column.role === 'category') return category === null ? [] : [category]
  if (column.role === 'group') return group === null ? [] : [group]
  if (column.role === 'key') return [name, ...(group === null ? [] : [group])].filter((text) => text !== '')
  const own = table.columns.find(({contract}) => contract === column)
  return own ? table.valuesOf(row, own).map(({text}) => text) : []
}
