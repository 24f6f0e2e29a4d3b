import type {Cell, Row} from '../document/model.ts'
import {Requirement} from '../requirement/requirement.ts'
import {normalizeText} from '../text/normalize.ts'
import type {Role} from './contract.ts'
import {readsAsQualification} from './evidence.ts'
import {judgeRows, type Misplacement} from './misplacement.ts'
import type {CategoryRecord, CategoryTable, TableRow} from './model.ts'
import type {FoundTable} from './read.ts'

/** Reads the rows of the category tables and judges them together. */
export function fillTables(found: readonly FoundTable[]): readonly CategoryTable[] {
  const drafts = found.map((table) => ({table, rows: readRows(table)}))
  const categories = drafts.flatMap(({rows}) => rows.flatMap(({category}) => category ?? []))
  const judged = judgeRows(drafts.flatMap(judgedRows), [...new Set(categories)])
  let at = 0
  return drafts.map(({table, rows}) => {
    const misplacements = judged.slice(at, at + rows.length)
    at += rows.length
    return completeTable(table, rows, misplacements)
  })
}

/** A row before it is judged. */
interface Draft {
  readonly row: Row
  readonly cells: Partial<Record<Role, Cell>>
  readonly category: string | null
  readonly categoryLine: number
  readonly group: string | null
  readonly name: string
  readonly qualification: string | null
}

/** Rows in which every cell is blank state nothing. */
function readRows({table, heading, group, columns}: FoundTable): readonly Draft[] {
  const drafts: Draft[] = []
  let category = heading?.name ?? null
  let categoryLine = heading?.line ?? table.header.line
  let groupName = group?.name ?? null
  for (const row of table.rows) {
    if (row.cells.every(({content}) => content.isBlank)) continue
    const cells = cellsByRole(row, columns)
    const stated = textOf(cells.category)
    if (stated !== '') {
      if (stated !== category) {
        categoryLine = row.line
        groupName = null
      }
      category = stated
    }
    groupName = textOf(cells.group) || groupName
    const qualification = textOf(cells.qualification) || null
    drafts.push({
      row,
      cells,
      category,
      categoryLine,
      group: groupName,
      name: textOf(cells.key),
      qualification,
    })
  }
  return drafts
}

function cellsByRole(row: Row, columns: FoundTable['columns']): Partial<Record<Role, Cell>> {
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

function judgedRows({rows}: {readonly rows: readonly Draft[]}) {
  return rows.map(({name, qualification, cells}, index) => ({
    name,
    qualification,
    isTypical: qualification !== null && readsAsQualification(qualification),
    key: cells.key,
    qualificationCell: cells.qualification,
    before: index,
    after: rows.length - 1 - index,
  }))
}

function completeTable(
  {table, section, heading, columns}: FoundTable,
  drafts: readonly Draft[],
  misplacements: readonly (Misplacement | null)[],
): CategoryTable {
  const records: CategoryRecord[] = []
  const rows: TableRow[] = [{row: table.header, record: null}]
  const complete: CategoryTable = {table, section, heading, columns, records, rows}
  // The same category may be stated once more for other applicants, under another heading.
  const scope = heading ? heading.section.parent : section
  for (const row of table.rows) {
    const draft = drafts[records.length]
    if (draft?.row !== row) {
      rows.push({row, record: null})
      continue
    }
    const cell = draft.cells.qualification
    const misplacement = misplacements[records.length] ?? null
    const requirement = draft.qualification !== null && cell && !misplacement ? new Requirement(cell) : null
    const record = {...draft, scope, table: complete, requirement, misplacement}
    records.push(record)
    rows.push({row, record})
  }
  return complete
}
