import type {CategoryRecord} from '../src/dataset/model.ts'
import {defineRule} from '../src/rule.ts'
import {wholeLine} from '../src/text/lines.ts'
import {nameKey, normalizeText} from '../src/text/normalize.ts'
import type {Range} from '../src/text/range.ts'

export const noDuplicateKey = defineRule({
  id: 'no-duplicate-key',
  summary: {
    en: 'Disallow two rows with the same key in one category.',
    zh: '禁止同一类目中有两行的名称相同。',
  },
  level: 'error',
  fix: 'safe',
  messages: {
    conflict: {
      en: 'Duplicate `{name}` in the category: the rest of the row differs from line {line}, so it is unclear which one applies',
      zh: '类目中“{name}”重复，且其余内容与第 {line} 行不同，无法判断以哪一行为准',
      help: {
        en: 'keep the row that applies, or tell the two apart by name',
        zh: '保留正确的一行，或用名称区分两者',
      },
    },
    same: {
      level: 'warning',
      en: 'Duplicate `{name}` in the category: the rest of the row agrees with line {line}',
      zh: '类目中“{name}”重复，其余内容与第 {line} 行相同',
      help: {en: 'remove this row', zh: '删去本行'},
    },
    elsewhere: {
      level: 'info',
      en: '`{name}` stands in another table of the category too, on line {line}',
      zh: '“{name}”在该类目的另一个表格中也有，见第 {line} 行',
      help: {
        en: 'if the text above the tables does not tell them apart, keep one of the two rows',
        zh: '如果表格上方的文字没有区分两者，请只保留一行',
      },
    },
  },
  check({document, report}) {
    const {lines} = document.markdown
    for (const [before, record] of duplicates(document.records)) {
      const isSame = restOf(before) === restOf(record)
      const isRedundant = isSame && record.table === before.table && isCopy(record, before)
      const related = [{at: placeOf(before), message: {en: 'first stated here', zh: '首次出现在这里'}}]
      report(isElsewhere(record, before) ? 'elsewhere' : isSame ? 'same' : 'conflict', {
        at: placeOf(record),
        record,
        column: 'key',
        data: {name: record.name, line: before.row.line},
        related,
        ...(isRedundant
          ? {fix: {safe: true, edits: [{...wholeLine(lines, record.row.line), text: ''}]}}
          : {}),
      })
    }
  },
})

/** Each record whose key its category has already, after the first one that has it. */
function* duplicates(records: readonly CategoryRecord[]) {
  const scopes = new Map<object | null, Map<string, Map<string, CategoryRecord>>>()
  let lost: CategoryRecord | undefined
  for (const record of records) {
    if (lost?.table !== record.table) lost = undefined
    if (namesCategory(record)) lost = record
    if (record.misplacement || record.name === '') continue
    const stated = ensure(ensure(scopes, record.scope), categoryOf(record, lost))
    const key =
      record.group === null ? nameKey(record.name) : `${nameKey(record.group)}\n${nameKey(record.name)}`
    const before = stated.get(key)
    if (before) yield [before, record] as const
    else stated.set(key, record)
  }
}

/** Whether a row states a category, so that the rows below belong to that one. */
function namesCategory({misplacement, name, category}: CategoryRecord): boolean {
  if (misplacement?.kind === 'heading-as-key') return true
  return misplacement?.kind === 'lost-heading' && nameKey(name) !== nameKey(category ?? '')
}

/** What the category of a row is told by: its name, a lost one, and the second heads above the row. */
function categoryOf({category, table, row}: CategoryRecord, lost: CategoryRecord | undefined): string {
  const heads = table.secondHeads.filter(({line}) => line < row.line).length
  return [nameKey(category ?? ''), lost?.name ?? '', heads].join('\n')
}

function ensure<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const known = maps.get(key)
  if (known) return known
  const made = new Map<L, V>()
  maps.set(key, made)
  return made
}

/** A heading or a text between two tables may say whom each is for. */
function isElsewhere({table}: CategoryRecord, {table: other}: CategoryRecord): boolean {
  if (table === other) return false
  return table.isIntroduced || (table.heading === other.heading && table.section !== other.section)
}

/** Whether the row may go: it is written as the other is, and no row below inherits a category from it. */
function isCopy({row, cells}: CategoryRecord, other: CategoryRecord): boolean {
  if (cells.category?.content.isEmpty === false || cells.group?.content.isEmpty === false) return false
  return (
    row.cells.length === other.row.cells.length &&
    row.cells.every(({content}, index) => content.raw === other.row.cells[index]?.content.raw)
  )
}

function placeOf({cells, row}: CategoryRecord): Range {
  return cells.key?.range ?? row.range
}

/** All that a row states but its name, as the dataset would state it. */
function restOf({row, cells}: CategoryRecord): string {
  const {key, category, group} = cells
  const rest = row.cells.filter((cell) => cell !== key && cell !== category && cell !== group)
  const texts = rest.map(({content}) => normalizeText(content.text))
  while (texts.at(-1) === '') texts.pop()
  return JSON.stringify(texts)
}
