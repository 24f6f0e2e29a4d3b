import {defineRule} from '../src/rule.ts'
import {editOf} from '../src/text/edit.ts'
import {wholeLine} from '../src/text/lines.ts'

export const noEmptyRow = defineRule({
  id: 'no-empty-row',
  summary: {
    en: 'Disallow rows in which every cell is blank.',
    zh: '禁止所有单元格都为空的行。',
  },
  level: 'error',
  fix: 'safe',
  messages: {
    empty: {
      en: 'Unexpected row without any text',
      zh: '整行没有内容',
      help: {en: 'remove the row, or write what it should state', zh: '删去该行，或写上应有的内容'},
    },
  },
  check({document, report}) {
    const {lines} = document.markdown
    for (const table of document.tables) {
      for (const row of table.table.rows) {
        if (!row.cells.every(({content}) => content.isBlank)) continue
        const edit = editOf(wholeLine(lines, row.line), '')
        // A comment or an image is not for a fix to remove.
        const isEmpty = row.cells.every(({content}) => content.isEmpty)
        report('empty', {at: row.range, table, ...(isEmpty ? {fix: {safe: true, edits: [edit]}} : {})})
      }
    }
  },
})
