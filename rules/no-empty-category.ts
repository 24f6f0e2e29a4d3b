import type {CategoryHeading, TabularDocument} from '../src/dataset/model.ts'
import {defineRule} from '../src/rule.ts'

export const noEmptyCategory = defineRule({
  id: 'no-empty-category',
  summary: {
    en: 'Disallow a category heading without a table and a category table without rows.',
    zh: '禁止没有表格的类目标题和没有数据行的类目表格。',
  },
  level: 'warning',
  messages: {
    noTable: {
      en: 'Unexpected category `{name}` without a category table',
      zh: '类目“{name}”之下没有类目表格',
      help: {
        en: 'write its table, or remove the heading if there is no such category any more',
        zh: '补上它的表格；如果已没有这个类目，则删去标题',
      },
    },
    noRows: {
      en: 'Unexpected table without rows',
      zh: '表格没有数据行',
      help: {en: 'write its rows, or remove the table', zh: '补上数据行，或删去表格'},
    },
  },
  check({document, report}) {
    const filled = new Set(document.tables.map(({heading}) => heading))
    const categories = document.headings.filter(({role, isCatalogue}) => isCatalogue && role === 'category')
    // A broken table is reported as such.
    const broken = categoriesAbove(document.fragments, categories)
    for (const heading of categories) {
      if (heading.name === '' || filled.has(heading) || broken.has(heading)) continue
      report('noTable', {at: heading.nameRange, category: heading.name, data: {name: heading.name}})
    }
    for (const table of document.tables) {
      if (table.records.length === 0) report('noRows', {at: table.table.header.range, table})
    }
  },
})

/** The last category heading above each broken table. */
function categoriesAbove(
  fragments: TabularDocument['fragments'],
  headings: readonly CategoryHeading[],
): ReadonlySet<CategoryHeading> {
  const above = new Set<CategoryHeading>()
  let next = 0
  for (const {range} of fragments) {
    while ((headings[next]?.block.range.start ?? Number.POSITIVE_INFINITY) < range.start) next++
    const heading = headings[next - 1]
    if (heading) above.add(heading)
  }
  return above
}
