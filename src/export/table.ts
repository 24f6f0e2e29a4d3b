import type {Dataset} from '../dataset/entries.ts'
import type {Cell} from './csv-lines.ts'
import {plainJson} from './plain-text.ts'

/** A table of the dataset, as the Data Package and the SQL script have it. */
export interface Table {
  readonly name: string
  readonly description: string
  readonly columns: readonly Column[]
  readonly primaryKey: readonly string[]
  /** The columns that point to the `id` of another table, with its name. */
  readonly foreignKeys: Readonly<Record<string, string>>
  readonly rows: (dataset: Dataset) => Iterable<readonly Cell[]>
}

export interface Column extends ColumnDetails {
  readonly name: string
  readonly type: ColumnType
  readonly description: string
}

/** An `array` or an `object` is JSON text. */
export type ColumnType = 'integer' | 'string' | 'boolean' | 'array' | 'object'

interface ColumnDetails {
  readonly isNullable?: boolean
  /** All values that it can have. */
  readonly values?: readonly string[]
}

/** A column and what an item has in it. */
type Declaration<I> = readonly [
  name: string,
  type: ColumnType,
  read: (item: I) => Cell | object,
  description: string,
  details?: ColumnDetails,
]

interface TableDeclaration<I> {
  readonly name: string
  readonly description: string
  readonly items: (dataset: Dataset) => Iterable<I>
  readonly columns: readonly Declaration<I>[]
  readonly primaryKey?: readonly string[]
  readonly foreignKeys?: Readonly<Record<string, string>>
}

export function defineTable<I>({
  items,
  columns,
  primaryKey = ['id'],
  foreignKeys = {},
  ...names
}: TableDeclaration<I>): Table {
  return {
    ...names,
    columns: columns.map(([name, type, , description, details]) => ({name, type, description, ...details})),
    primaryKey,
    foreignKeys,
    *rows(dataset) {
      for (const item of items(dataset)) yield columns.map(([, , read]) => toCell(read(item)))
    },
  }
}

function toCell(value: Cell | object): Cell {
  return typeof value === 'object' && value !== null ? plainJson(value) : value
}
