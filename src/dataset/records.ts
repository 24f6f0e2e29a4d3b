import type {Cell, Row} from '../document/model.ts'
import {Requirement} from '../requirement/requirement.ts'
import {normalizeText} from '../text/normalize.ts'
import {headerWord} from './columns.ts'
import type {Role} from './contract.ts'
import {findMisplacements} from './misplacement.ts'
import type {CategoryRecord, CategoryTable, TableRow} from './model.ts'
import type {FoundTable} from './read.ts'

/** Reads the rows of the category tables, then judges them together. */
export function fillTables(
  found: readonly FoundTable[],
  isLabelled: (text: string) => boolean,
): readonly CategoryTable[] {
  const tables = found.map(readTable)
  const misplacements = findMisplacements(tables, isLabelled)
  for (const record of tables.flatMap(({records}) => records)) {
    const cell = record.cells.qualification
    record.misplacement = misplacements.get(record) ?? null
    if (record.qualification !== null && cell && !record.misplacement)
      record.requirement = new Requirement(cell)
  }
  return tables
}

/** A record that is still to be judged. */
type OpenRecord = {-readonly [K in keyof CategoryRecord]: CategoryRecord[K]}

type OpenTable = Omit<CategoryTable, 'records'> & {readonly records: OpenRecord[]}

/** Rows in which every cell is blank state nothing. */
function readTable(found: FoundTable): OpenTable {
  const {table, section, heading, isIntroduced, columns} = found
  const records: OpenRecord[] = []
  const rows: TableRow[] = [{row: table.header, record: null}]
  const heads = new SecondHeads(found)
  const open: OpenTable = {
    table,
    section,
    heading,
    isIntroduced,
    columns,
    records,
    rows,
    secondHeads: heads.found,
  }
  const above = new Above(found)
  const groupIndex = columns.find(({role}) => role === 'group')?.index ?? -1
  // The same category may be stated once more for other applicants, under another heading.
  const scope = heading ? heading.section.parent : section
  for (const row of table.rows) {
    if (heads.read(row) || row.cells.every(({content}) => content.isBlank)) {
      rows.push({row, record: null})
      continue
    }
    const cells = withKey(cellsByRole(row, columns))
    above.read(row, cells)
    const record = {
      row,
      table: open,
      category: above.category,
      categoryLine: above.categoryLine,
      scope,
      group: cells.key === row.cells[groupIndex] ? null : above.group,
      name: textOf(cells.key),
      qualification: textOf(cells.qualification) || null,
      cells,
      requirement: null,
      misplacement: null,
    }
    records.push(record)
    rows.push({row, record})
  }
  return open
}

/** Finds rows of header words or of dashes: the head of a second table, read as rows of the first. */
class SecondHeads {
  readonly found: Row[] = []
  readonly #words: ReadonlySet<string>
  #isInHead = false

  constructor({columns}: FoundTable) {
    this.#words = new Set(columns.flatMap(({role, label}) => (role ? headerWord(label) : [])))
  }

  /** Whether the row is no data but part of a second head. */
  read({cells, ...row}: Row): boolean {
    const texts = cells.map(({content}) => content.text.trim()).filter(Boolean)
    const isDelimiter = this.#isInHead && texts.length > 0 && texts.every((text) => /^:?-+:?$/.test(text))
    const isHead = texts.length > 1 && texts.every((text) => this.#words.has(headerWord(text)))
    this.#isInHead = isHead
    if (isHead) this.found.push({cells, ...row})
    return isHead || isDelimiter
  }
}

/** What a row inherits from the headings and rows above it. */
class Above {
  category: string | null
  categoryLine: number
  group: string | null

  constructor({heading, group, table}: FoundTable) {
    this.category = heading?.name ?? null
    this.categoryLine = heading?.line ?? table.header.line
    this.group = group?.name ?? null
  }

  read({line}: Row, cells: CategoryRecord['cells']): void {
    const category = statedIn(cells.category)
    if (category !== '' && category !== this.category) {
      this.category = category
      this.categoryLine = line
      this.group = null
    }
    this.group = statedIn(cells.group) || this.group
  }
}

/** A branch without a third level is named by its second. */
function withKey(cells: CategoryRecord['cells']): CategoryRecord['cells'] {
  const {group, ...others} = cells
  if (!cells.key?.content.isBlank || !group || group.content.isBlank) return cells
  return {...others, key: group}
}

function cellsByRole(row: Row, columns: FoundTable['columns']): CategoryRecord['cells'] {
  const cells: Partial<Record<Role, Cell>> = {}
  for (const {role, index} of columns) {
    const cell = row.cells[index]
    if (role && cell) cells[role] = cell
  }
  return cells
}

/** What a cell states of its own: nothing where it is blank or says "as above". */
function statedIn(cell: Cell | undefined): string {
  const text = textOf(cell)
  return /^(?:同上|同前|〃|″|↑|ditto)$/i.test(text) ? '' : text
}

function textOf(cell: Cell | undefined): string {
  return cell ? normalizeText(cell.content.text) : ''
}
