import {findFragments} from '../document/fragments.ts'
import type {MarkdownDocument, Section} from '../document/model.ts'
import {headerWord} from './columns.ts'
import type {TableContract} from './contract.ts'
import type {BrokenTable, CategoryHeading, CategoryTable} from './model.ts'

/**
 * Finds broken tables that were meant as declared ones: under a category heading, cut off from a declared table, or
 * with the header words of one. Broken tables of other things are left in peace.
 */
export function findBrokenTables(
  markdown: MarkdownDocument,
  contracts: readonly TableContract[],
  tables: readonly CategoryTable[],
  categoryAbove: (section: Section) => CategoryHeading | null,
): readonly BrokenTable[] {
  const known = new Set(tables.map(({table}) => table))
  const filled = new Set(tables.map(({heading}) => heading))
  const fragments = findFragments(markdown).map((found) => ({
    ...found,
    category: categoryAbove(found.section),
  }))
  return fragments.filter(({kind, isPiped, table, lines, category}) => {
    if (table) return known.has(table)
    // Indented lines may be an example of how to write a table.
    if (kind === 'indented' && (!category || filled.has(category))) return false
    if (lines.some(({text}) => contracts.some((contract) => namesRequiredColumns(text, contract))))
      return true
    // Lines without pipes at their ends may be prose.
    return isPiped && category !== null
  })
}

function namesRequiredColumns(line: string, contract: TableContract): boolean {
  const words = new Set(line.split(/[|｜]/).map(headerWord))
  const required = contract.columns.filter(({isRequired}) => isRequired)
  return required.length > 0 && required.every(({names}) => names.some((name) => words.has(name)))
}
