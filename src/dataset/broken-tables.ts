import {findFragments} from '../document/fragments.ts'
import type {MarkdownDocument, Section} from '../document/model.ts'
import type {RowLine} from '../document/row-lines.ts'
import {headerWord} from './columns.ts'
import type {TableContract} from './contract.ts'
import type {BrokenTable, CategoryHeading, DeclaredTable} from './model.ts'

/**
 * Finds broken tables that were meant as declared ones: under a category heading, cut off from a declared table, or
 * with the header words of one. Broken tables of other things are left in peace.
 */
export function findBrokenTables(
  markdown: MarkdownDocument,
  contracts: readonly TableContract[],
  tables: readonly DeclaredTable[],
  categoryAbove: (section: Section) => CategoryHeading | null,
): readonly BrokenTable[] {
  const known = new Set(tables.map(({table}) => table))
  const filled = new Set(tables.map(({heading}) => heading))
  const isHead = ({text}: RowLine) => contracts.some((contract) => namesRequiredColumns(text, contract))
  const fragments = findFragments(markdown).map((found) => ({
    ...found,
    category: categoryAbove(found.section),
    head: found.lines.find(isHead) ?? null,
  }))
  return fragments.filter(({kind, isPiped, table, head, category}) => {
    if (table) return known.has(table)
    // Indented lines may be an example of how to write a table.
    if (kind === 'indented' && (!category || filled.has(category))) return false
    if (head) return true
    // Lines without pipes at their ends may be prose.
    return isPiped && category !== null
  })
}

function namesRequiredColumns(line: string, contract: TableContract): boolean {
  const words = new Set(line.split(/[|｜]/).map(headerWord))
  const required = contract.columns.filter(({isRequired}) => isRequired)
  return required.length > 0 && required.every(({names}) => names.some((name) => words.has(name)))
}
