import type {Role} from '../src/dataset/contract.ts'
import type {CategoryRecord, Column} from '../src/dataset/model.ts'
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
      const {missingValues} = table.contract
      for (const column of table.columns) {
        const {isFilled = false, inherits, role} = column.contract ?? {}
        const isOptional = !isFilled && role === 'qualification' && options.optional
        if (!(isFilled || isOptional)) continue
        for (const record of table.records) {
          const cell = cellOf(record, column)
          if (!cell || !statesNothing(cell, missingValues) || (inherits && inherited(record, role))) continue
          const place = {at: cell.range, record, column, data: {column: column.label}}
          report(isFilled ? 'required' : 'optional', place)
        }
      }
    }
  },
})

/** A row is also named by another cell than its own (`withKey`): that is the one to look at. */
function cellOf({row, cells}: CategoryRecord, {role, index}: Column): Cell | undefined {
  return role ? cells[role] : row.cells[index]
}

function statesNothing({content}: Cell, missingValues: ReadonlySet<string>): boolean {
  return content.isBlank || (missingValues.size > 0 && missingValues.has(nameKey(content.text)))
}

/** Whether a heading or a row above states what a blank cell leaves out. */
function inherited({category, group}: CategoryRecord, role: Role | null | undefined): boolean {
  return (role === 'group' ? group : category) !== null
}
