import {defineRule, type Report} from '../src/rule.ts'
import {findInvisible, isPlainlyVisible} from '../src/text/invisible.ts'
import type {Range} from '../src/text/range.ts'

export const noInvisibleCharacter = defineRule({
  id: 'no-invisible-character',
  summary: {
    en: 'Disallow zero-width, bidirectional, no-break and other invisible characters in category data.',
    zh: '禁止类目数据中的零宽、双向控制、不换行空格等不可见字符。',
  },
  level: 'error',
  fix: 'safe',
  messages: {
    invisible: {
      en: 'Unexpected invisible character {name}',
      zh: '有不可见字符 {name}',
      help: {
        en: 'remove it, or write a plain blank where one is meant',
        zh: '删去它；如果本意是空格，请用普通空格',
      },
    },
  },
  check({document, report}) {
    const {source} = document.markdown
    for (const heading of document.headings) {
      reportIn(heading.block.content.range, {category: heading.name})
    }
    for (const table of document.tables) {
      // Few tables have any: one look at the whole spares one at each cell.
      const {start, end} = table.table.range
      if (isPlainlyVisible(source.slice(start, end))) continue
      for (const {row, record} of table.rows) {
        for (const [index, {outer}] of row.cells.entries()) {
          reportIn(outer, {table, record, column: table.columns[index]})
        }
      }
    }

    function reportIn({start, end}: Range, place: Omit<Report, 'at'>) {
      for (const {index, length, name, replacement} of findInvisible(source.slice(start, end))) {
        const at = {start: start + index, end: start + index + length}
        report('invisible', {
          at,
          ...place,
          data: {name},
          fix: {safe: true, edits: [{...at, text: replacement}]},
        })
      }
    }
  },
})
