import {findFragments, type TableFragment} from '../document/fragments.ts'
import type {MarkdownDocument, Section, Table} from '../document/model.ts'
import {assignRoles, headerWord, presumeRoles} from './columns.ts'
import {categoryContract, type TableContract} from './contract.ts'
import {HeadingReader, headingInDisguise, labelledHeading, plainHeading} from './headings.ts'
import type {CategoryDocument, CategoryHeading, CategoryTable, Column} from './model.ts'
import {fillTables} from './records.ts'
import {hidesText, holdsQualifications} from './table-evidence.ts'

/** Finds the category headings and tables of a document by the words of a contract. */
export function readCategories(
  markdown: MarkdownDocument,
  contract: TableContract = categoryContract,
): CategoryDocument {
  const headings: CategoryHeading[] = []
  const found: FoundTable[] = []
  const reader = new HeadingReader(contract)
  const named = new Map<Section, CategoryHeading>()
  for (const section of markdown.sections)
    readSection(section, {markdown, contract, reader, named, headings, found})
  const placed = headings.some(({form}) => form)
    ? found
    : nameByPlainHeadings(found, headings, named, markdown)
  const tables = fillTables(placed)
  const records = tables.flatMap((table) => table.records)
  return {
    markdown,
    contract,
    headings,
    tables,
    records,
    fragments: relevantFragments(markdown, contract, tables, named),
  }
}

/** A category table before its rows are read. */
export interface FoundTable {
  readonly table: Table
  readonly section: Section
  readonly heading: CategoryHeading | null
  readonly group: CategoryHeading | null
  readonly columns: readonly Column[]
}

interface Reading {
  readonly markdown: MarkdownDocument
  readonly contract: TableContract
  readonly reader: HeadingReader
  /** The headings that name something, by their section. */
  readonly named: Map<Section, CategoryHeading>
  readonly headings: CategoryHeading[]
  readonly found: FoundTable[]
}

function readSection(section: Section, reading: Reading): void {
  const {markdown, contract, reader, named, headings, found} = reading
  const tables = section.blocks.filter((block) => block.type === 'table')
  const columns = new Map(tables.map((table) => [table, assignRoles(table.header, contract)]))
  const own = section.heading && reader.read(section.heading.content.text)
  const isCategory =
    own && (own.hasSeparator || [...columns.values()].some((roles) => isComplete(roles, contract)))
  if (own && isCategory && section.heading) {
    named.set(section, labelledHeading(own, section.heading, section, markdown.lines))
    headings.push(...namedAt(section, named))
  }
  for (const [index, block] of section.blocks.entries()) {
    const disguised = headingInDisguise(block, section.blocks[index + 1], reader)
    if (disguised && block.type === 'paragraph') {
      named.set(section, labelledHeading(disguised, block, section, markdown.lines))
      headings.push(...namedAt(section, named))
    }
    const roles = block.type === 'table' ? columns.get(block) : undefined
    if (block.type !== 'table' || !roles) continue
    const heading = nearest(section, 'category', named)
    if (!isCategoryTable(block, roles, heading, tables.length === 1, contract)) continue
    found.push({
      table: block,
      section,
      heading,
      group: nearest(section, 'group', named),
      columns: presumeRoles(roles, contract),
    })
  }
}

function namedAt(section: Section, named: ReadonlyMap<Section, CategoryHeading>): readonly CategoryHeading[] {
  const heading = named.get(section)
  return heading ? [heading] : []
}

/** The heading of the role that a section stands under. */
function nearest(
  section: Section,
  role: CategoryHeading['role'],
  named: ReadonlyMap<Section, CategoryHeading>,
): CategoryHeading | null {
  for (let above: Section | null = section; above; above = above.parent) {
    const heading = named.get(above)
    if (heading?.role === role) return heading
  }
  return null
}

function isComplete(columns: readonly Column[], contract: TableContract): boolean {
  return contract.columns.every(
    ({role, isRequired}) => !isRequired || columns.some((column) => column.role === role),
  )
}

/**
 * A table with all required columns, or, under a labelled category heading, one that has some of them or
 * whose cells read as a category table's do.
 */
function isCategoryTable(
  table: Table,
  columns: readonly Column[],
  heading: CategoryHeading | null,
  isOnly: boolean,
  contract: TableContract,
): boolean {
  if (isComplete(columns, contract)) return true
  if (!heading) return false
  if (columns.some(({role}) => role === 'qualification')) return columns.length > 1
  if (holdsQualifications(table)) return true
  if (!columns.some(({role}) => role === 'key')) return false
  return hidesText(table) || (columns.length > 1 && isOnly && namesKeyPlainly(columns, contract))
}

/** Whether the header word of the key has no other meaning, as `类目` has. */
function namesKeyPlainly(columns: readonly Column[], contract: TableContract): boolean {
  const word = headerWord(columns.find(({role}) => role === 'key')?.label ?? '')
  const meanings = contract.columns.filter(({names}) => names.includes(word)).map(({role}) => role)
  return meanings.includes('key') && !meanings.includes('category')
}

/** In a document that labels no heading, the heading right above a category table names the category. */
function nameByPlainHeadings(
  found: readonly FoundTable[],
  headings: CategoryHeading[],
  named: Map<Section, CategoryHeading>,
  {lines, title}: MarkdownDocument,
): readonly FoundTable[] {
  const owners = new Set(found.flatMap(({section, columns}) => (hasCategoryColumn(columns) ? [] : [section])))
  for (const section of owners) {
    const {heading} = section
    if (!heading) continue
    const siblings = [...owners].filter((owner) => owner.heading?.depth === heading.depth).length
    const isTitle = siblings === 1 && (heading.depth === 1 || heading.content.text.trim() === title)
    if (isTitle) continue
    const plain = plainHeading(heading, section, lines)
    named.set(section, plain)
    headings.push(plain)
  }
  return found.map((table) => ({...table, heading: named.get(table.section) ?? null}))
}

export function hasCategoryColumn(columns: readonly Column[]): boolean {
  return columns.some(({role}) => role === 'category')
}

/**
 * What concerns categories: under a category heading, cut off from a category table, or with the header words
 * of one. Broken tables of other things are left in peace.
 */
function relevantFragments(
  markdown: MarkdownDocument,
  contract: TableContract,
  tables: readonly CategoryTable[],
  named: ReadonlyMap<Section, CategoryHeading>,
): readonly TableFragment[] {
  const known = new Set(tables.map(({table}) => table))
  const filled = new Set(tables.map(({heading}) => heading))
  return findFragments(markdown).filter(({kind, isPiped, table, lines, section}) => {
    if (table) return known.has(table)
    const category = nearest(section, 'category', named)
    // Indented lines may be an example of how to write a table.
    if (kind === 'indented' && (!category || filled.has(category))) return false
    if (lines.some(({text}) => namesRequiredColumns(text, contract))) return true
    // Lines without pipes at their ends may be prose.
    return isPiped && category !== null
  })
}

function namesRequiredColumns(line: string, contract: TableContract): boolean {
  const words = line.split(/[|｜]/).map(headerWord)
  return contract.columns
    .filter(({isRequired}) => isRequired)
    .every(({names, parts = []}) =>
      words.some((word) => names.includes(word) || parts.some((part) => word.includes(part))),
    )
}
