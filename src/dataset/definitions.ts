import {looseKey, nameKey} from '../text/normalize.ts'
import type {DefinedTable, Definition, DocumentDefinitions} from './definitions-in.ts'
import {partsOfName, withoutRemark} from './names.ts'

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

/** The values of a column in one category or in all, each by its key. What few runs ask for is made when they do. */
class Values {
  readonly stated = new Map<string, Definition>()
  readonly #all: Definition[] = []
  #implied: Map<string, Definition> | undefined
  #near: Map<string, Definition> | undefined

  add(key: string, definition: Definition): void {
    if (!definition.isImplied && !this.stated.has(key)) this.stated.set(key, definition)
    this.#all.push(definition)
    this.#implied = undefined
    this.#near = undefined
  }

  /** What a definition is meant by beside its text, made keys of. */
  implied(key: string, {keyOf, isCatalogue}: Kind): Definition | undefined {
    this.#implied ??= new Map(
      this.#all
        .flatMap((found) => impliedTexts(found, isCatalogue).map((text) => [keyOf(text), found] as const))
        .reverse(),
    )
    return this.#implied.get(key)
  }

  near(value: string): Definition | undefined {
    this.#near ??= new Map([...this.stated.values()].reverse().map((found) => [looseKey(found.text), found]))
    const key = looseKey(value)
    return key === '' ? undefined : this.#near.get(key)
  }
}

/** Names of a catalogue also stand for what they say without a remark, and for each of their parts. */
function impliedTexts({text, isImplied}: Definition, isCatalogue: boolean): readonly string[] {
  const own = isImplied ? [text] : []
  if (!isCatalogue) return own
  return [...own, withoutRemark(text), ...partsOfName(text)].filter((one) => one !== '')
}

/** How the values of a declaration are compared. */
interface Kind {
  readonly keyOf: (text: string) => string
  readonly isCatalogue: boolean
}

const catalogue: Kind = {keyOf: nameKey, isCatalogue: true}

const exact: Kind = {keyOf: (text) => text, isCatalogue: false}

/** Gathers the definitions of documents, in the order in which they are added. */
export class DefinitionIndex implements Definitions {
  /** The tables that there are. */
  readonly #kinds = new Map<string, Kind>()
  /** By table, column and category; `null` stands for all categories. */
  readonly #tables = new Map<string, Map<string, Map<string | null, Values>>>()

  constructor(documents: readonly DocumentDefinitions[] = []) {
    for (const document of documents) this.add(document)
  }

  has(table: string): boolean {
    return this.#kinds.has(table)
  }

  hasAny(column: ColumnName, category: string): boolean {
    return this.#valuesOf(column, category) !== undefined
  }

  find(column: ColumnName, value: string, category?: string): Definition | undefined {
    return this.#valuesOf(column, category)?.stated.get(this.#kindOf(column).keyOf(value))
  }

  match(column: ColumnName, value: string, category?: string): Definition | undefined {
    const values = this.#valuesOf(column, category)
    const kind = this.#kindOf(column)
    const key = kind.keyOf(value)
    return values?.stated.get(key) ?? values?.implied(key, kind)
  }

  near(column: ColumnName, value: string, category?: string): Definition | undefined {
    return this.#valuesOf(column, category)?.near(value)
  }

  add({tables, columns}: DocumentDefinitions): void {
    for (const table of tables) this.#know(table)
    for (const {kinds, column, definitions} of columns) {
      for (const table of kinds) {
        for (const definition of definitions) this.#define({table, column}, definition)
      }
    }
  }

  #know({kinds, isCatalogue}: DefinedTable): void {
    const kind = isCatalogue ? catalogue : exact
    for (const name of kinds) if (!this.has(name)) this.#kinds.set(name, kind)
  }

  #kindOf({table}: ColumnName): Kind {
    return this.#kinds.get(table) ?? exact
  }

  #valuesOf({table, column}: ColumnName, category?: string): Values | undefined {
    const categories = this.#tables.get(table)?.get(column)
    return categories?.get(category === undefined ? null : nameKey(category))
  }

  #define(name: ColumnName, definition: Definition): void {
    const columns = ensure(this.#tables, name.table, () => new Map<string, Map<string | null, Values>>())
    const categories = ensure(columns, name.column, () => new Map<string | null, Values>())
    const key = this.#kindOf(name).keyOf(definition.text)
    for (const scope of [null, ...definition.categories.map(nameKey)]) {
      ensure(categories, scope, () => new Values()).add(key, definition)
    }
  }
}

function ensure<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key) ?? make()
  map.set(key, known)
  return known
}
