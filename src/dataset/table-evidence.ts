import type {Section, Table} from '../document/model.ts'
import {headerWord, missingColumns} from './columns.ts'
import type {ColumnContract, Role, TableContract, TextPattern} from './contract.ts'
import {isRequirement} from './evidence.ts'
import type {CategoryHeading, Column} from './model.ts'

/** A table and where it stands. */
export interface Candidate {
  readonly table: Table
  readonly section: Section
  readonly columns: readonly Column[]
  /** The labelled heading that it stands under. */
  readonly heading: CategoryHeading | null
  /** Whether its section has no other table. */
  readonly isOnly: boolean
}

/**
 * A declared table has all required columns. Right below a heading that announces it one may be misspelt or missing:
 * then the other headers and the cells must tell.
 */
export function isDeclaredTable(candidate: Candidate, contract: TableContract): boolean {
  const {columns, heading, section} = candidate
  if (contract.heading && !isUnder(section, contract.heading)) return false
  if (isExcluded(columns, contract)) return false
  if (isComplete(columns, contract)) return true
  if (contract.isCatalogue && heading) return isMisspeltCatalogue(candidate, contract)
  const isAnnounced = section.heading && contract.heading?.test(section.heading.content.text.trim())
  return isAnnounced === true && hasMostColumns(columns, contract)
}

function isExcluded(columns: readonly Column[], {excludedWords}: TableContract): boolean {
  return excludedWords.some((word) => columns.some(({label}) => headerWord(label).includes(word)))
}

function isUnder(section: Section, pattern: TextPattern): boolean {
  for (let at: Section | null = section; at; at = at.parent) {
    if (at.heading && pattern.test(at.heading.content.text.trim())) return true
  }
  return false
}

function hasMostColumns(columns: readonly Column[], contract: TableContract): boolean {
  const required = contract.columns.filter(({isRequired}) => isRequired)
  return required.length > 1 && 2 * missingColumns(columns, contract).length <= required.length
}

function isMisspeltCatalogue({table, columns, isOnly}: Candidate, contract: TableContract): boolean {
  if (holdsQualifications(table)) return true
  const names = (role: Role) => namesPlainly(role, columns, contract)
  if (names('key') && hidesText(table)) return true
  return isOnly && (names('key') || (columns.length > 1 && names('qualification')))
}

export function isComplete(columns: readonly Column[], contract: TableContract): boolean {
  return (
    columns.some(({contract: meaning}) => meaning?.isRequired) &&
    missingColumns(columns, contract).length === 0
  )
}

/** Whether every required column is among the words, by one of its names. */
export function namesRequired(words: readonly string[], {columns}: TableContract): boolean {
  const required = columns.filter(({isRequired}) => isRequired)
  return required.length > 0 && required.every((column) => isNamed(column, words))
}

/** Whether a header of these words may be complete: what is no whole word may name a column by its ending. */
export function mayBeComplete(words: readonly string[], {columns}: TableContract): boolean {
  return columns.every((column) => !column.isRequired || column.parts.length > 0 || isNamed(column, words))
}

function isNamed({names}: ColumnContract, words: readonly string[]): boolean {
  return names.some((name) => words.includes(name))
}

/** Whether a header word means the column and nothing else, as `类目` does not. */
function namesPlainly(role: Role, columns: readonly Column[], contract: TableContract): boolean {
  const word = headerWord(columns.find((column) => column.role === role)?.label ?? '')
  const meanings = contract.columns.filter(({names}) => names.includes(word)).map((column) => column.role)
  return meanings.includes(role) && !meanings.includes('category')
}

/** Whether most texts beside the first column are plainly requirements. */
function holdsQualifications(table: Table): boolean {
  const width = table.header.cells.length
  if (width < 2) return false
  const texts = table.rows.flatMap(({cells}) => cells.slice(1, width).map(({content}) => content.text.trim()))
  const filled = texts.filter((text) => text !== '')
  return filled.length > 0 && 2 * filled.filter(isRequirement).length > filled.length
}

/** Whether rows go on beyond the header with text that renderers drop: then a column's header is missing. */
function hidesText(table: Table): boolean {
  const width = table.header.cells.length
  return table.rows.some(({cells}) => cells.slice(width).some(({content}) => !content.isBlank))
}
