import type {DeclaredTable} from '../src/dataset/model.ts'
import type {Row} from '../src/document/model.ts'
import {defineRule} from '../src/rule.ts'
import {editOf} from '../src/text/edit.ts'
import type {Range} from '../src/text/range.ts'

export const noRaggedRow = defineRule({
  id: 'no-ragged-row',
  summary: {
    en: 'Require every row to have as many cells as the header.',
    zh: '要求每一行的格数与表头相同。',
  },
  level: 'error',
  fix: 'safe',
  messages: {
    surplusText: {
      en: 'Unexpected text beyond the last column: the row has {actual} cells, the header {expected}, and renderers drop the rest',
      zh: '最后一列之外还有文字：本行 {actual} 格，表头 {expected} 格，多出的内容在页面上会被丢弃',
      help: {
        en: 'write a literal pipe as `\\|`, or move the text into its column',
        zh: '文字中的竖线写作 `\\|`，或把文字移到所属的列',
      },
    },
    surplusBlank: {
      level: 'warning',
      en: 'Unexpected blank cells beyond the last column: the row has {actual} cells, the header {expected}',
      zh: '最后一列之外还有空白格：本行 {actual} 格，表头 {expected} 格',
      help: {en: 'remove the surplus pipes at the end of the row', zh: '删去行末多余的竖线'},
    },
    missing: {
      level: 'warning',
      en: 'Missing cells: the row has {actual}, the header {expected}',
      zh: '缺少单元格：本行 {actual} 格，表头 {expected} 格',
      help: {
        en: 'add the missing cells, blank if there is nothing to say',
        zh: '补上缺少的格，没有内容则留空',
      },
    },
    swallowed: {
      level: 'warning',
      en: 'Unexpected line right below a table: it is read as a row',
      zh: '表格正下方的这一行会被当作表格的一行',
      help: {
        en: 'put a blank line between the table and the text, or write it as a row with pipes',
        zh: '在表格与文字之间空一行，或用竖线把它写成一行',
      },
    },
  },
  check({document, report}) {
    const {source} = document.markdown
    for (const record of document.records) {
      const {row, table} = record
      const expected = table.table.header.cells.length
      const actual = row.cells.length
      const data = {actual, expected}
      if (actual > expected) {
        const surplus = row.cells.slice(expected)
        const text = surplus.find(({content}) => !content.isBlank)
        const at = surplusOf(row, expected)
        const isEmpty = surplus.every(({content}) => content.isEmpty)
        if (text) report('surplusText', {at: text.range, record, data})
        else report('surplusBlank', {at, record, data, ...(isEmpty ? removal(at) : {})})
      } else if (actual < expected && isProse(row, table, source)) {
        report('swallowed', {at: row.range, record})
      } else if (actual < expected) {
        const at = {start: row.range.end, end: row.range.end}
        const text = missingCells(source.slice(row.range.start, row.range.end), expected - actual)
        report('missing', {at, record, data, fix: {safe: true, edits: [editOf(at, text)]}})
      }
    }
  },
})

function removal(range: Range) {
  return {fix: {safe: true, edits: [editOf(range, '')]}}
}

/** From the pipe that ends the last column to the one that ends the row. */
function surplusOf({cells, range}: Row, width: number): Range {
  const start = cells[width - 1]?.outer.end ?? range.start
  return {start, end: cells.at(-1)?.outer.end ?? start}
}

/** A line without any pipe under a table whose rows begin with one. */
function isProse({range}: Row, {table}: DeclaredTable, source: string): boolean {
  return !source.slice(range.start, range.end).includes('|') && source[table.header.range.start] === '|'
}

function missingCells(row: string, count: number): string {
  const isClosed = /(?<!\\)\|[ \t]*$/.test(row.slice(1))
  return ' |'.repeat(isClosed ? count : count + 1)
}
