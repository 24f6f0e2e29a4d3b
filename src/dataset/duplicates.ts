import {nameKey} from '../text/normalize.ts'
import type {Range} from '../text/range.ts'
import {firstIndex} from '../text/search.ts'
import {valueKey} from './cell-values.ts'
import type {ColumnContract} from './contract.ts'
import type {UniqueScope} from './declaration.ts'
import type {Column, DeclaredTable, TableRecord} from './model.ts'

/** A value that a row states in a column. */
export interface Statement {
  readonly record: TableRecord
  readonly column: Column
  readonly range: Range
  readonly text: string
}

/** Finds what stands more than once where it is declared to stand but once. */
export class Duplicates {
  readonly #tables: readonly DeclaredTable[]

  constructor(tables: readonly DeclaredTable[]) {
    this.#tables = tables
  }

  /** Each record whose key its table, category or document has already, after the first one that has it. */
  *keys(): Iterable<readonly [first: TableRecord, record: TableRecord]> {
    const scopes: Scopes<TableRecord> = new Map()
    for (const table of this.#tables) {
      const {unique} = table.contract.columns.find(isWholeKey) ?? {}
      if (!unique) continue
      for (const {record, lost} of withLostCategories(table)) {
        const scope = unique === 'category' ? record.scope : scopeOf(record, unique)
        const place = unique === 'category' ? categoryOf(record, lost) : table.contract.name
        const stated = ensure(ensure(scopes, scope), place)
        const key = keyOf(record, record.name)
        const first = stated.get(key)
        if (first) yield [first, record]
        else stated.set(key, record)
      }
    }
  }

  /** Each other value, and each of several keys in a cell, that its table, category or document has already. */
  *values(): Iterable<Statement & {readonly first: Statement}> {
    const scopes: Scopes<Statement> = new Map()
    for (const statement of this.#statements(
      (contract) => contract.unique !== null && !isWholeKey(contract),
    )) {
      const {record, column, text} = statement
      const unique = column.contract?.unique ?? 'table'
      const category = unique === 'category' ? nameKey(record.category ?? '') : ''
      const place = [record.table.contract.name, column.contract?.name, category].join('\n')
      const stated = ensure(ensure(scopes, scopeOf(record, unique)), place)
      const key = column.role === 'key' ? keyOf(record, text) : valueKey(text, record.table.contract)
      const first = stated.get(key)
      if (first) yield {first, ...statement}
      else stated.set(key, statement)
    }
  }

  /** The values that no other document may state. */
  acrossDocuments(): Iterable<Statement> {
    return this.#statements(({unique}) => unique === 'dataset')
  }

  *#statements(isWanted: (column: ColumnContract) => boolean): Iterable<Statement> {
    for (const table of this.#tables) {
      for (const column of table.columns.filter(({contract}) => contract && isWanted(contract))) {
        for (const record of table.records) {
          for (const {text, range} of table.valuesOf(record.row, column)) yield {record, column, range, text}
        }
      }
    }
  }
}

/** What has been stated, by the part of the document, the place within it, and the value. */
type Scopes<T> = Map<object | null, Map<string, Map<string, T>>>

/** The records that state a key, each with the row above that states a category whose heading is lost. */
function* withLostCategories({records}: DeclaredTable) {
  let lost: TableRecord | undefined
  for (const record of records) {
    if (namesCategory(record)) lost = record
    if (!record.misplacement && record.name !== '') yield {record, lost}
  }
}

/** A key that a cell holds alone stands for its row. */
function isWholeKey({role, separators}: ColumnContract): boolean {
  return role === 'key' && separators.length === 0
}

function keyOf({group, table}: TableRecord, name: string): string {
  const key = valueKey(name, table.contract)
  return group === null ? key : `${nameKey(group)}\n${key}`
}

/** Within what a value stands once; null is the whole document. */
function scopeOf({table, scope}: TableRecord, unique: UniqueScope): object | null {
  if (unique === 'dataset') return null
  return unique === 'table' ? table : scope
}

/** Whether a row states a category, so that the rows below belong to that one. */
function namesCategory({misplacement, name, category}: TableRecord): boolean {
  if (misplacement?.kind === 'heading-as-key') return true
  return misplacement?.kind === 'lost-heading' && nameKey(name) !== nameKey(category ?? '')
}

/** What the category of a row is told by: its name, a lost one, and the second heads above the row. */
function categoryOf({category, table, row}: TableRecord, lost: TableRecord | undefined): string {
  const {secondHeads} = table
  const heads = firstIndex(secondHeads.length, (index) => (secondHeads[index]?.line ?? 0) >= row.line)
  return [table.contract.name, nameKey(category ?? ''), lost?.name ?? '', heads].join('\n')
}

function ensure<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const known = maps.get(key)
  if (known) return known
  const made = new Map<L, V>()
  maps.set(key, made)
  return made
}
