import {defineRule} from '../src/rule.ts'

export const noOrphanTable = defineRule({
  id: 'no-orphan-table',
  summary: {
    en: 'Disallow a category table that stands under no category heading.',
    zh: '禁止不在任何类目标题之下的类目表格。',
  },
  level: 'warning',
  messages: {
    orphan: {
      en: 'Unexpected table under no category heading: its rows belong to no category',
      zh: '表格不在任何类目标题之下，其中各行不属于任何类目',
      help: {
        en: 'write a heading such as `{example}` above the table',
        zh: '在表格上面写一个标题，例如 `{example}`',
      },
    },
  },
  check({document, report}) {
    for (const table of document.tables) {
      const [form] = table.contract.headings
      if (!form || table.heading || table.columns.some(({role}) => role === 'category')) continue
      const example = `## ${form.label}${form.separator}${table.section.heading?.content.text ?? '…'}`
      report('orphan', {at: table.table.header.range, table, data: {example}})
    }
  },
})
