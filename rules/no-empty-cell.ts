import type {Role} from '../src/dataset/contract.ts'
import type {Column, DeclaredTable, TableRecord} from '../src/dataset/model.ts'
import type {Cell} from '../src/document/model.ts'
import {defineRule} from '../src/rule.ts'
import {nameKey} from '../src/text/normalize.ts'

export const noEmptyCell = defineRule({
  id: 'no-empty-cell',
  summary: {
    en: 'Disallow blank cells where something must be stated, and point out those where something may be.',
    zh: '禁止必填的单元格为空，并提示可填而未填的单元格。',
  },
  level: 'error',
  options: {
    optional: {
      type: 'boolean',
      default: true,
      description: {
        en: 'Whether blank cells of optional columns, such as the qualification, are pointed out.',
        zh: '是否提示可选列（如资质）的空白单元格。',
      },
    },
  },
  messages: {
    required: {
      en: 'Unexpected blank {column}',
      zh: '{column}不能为空',
      help: {en: 'write the {column} of this row, or remove the row', zh: '补上本行的{column}，或删去该行'},
    },
    optional: {
      level: 'info',
      en: 'The row states no {column}: none needed, or not written down yet',
      zh: '本行没有写明{column}：是不需要，还是尚未填写',
      help: {
        en: 'if nothing is needed, say so in words that readers can tell from a gap',
        zh: '如果不需要，请用文字写明，以免与漏填混淆',
      },
      folded: {
        en: '{count} rows in {tables|table|tables} state no qualification',
        zh: '{tables} 个表格中有 {count} 行没有写明资质',
      },
    },
  },
  check({document, options, report}) {
    for (const table of document.tables) {
      for (const column of table.columns) {
        const {isFilled = false, role} = column.contract ?? {}
        const isOptional = !isFilled && role === 'qualification' && options.optional
        if (!(isFilled || isOptional)) continue
        for (const {cell, record} of blankCells(table, column)) {
          const place = {at: cell.range, record, column, data: {column: column.label}}
          report(isFilled ? 'required' : 'optional', place)
        }
      }
    }
  },
})

/** The cells of a column that state nothing, and for which nothing above does. */
function* blankCells(table: DeclaredTable, column: Column) {
  const {inherits = false, role} = column.contract ?? {}
  let isStated = false
  for (const record of table.records) {
    const cell = cellOf(record, column)
    if (!cell) continue
    const isBlank = statesNothing(cell, record, column)
    isStated ||= !isBlank
    if (isBlank && !(inherits && (levelOf(record, role) ?? isStated))) yield {cell, record}
  }
}

/** A row is also named by another cell than its own (`withKey`): that is the one to look at. */
function cellOf({row, cells, table}: TableRecord, {role, index}: Column): Cell | undefined {
  const isGroup = (column: Column) => column.role === 'group' && row.cells[column.index] === cells.key
  return role === 'key' && table.columns.some(isGroup) ? cells.key : row.cells[index]
}

function statesNothing(cell: Cell, {row, table}: TableRecord, column: Column): boolean {
  const {content} = cell
  const {missingValues, isCatalogue} = table.contract
  if (content.isBlank) return isCatalogue || !holdsImage(content.raw)
  if (missingValues.size > 0 && missingValues.has(nameKey(content.text))) return true
  const isList = (column.contract?.separators.length ?? 0) > 0 && cell === row.cells[column.index]
  return isList && table.valuesOf(row, column).length === 0
}

/** An image states something, though a catalogue cannot name it. */
function holdsImage(raw: string): boolean {
  return /!\[|<img\s/i.test(raw.replace(/<!--.*?-->/gs, ''))
}

/** Whether a heading or a row above states the level that a blank cell leaves out; undefined where it is none. */
function levelOf({category, group}: TableRecord, role: Role | null | undefined): boolean | undefined {
  if (role === 'category') return category !== null
  return role === 'group' ? group !== null : undefined
}
