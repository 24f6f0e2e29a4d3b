import type {CategoryHeading} from '../src/dataset/model.ts'
import {defineRule} from '../src/rule.ts'
import {nameKey} from '../src/text/normalize.ts'

export const noDuplicateCategory = defineRule({
  id: 'no-duplicate-category',
  summary: {
    en: 'Disallow two headings for one category in the same part of a document.',
    zh: '禁止文档的同一部分中有两个标题表示同一类目。',
  },
  level: 'error',
  messages: {
    duplicate: {
      en: 'Duplicate category `{name}`, first stated on line {line}',
      zh: '类目“{name}”重复，首次出现在第 {line} 行',
      help: {
        en: 'join the two tables under one heading, or correct the name',
        zh: '把两个表格合并到同一标题之下，或改正名称',
      },
    },
  },
  check({document, report}) {
    const first = new Map<object | null, Map<string, CategoryHeading>>()
    for (const heading of document.headings) {
      if (heading.name === '' || !heading.isCatalogue) continue
      const scope = heading.section.parent
      const stated = first.get(scope) ?? new Map<string, CategoryHeading>()
      first.set(scope, stated)
      const key = `${heading.role} ${nameKey(heading.name)}`
      const before = stated.get(key)
      if (!before) stated.set(key, heading)
      else {
        report('duplicate', {
          at: heading.nameRange,
          category: heading.name,
          data: {name: heading.name, line: before.line},
          related: [{at: before.nameRange, message: {en: 'first stated here', zh: '首次出现在这里'}}],
        })
      }
    }
  },
})
