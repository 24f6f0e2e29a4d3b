import {PGlite} from '@electric-sql/pglite'
import initSqlJs from 'sql.js'
import type {Row, Tables} from './tables.ts'

const tableNames = ['documents', 'categories', 'subcategories', 'licenses', 'requirements']

/** Loads a script into a new SQLite and reads it back, with what its own checks have to say. */
export async function loadIntoSqlite(
  script: string,
): Promise<{readonly tables: Tables; readonly problems: readonly unknown[]}> {
  return await withSqlite(script, (ask) => {
    // The reader would drop a byte order mark at the beginning of a text.
    const encoded = (table: string) =>
      ask(`PRAGMA table_info(${table})`).map(
        ({name}) => `iif(typeof(${name}) = 'text', 'hex:' || hex(${name}), ${name}) AS ${name}`,
      )
    const integrity = ask('PRAGMA integrity_check').filter((row) => row.integrity_check !== 'ok')
    return {
      tables: Object.fromEntries(
        tableNames.map((name) => [name, ask(`SELECT ${encoded(name).join()} FROM ${name} ORDER BY 1, 2, 3`)]),
      ),
      problems: [...ask('PRAGMA foreign_key_check'), ...integrity],
    }
  })
}

/** What a new SQLite answers after a script. */
export async function askSqlite(script: string, query: string): Promise<readonly Row[]> {
  return await withSqlite(script, (ask) => ask(query))
}

async function withSqlite<T>(script: string, use: (ask: (sql: string) => readonly Row[]) => T): Promise<T> {
  const {Database} = await initSqlJs()
  const database = new Database()
  try {
    database.exec('PRAGMA foreign_keys = ON')
    database.exec(script)
    return use((sql) =>
      database
        .exec(sql)
        .flatMap(({columns, values}) =>
          values.map((cells) =>
            Object.fromEntries(columns.map((name, at) => [name, decode(cells[at] ?? null)])),
          ),
        ),
    )
  } finally {
    database.close()
  }
}

function decode(cell: string | number | null): string | number | null {
  if (typeof cell !== 'string' || !cell.startsWith('hex:')) return cell
  return Buffer.from(cell.slice(4), 'hex').toString('utf8')
}

/** A PostgreSQL that is emptied before each script. */
export class Postgres {
  readonly #database = new PGlite()

  async load(script: string): Promise<Tables> {
    await this.#database.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
    await this.#database.exec(script)
    const tables: Record<string, readonly Row[]> = {}
    for (const name of tableNames) tables[name] = await this.#rows(name)
    return tables
  }

  async ask(query: string): Promise<readonly Row[]> {
    return (await this.#database.query<Row>(query)).rows
  }

  /** In hexadecimal for the same reason as from SQLite. */
  async #rows(table: string): Promise<readonly Row[]> {
    const {rows: columns} = await this.#database.query<{column_name: string; data_type: string}>(
      `SELECT column_name, data_type FROM information_schema.columns WHERE table_name = '${table}' ORDER BY ordinal_position`,
    )
    const encoded = columns.map(({column_name: name, data_type: type}) =>
      type === 'text' ? `'hex:' || encode(convert_to(${name}, 'UTF8'), 'hex') AS ${name}` : name,
    )
    const {rows} = await this.#database.query<Readonly<Record<string, string | number | null>>>(
      `SELECT ${encoded.join()} FROM ${table} ORDER BY 1, 2, 3`,
    )
    return rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, decode(cell)])),
    )
  }

  async close(): Promise<void> {
    await this.#database.close()
  }
}
