import type {Cell, Row} from '../document/model.ts'
import {Requirement} from '../requirement/requirement.ts'
import {normalizeText} from '../text/normalize.ts'
import {assignRoles, headerWord} from './columns.ts'
import type {Role, TableContract} from './contract.ts'
import {findMisplacements} from './misplacement.ts'
import type {CategoryRecord, CategoryTable, TableRow} from './model.ts'
import type {LabelTest} from './neighbourhood.ts'
import type {FoundTable} from './read.ts'
import {isComplete} from './table-evidence.ts'

/** Reads the rows of the category tables, then judges them together. */
export function fillTables(
  found: readonly FoundTable[],
  contract: TableContract,
  isLabelled: LabelTest,
): readonly CategoryTable[] {
  const initials = initialsOf(contract)
  const tables = found.map((table) => readTable(table, contract, initials))
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
function readTable(found: FoundTable, contract: TableContract, initials: ReadonlySet<string>): OpenTable {
  const {table, section, heading, isIntroduced, columns} = found
  const records: OpenRecord[] = []
  const rows: TableRow[] = [{row: table.header, record: null}]
  const heads = new SecondHeads(found, contract, initials)
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
  for (const [index, row] of table.rows.entries()) {
    if (heads.read(row, table.rows[index + 1]) || row.cells.every(({content}) => content.isBlank)) {
      rows.push({row, record: null})
      continue
    }
    const written = cellsByRole(row, columns)
    const cells = withKey(written)
    above.read(row, written)
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

/** Finds rows of header words, and of dashes below them: the head of a second table, read as rows of the first. */
class SecondHeads {
  readonly found: Row[] = []
  readonly #words: ReadonlySet<string>
  readonly #initials: ReadonlySet<string>
  readonly #contract: TableContract
  #isInHead = false

  /** @param initials what the header words of the contract begin with. */
  constructor({columns}: FoundTable, contract: TableContract, initials: ReadonlySet<string>) {
    this.#words = new Set(columns.flatMap(({role, label}) => (role ? headerWord(label) : [])))
    this.#initials = initials
    this.#contract = contract
  }

  /** Whether the row is no data but part of a second head. */
  read(row: Row, next: Row | undefined): boolean {
    const isDelimiter = this.#isInHead && isDashes(row)
    this.#isInHead = this.#isHead(row, next)
    if (this.#isInHead) this.found.push(row)
    return this.#isInHead || isDelimiter
  }

  #isHead(row: Row, next: Row | undefined): boolean {
    // Most rows differ from a head in the first character already.
    const first = row.cells[0]?.content.text.trim().charAt(0) ?? ''
    if (first !== '' && !this.#initials.has(first)) return false
    const texts = row.cells.map(({content}) => content.text.trim()).filter(Boolean)
    if (texts.length < 2) return false
    if (texts.every((text) => this.#words.has(headerWord(text)))) return true
    return (
      next !== undefined && isDashes(next) && isComplete(assignRoles(row, this.#contract), this.#contract)
    )
  }
}

function initialsOf({columns}: TableContract): ReadonlySet<string> {
  const names = columns.flatMap((column) => column.names)
  return new Set(names.flatMap((name) => [name.charAt(0), name.charAt(0).toUpperCase()]))
}

function isDashes({cells}: Row): boolean {
  const texts = cells.map(({content}) => content.text.trim()).filter(Boolean)
  return texts.length > 0 && texts.every((text) => /^:?-+:?$/.test(text))
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
  if (!cells.key?.content.isBlank || statedIn(group) === '') return cells
  return group ? {...others, key: group} : cells
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
