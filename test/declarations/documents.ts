import {readdirSync, readFileSync} from 'node:fs'
import type {TableDeclarations} from '../../src/index.ts'
import {checkText} from '../../src/lint-text.ts'

const folder = new URL('../../fixtures/declared/', import.meta.url)

export const tables = JSON.parse(readFileSync(new URL('tables.json', folder), 'utf8')) as TableDeclarations

/** The documents in which nothing is wrong. */
export const documents = readdirSync(folder)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => ({path: name, source: readFileSync(new URL(name, folder), 'utf8')}))

/** A cell of a declared table. */
export interface DeclaredCell {
  readonly path: string
  readonly source: string
  readonly line: number
  readonly column: string
  readonly role: string | null
  /** The content without padding. */
  readonly start: number
  readonly end: number
  readonly row: number
}

/** The rows of the declared tables, cell by cell. */
export function declaredRows(): readonly (readonly DeclaredCell[])[] {
  return documents.flatMap(({path, source}) =>
    checkText(source, {path, tables}).document.records.map(({row, table}) =>
      table.columns.flatMap(({index, contract}) => {
        const cell = row.cells[index]
        if (!cell || !contract) return []
        const {name: column, role} = contract
        return [{path, source, line: row.line, column, role, ...cell.range, row: row.range.start}]
      }),
    ),
  )
}

/** The source with other contents in some cells. */
export function withContents(cells: readonly (readonly [DeclaredCell, string])[]): string {
  let text = cells[0]?.[0].source ?? ''
  for (const [{start, end}, content] of [...cells].sort(([a], [b]) => b.start - a.start)) {
    text = text.slice(0, start) + content + text.slice(end)
  }
  return text
}
