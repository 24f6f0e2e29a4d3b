import type {Cell, Row} from '../document/model.ts'
import {Requirement} from '../requirement/requirement.ts'
import {normalizeText} from '../text/normalize.ts'
import type {Role} from './contract.ts'
import {findMisplacements} from './misplacement.ts'
import type {CategoryRecord, CategoryTable, TableRow} from './model.ts'
import type {FoundTable} from './read.ts'

/** Reads the rows of the category tables, then judges them together. */
export function fillTables(found: readonly FoundTable[]): readonly CategoryTable[] {
  const tables = found.map(readTable)
  const misplacements = findMisplacements(tables)
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
  const open: OpenTable = {table, section, heading, isIntroduced, columns, records, rows}
  const above = new Above(found)
  // The same category may be stated once more for other applicants, under another heading.
  const scope = heading ? heading.section.parent : section
  for (const row of table.rows) {
    if (row.cells.every(({content}) => content.isBlank)) {
      rows.push({row, record: null})
      continue
    }
    const cells = cellsByRole(row, columns)
    above.read(row, cells)
    const record = {
      row,
      table: open,
      category: above.category,
      categoryLine: above.categoryLine,
      scope,
      group: above.group,
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
    const category = textOf(cells.category)
    if (category !== '' && category !== this.category) {
      this.category = category
      this.categoryLine = line
      this.group = null
    }
    this.group = textOf(cells.group) || this.group
  }
}

function cellsByRole(row: Row, columns: FoundTable['columns']): CategoryRecord['cells'] {
  const cells: Partial<Record<Role, Cell>> = {}
  for (const {role, index} of columns) {
    const cell = row.cells[index]
    if (role && cell) cells[role] = cell
  }
  return cells
}

function textOf(cell: Cell | undefined): string {
  return cell ? normalizeText(cell.content.text) : ''
}
