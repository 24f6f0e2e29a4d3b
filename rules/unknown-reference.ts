import type {Definitions} from '../src/dataset/definitions.ts'
import type {StatedReference} from '../src/dataset/references.ts'
import {defineRule} from '../src/rule.ts'

export const unknownReference = defineRule({
  id: 'unknown-reference',
  summary: {
    en: 'Disallow references to categories, subcategories or other values that no table defines.',
    zh: '禁止引用任何表格都没有定义的类目、子类目或其他值。',
  },
  level: 'error',
  options: {
    ignore: {
      type: 'strings',
      default: [],
      description: {en: 'Values that need not be defined.', zh: '不必有定义的值。'},
    },
  },
  messages: {
    unknown: {
      en: 'Unknown `{name}`: no table of `{table}` defines it',
      zh: '“{name}”不存在：“{table}”的表格中没有定义',
      help: {
        en: 'remove the reference, or write the name that it goes by now',
        zh: '删去这一引用，或改为现在的名称',
      },
    },
    unknownIn: {
      en: 'Unknown `{name}`: `{category}` has no such entry in the tables of `{table}`',
      zh: '“{name}”不存在：在“{table}”的表格中，“{category}”之下没有它',
      help: {
        en: 'remove the reference, or write the name that it goes by now',
        zh: '删去这一引用，或改为现在的名称',
      },
    },
    near: {
      en: 'Unknown `{name}`, much like `{known}` on line {line} of {path}',
      zh: '“{name}”不存在，与 {path} 第 {line} 行的“{known}”相近',
      help: {en: 'write `{known}` if it is meant', zh: '如果是同一个，请改为“{known}”'},
    },
    elsewhere: {
      en: 'Unknown `{name}` in `{category}`: it belongs to `{other}` (line {line} of {path})',
      zh: '“{category}”之下没有“{name}”：它属于“{other}”（{path} 第 {line} 行）',
      help: {en: 'name it beside `{other}`', zh: '请把它写在“{other}”之下'},
    },
    otherCatalogue: {
      level: 'info',
      en: 'Only {known} of {total} references are known: does the table speak of another catalogue?',
      zh: '{total} 处引用中只有 {known} 处有定义：表格说的是另一份类目吗？',
      help: {
        en: 'lint it together with the document that defines them, or turn the rule off for this file',
        zh: '请与定义它们的文档一并检查，或对本文件关闭此规则',
      },
    },
  },
  check(context) {
    const {document, options, report} = context
    const ignored = new Set(options.ignore)
    for (const table of document.tables) {
      if (!table.columns.some(({contract}) => contract?.references)) continue
      const {definitions} = context
      const references = [...table.references(definitions)].filter(({name}) => !ignored.has(name))
      const unknown = references.filter(({definition}) => !definition)
      const known = references.length - unknown.length
      const isTentative = unknown.some(({target}) => target.tentative)
      if (!isTentative || speaksOfThisCatalogue(references)) {
        for (const reference of unknown) reportUnknown(reference, definitions)
      } else if (known > 0) {
        const data = {known, total: references.length}
        report('otherCatalogue', {at: table.table.header.range, table, data})
      }
    }

    function reportUnknown(reference: StatedReference, definitions: Definitions) {
      const {name, range, record, column, target, categories} = reference
      const [category] = categories
      const place = {at: range, record, column}
      const near = definitions.near(target, name, category)
      const other = definitions.find(target, name)
      if (near) {
        report('near', {data: {name, known: near.text, line: near.line, path: near.path}, ...place})
      } else if (category === undefined) {
        report('unknown', {data: {name, table: target.table}, ...place})
      } else if (other) {
        const data = {name, category, other: other.categories[0] ?? '', line: other.line, path: other.path}
        report('elsewhere', {data, ...place})
      } else report('unknownIn', {data: {name, category, table: target.table}, ...place})
    }
  },
})

/**
 * Platforms have many categories in common, and few subcategories: half of those must be known, or of the
 * categories where a table names nothing else.
 */
function speaksOfThisCatalogue(references: readonly StatedReference[]): boolean {
  const below = references.filter(({column}) => column.role !== 'category')
  const judged = below.length > 0 ? below : references
  const known = judged.filter(({definition}) => definition).length
  return known > 0 && 2 * known >= judged.length
}
