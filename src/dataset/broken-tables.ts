import {findFragments} from '../document/fragments.ts'
import type {MarkdownDocument, Section} from '../document/model.ts'
import type {RowLine} from '../document/row-lines.ts'
import {headerWord} from './columns.ts'
import type {TableContract} from './contract.ts'
import type {BrokenTable, CategoryHeading, DeclaredTable} from './model.ts'
import {namesRequired} from './table-evidence.ts'

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
  const isHead = ({text}: RowLine) => {
    const words = text.split(/[|｜]/).map(headerWord)
    return contracts.some((contract) => namesRequired(words, contract))
  }
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
