import {looseKey, nameKey} from '../text/normalize.ts'
import type {TableContract} from './contract.ts'
import {type Definition, definitionsIn} from './definitions-in.ts'
import type {TabularDocument} from './model.ts'

/** What the tables of a run define: what references are checked against. */
export interface Definitions {
  /** Whether there is any table of the declaration. */
  has(table: string): boolean
  /** Whether there is a value of the column in the category. */
  hasAny(column: ColumnName, category: string): boolean
  /**
   * Where a column states the value first: in one category or in any. Of a catalogue, width, case and blanks do not
   * count; in other tables each character does.
   */
  find(column: ColumnName, value: string, category?: string): Definition | undefined
  /** As `find`; a catalogue also has what a name says without its remark, its parts, and what stands in a broken row. */
  match(column: ColumnName, value: string, category?: string): Definition | undefined
  /** What differs from the value only by width, case, blanks or punctuation. */
  near(column: ColumnName, value: string, category?: string): Definition | undefined
}

/** A column by the names of its declaration. */
export interface ColumnName {
  readonly table: string
  readonly column: string
}

/** The values of a column in one category or in all, each by its key. */
class Values {
  readonly stated = new Map<string, Definition>()
  readonly implied = new Map<string, Definition>()
  #near: Map<string, Definition> | undefined

  add(key: string, definition: Definition): void {
    const values = definition.isImplied ? this.implied : this.stated
    if (!values.has(key)) values.set(key, definition)
    this.#near = undefined
  }

  near(value: string): Definition | undefined {
    this.#near ??= new Map([...this.stated.values()].reverse().map((found) => [looseKey(found.text), found]))
    const key = looseKey(value)
    return key === '' ? undefined : this.#near.get(key)
  }
}

/** Gathers the definitions of documents, in the order in which they are added. */
export class DefinitionIndex implements Definitions {
  /** The tables that there are, and what makes a key of their values. */
  readonly #keyOf = new Map<string, (text: string) => string>()
  /** By table and column, then by category; `null` stands for all categories. */
  readonly #columns = new Map<string, Map<string | null, Values>>()

  constructor(documents: readonly TabularDocument[] = []) {
    for (const document of documents) this.add(document)
  }

  has(table: string): boolean {
    return this.#keyOf.has(table)
  }

  hasAny(column: ColumnName, category: string): boolean {
    return this.#valuesOf(column, category) !== undefined
  }

  find(column: ColumnName, value: string, category?: string): Definition | undefined {
    return this.#valuesOf(column, category)?.stated.get(this.#key(column, value))
  }

  match(column: ColumnName, value: string, category?: string): Definition | undefined {
    const values = this.#valuesOf(column, category)
    const key = this.#key(column, value)
    return values?.stated.get(key) ?? values?.implied.get(key)
  }

  near(column: ColumnName, value: string, category?: string): Definition | undefined {
    return this.#valuesOf(column, category)?.near(value)
  }

  add(document: TabularDocument): void {
    for (const {contract} of document.tables) this.#know(contract)
    for (const {contract, column, definition} of definitionsIn(document)) {
      for (const table of contract.kinds) this.#define({table, column: column.name}, definition)
    }
  }

  #know({kinds, isCatalogue}: TableContract): void {
    for (const kind of kinds) if (!this.has(kind)) this.#keyOf.set(kind, isCatalogue ? nameKey : asWritten)
  }

  #key({table}: ColumnName, text: string): string {
    return (this.#keyOf.get(table) ?? asWritten)(text)
  }

  #valuesOf(column: ColumnName, category?: string): Values | undefined {
    return this.#columns.get(idOf(column))?.get(category === undefined ? null : nameKey(category))
  }

  #define(column: ColumnName, definition: Definition): void {
    const categories = this.#columns.get(idOf(column)) ?? new Map<string | null, Values>()
    this.#columns.set(idOf(column), categories)
    for (const scope of [null, ...definition.categories.map(nameKey)]) {
      const values = categories.get(scope) ?? new Values()
      categories.set(scope, values)
      values.add(this.#key(column, definition.text), definition)
    }
  }
}

function asWritten(text: string): string {
  return text
}

function idOf({table, column}: ColumnName): string {
  return JSON.stringify([table, column])
}
