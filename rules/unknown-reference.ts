import type {StatedValue} from '../src/dataset/cell-values.ts'
import type {Reference} from '../src/dataset/declaration.ts'
import type {Definition, Definitions} from '../src/dataset/definitions.ts'
import type {CategoryRecord, CategoryTable, Column} from '../src/dataset/model.ts'
import {defineRule} from '../src/rule.ts'
import {looseKey} from '../src/text/normalize.ts'
import type {Range} from '../src/text/range.ts'

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
      const columns = table.columns.filter(({contract}) => contract?.references)
      if (columns.length === 0) continue
      const {definitions} = context
      const references = referencesIn(table, columns, definitions).filter(({name}) => !ignored.has(name))
      const unknown = references.filter(({definition}) => !definition)
      const known = references.length - unknown.length
      const isTentative = unknown.some(({target}) => target.tentative)
      if (!isTentative || 2 * known >= references.length) {
        for (const reference of unknown) reportUnknown(reference, definitions)
      } else if (known > 0) {
        const data = {known, total: references.length}
        report('otherCatalogue', {at: table.table.header.range, table, data})
      }
    }

    function reportUnknown(reference: StatedReference, definitions: Definitions) {
      const {name, at, record, column, target, category} = reference
      const place = {at, record, column}
      const near = nearest(definitions.all(target, category), name)
      const other = category === undefined ? undefined : definitions.find(target, name)
      if (near) {
        report('near', {...place, data: {name, known: near.text, line: near.line, path: near.path}})
      } else if (category === undefined) {
        report('unknown', {...place, data: {name, table: target.table}})
      } else if (other) {
        const data = {name, category, other: other.category ?? '', line: other.line, path: other.path}
        report('elsewhere', {...place, data})
      } else report('unknownIn', {...place, data: {name, category, table: target.table}})
    }
  },
})

interface StatedReference {
  readonly name: string
  readonly at: Range
  readonly record: CategoryRecord
  readonly column: Column
  readonly target: Reference
  /** The category that must have it. */
  readonly category: string | undefined
  readonly definition: Definition | undefined
}

function referencesIn(
  table: CategoryTable,
  columns: readonly Column[],
  definitions: Definitions,
): readonly StatedReference[] {
  const references: StatedReference[] = []
  for (const record of table.records) {
    for (const column of columns) {
      const target = column.contract?.references
      if (!target || !definitions.has(target.table)) continue
      const category = column.role === 'category' ? undefined : (record.category ?? undefined)
      // Of a category that is unknown itself nothing more can be said.
      if (category !== undefined && !definitions.hasAny(target, category)) continue
      const find = (name: string) =>
        findVariant(name, (variant) => definitions.find(target, variant, category))
      for (const {text, range, definition} of namesIn(table.valuesOf(record.row, column), find)) {
        references.push({name: text, at: range, record, column, target, category, definition})
      }
    }
  }
  return references
}

interface FoundName {
  readonly text: string
  readonly range: Range
  readonly definition: Definition | undefined
}

/** A name may hold what separates names elsewhere (`直播、短视频` as one subcategory): then its parts are no names. */
const mostParts = 4

function* namesIn(
  values: readonly StatedValue[],
  find: (name: string) => Definition | undefined,
): Iterable<FoundName> {
  for (let at = 0; at < values.length; ) {
    const found = longestName(values.slice(at, at + mostParts), find)
    at += found.parts
    if (!speaksOfOthers.test(found.text)) yield found
  }
}

function longestName(
  values: readonly StatedValue[],
  find: (name: string) => Definition | undefined,
): FoundName & {readonly parts: number} {
  const [first, ...more] = values
  const start = first?.range.start ?? 0
  let name = {text: first?.text ?? '', range: first?.range ?? {start, end: start}, parts: 1}
  let longest: FoundName & {readonly parts: number} = {...name, definition: find(name.text)}
  let separator = first?.separator ?? ''
  for (const {text, range, separator: next} of more) {
    name = {text: name.text + separator + text, range: {start, end: range.end}, parts: name.parts + 1}
    separator = next
    const definition = find(name.text)
    if (definition) longest = {...name, definition}
  }
  return longest
}

/** `除直播外` names what is left out, not what is meant. */
const speaksOfOthers = /^(?:除|不含|不包括|非)|(?:以外|之外|除外)$/

/** `直播（仅限企业）`, `直播等`, `影视类目`: remarks and words after a name. */
function findVariant(name: string, find: (name: string) => Definition | undefined): Definition | undefined {
  const plain = name.replace(/[（(][^（）()]*[）)]$/, '').trimEnd()
  for (const variant of [name, plain, plain.replace(/等?(?:服务)?类目?$|等$/, '')]) {
    const definition = variant === '' ? undefined : find(variant)
    if (definition) return definition
  }
  return undefined
}

/** What differs from the name only by width, case, blanks or punctuation. */
function nearest(definitions: Iterable<Definition>, name: string): Definition | undefined {
  const key = looseKey(name)
  if (key === '') return undefined
  for (const definition of definitions) if (looseKey(definition.text) === key) return definition
  return undefined
}
