import type {Cell, Row} from '../document/model.ts'
import type {QualificationReader} from '../requirement/reader.ts'
import {Requirement} from '../requirement/requirement.ts'
import {nameKey, normalizeText} from '../text/normalize.ts'
import {statedValues} from './cell-values.ts'
import type {Role, TableContract} from './contract.ts'
import {findExchange} from './exchanges.ts'
import {findMisplacements, type Misplacement} from './misplacement.ts'
import type {DeclaredTable, TableRecord, TableRow} from './model.ts'
import type {FoundTable, Reading} from './reading.ts'
import {referencesIn} from './references.ts'
import {initialsOf, SecondHeads} from './second-heads.ts'

/** Reads the rows of the tables that one contract declares, then judges those of a catalogue together. */
export function fillTables(reading: Reading, reader: QualificationReader): readonly DeclaredTable[] {
  const {found, contract} = reading
  if (found.length === 0) return []
  const initials = initialsOf(contract)
  const tables = found.map((table) => readTable(table, contract, initials))
  const misplacements = contract.isCatalogue
    ? findMisplacements(tables, (text, mayBeGeneral) => reading.isLabelled(text, mayBeGeneral))
    : none
  const isTested = contract.columns.some(({test}) => test)
  for (const record of tables.flatMap(({records}) => records)) {
    const cell = record.cells.qualification
    record.misplacement = misplacements.get(record) ?? null
    if (isTested) record.exchange = findExchange(record.row, record.table.columns, contract)
    if (record.qualification !== null && cell && !record.misplacement)
      record.requirement = new Requirement(cell, reader)
  }
  return tables
}

const none: ReadonlyMap<OpenRecord, Misplacement> = new Map()

/** A record that is still to be judged. */
type OpenRecord = {-readonly [K in keyof TableRecord]: TableRecord[K]}

type OpenTable = Omit<DeclaredTable, 'records'> & {readonly records: OpenRecord[]}

/** Rows in which every cell is blank state nothing. */
function readTable(found: FoundTable, contract: TableContract, initials: ReadonlySet<string>): OpenTable {
  const {table, section, heading, isIntroduced, columns} = found
  const records: OpenRecord[] = []
  const rows: TableRow[] = [{row: table.header, record: null}]
  const heads = new SecondHeads(found, contract, initials)
  const open: OpenTable = {
    table,
    contract,
    section,
    heading,
    isIntroduced,
    columns,
    records,
    rows,
    secondHeads: heads.found,
    valuesOf: (row, column) => statedValues(row, column, contract),
    references: (definitions) => referencesIn(open, definitions),
  }
  const above = new Above(found)
  for (const [index, row] of table.rows.entries()) {
    const isData = !heads.read(row, table.rows[index + 1]) && !row.cells.every(({content}) => content.isBlank)
    const record = isData ? readRecord(row, open, above) : null
    if (record) records.push(record)
    rows.push({row, record})
  }
  return open
}

function readRecord(row: Row, table: OpenTable, above: Above): OpenRecord {
  const written = cellsByRole(row, table.columns)
  const cells = withKey(written, table.contract)
  above.read(row, written)
  return {
    row,
    table,
    category: above.category,
    categoryLine: above.categoryLine,
    // The same category may be stated once more for other applicants, under another heading.
    scope: table.heading ? table.heading.section.parent : table.section,
    group: cells === written ? above.group : null,
    name: cells.key && isMissing(cells.key, table.contract) ? '' : textOf(cells.key),
    qualification: textOf(cells.qualification) || null,
    cells,
    requirement: null,
    misplacement: null,
    exchange: null,
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

  read({line}: Row, cells: TableRecord['cells']): void {
    const category = statedIn(cells.category)
    if (category !== '' && category !== this.category) {
      this.category = category
      this.categoryLine = line
      this.group = null
    }
    this.group = statedIn(cells.group) || this.group
  }
}

/** A branch without a third level is named by its second. A missing cell is a blank one. */
function withKey(cells: TableRecord['cells'], contract: TableContract): TableRecord['cells'] {
  const isNamed = cells.key?.content.isBlank === false && !isMissing(cells.key, contract)
  if (isNamed || statedIn(cells.group) === '') return cells
  const {group, ...others} = cells
  return group ? {...others, key: group} : cells
}

function cellsByRole(row: Row, columns: FoundTable['columns']): TableRecord['cells'] {
  const cells: Partial<Record<Role, Cell>> = {}
  for (const {role, index} of columns) {
    const cell = row.cells[index]
    if (role && cell) cells[role] ??= cell
  }
  return cells
}

/** What a cell states of its own: nothing where it is blank or says "as above". */
function statedIn(cell: Cell | undefined): string {
  const text = textOf(cell)
  if (text === '') return ''
  return [text, nameKey(text)].some((words) => /^(?:同上|同前|〃|″|↑|ditto)$/i.test(words)) ? '' : text
}

/** Whether a cell says that it states nothing: `-`. */
function isMissing({content}: Cell, {missingValues}: TableContract): boolean {
  return missingValues.size > 0 && missingValues.has(nameKey(content.text))
}

function textOf(cell: Cell | undefined): string {
  return cell ? normalizeText(cell.content.text) : ''
}
