import type {Dataset} from '../dataset/entries.ts'
import type {Cell} from './csv-lines.ts'
import {plainText} from './plain-text.ts'
import type {Column, ColumnType, Table} from './table.ts'
import {categories, documents, licenses, requirements, subcategories} from './tables.ts'

/** Each before those that point to it. */
const tables = [documents, categories, subcategories, licenses, requirements]

const rowsPerStatement = 100

/**
 * A script that makes the tables and fills them in one transaction, for SQLite and PostgreSQL. A backslash means
 * itself, as the standard has it. Halves of surrogate pairs and NUL become U+FFFD.
 */
export function* sqlChunks(dataset: Dataset): Iterable<string> {
  yield 'BEGIN;\n'
  for (const table of tables) {
    yield `\n${createTable(table)}`
    yield* insertRows(table, dataset)
  }
  yield '\nCOMMIT;\n'
}

function createTable({name, description, columns, primaryKey, foreignKeys}: Table): string {
  const clauses = [
    ...columns.map((column) => `${column.name} ${types[column.type]}${constraints(column)}`),
    `PRIMARY KEY (${primaryKey.join(', ')})`,
    ...Object.entries(foreignKeys).map(
      ([column, target]) => `FOREIGN KEY (${column}) REFERENCES ${target} (id)`,
    ),
  ]
  return `-- ${description}\nCREATE TABLE ${name} (\n  ${clauses.join(',\n  ')}\n);\n`
}

const types: Readonly<Record<ColumnType, string>> = {
  integer: 'INTEGER',
  string: 'TEXT',
  boolean: 'BOOLEAN',
  array: 'TEXT',
  object: 'TEXT',
}

function constraints({name, isNullable, values}: Column): string {
  const allowed = values ? ` CHECK (${name} IN (${values.map(literal).join(', ')}))` : ''
  return `${isNullable ? '' : ' NOT NULL'}${allowed}`
}

function* insertRows({name, columns, rows}: Table, dataset: Dataset): Iterable<string> {
  const start = `INSERT INTO ${name} (${columns.map((column) => column.name).join(', ')}) VALUES\n`
  let count = 0
  for (const row of rows(dataset)) {
    const isFirst = count++ % rowsPerStatement === 0
    const end = count > 1 ? ';\n' : ''
    yield `${isFirst ? `${end}${start}` : ',\n'}  (${row.map(literal).join(', ')})`
  }
  if (count > 0) yield ';\n'
}

function literal(value: Cell): string {
  if (value === null) return 'NULL'
  if (typeof value === 'string') return `'${plainText(value).replaceAll("'", "''")}'`
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value)
}
