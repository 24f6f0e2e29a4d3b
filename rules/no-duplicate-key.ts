import type {CategoryRecord} from '../src/dataset/model.ts'
import {defineRule} from '../src/rule.ts'
import {wholeLine} from '../src/text/lines.ts'
import {nameKey, normalizeText} from '../src/text/normalize.ts'

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
      en: 'Duplicate `{name}` in the category: the rest of the row differs from line {line}, so which one holds is open',
      zh: '类目中“{name}”重复，且其余内容与第 {line} 行不同，无法判断以哪一行为准',
      help: {
        en: 'keep the row that holds, or tell the two apart by name',
        zh: '保留正确的一行，或用名称区分两者',
      },
    },
    same: {
      level: 'warning',
      en: 'Duplicate `{name}` in the category: the rest of the row agrees with line {line}',
      zh: '类目中“{name}”重复，其余内容与第 {line} 行相同',
      help: {en: 'remove this row', zh: '删去本行'},
    },
  },
  check({document, report}) {
    const {lines} = document.markdown
    const first = new Map<string, CategoryRecord>()
    for (const {record, place} of placed(document.records)) {
      if (record.name === '') continue
      const key = JSON.stringify([place, nameKey(record.group ?? ''), nameKey(record.name)])
      const before = first.get(key)
      if (!before) {
        first.set(key, record)
        continue
      }
      const isSame = restOf(before) === restOf(record)
      report(isSame ? 'same' : 'conflict', {
        at: record.cells.key?.range ?? record.row.range,
        record,
        column: 'key',
        data: {name: record.name, line: before.row.line},
        related: [
          {
            at: before.cells.key?.range ?? before.row.range,
            message: {en: 'first stated here', zh: '首次出现在这里'},
          },
        ],
        ...(isSame && before.name === record.name
          ? {fix: {safe: true, edits: [{...wholeLine(lines, record.row.line), text: ''}]}}
          : {}),
      })
    }
  },
})

/** Each row with what tells its category apart. Rows after a lost heading belong to the category it named. */
function* placed(records: readonly CategoryRecord[]) {
  const scopes = new Map<object | null, number>()
  let lost: CategoryRecord | undefined
  for (const record of records) {
    const scope = scopes.get(record.scope) ?? scopes.size
    scopes.set(record.scope, scope)
    if (lost?.table !== record.table) lost = undefined
    if (record.misplacement?.kind === 'lost-heading') lost = record
    const category = lost ? `${record.category} › ${lost.name}` : (record.category ?? '')
    if (!record.misplacement) yield {record, place: [scope, nameKey(category)]}
  }
}

/** All that a row states but its name, as the dataset would state it. */
function restOf({row, cells}: CategoryRecord): string {
  const {key, category, group} = cells
  const rest = row.cells.filter((cell) => cell !== key && cell !== category && cell !== group)
  const texts = rest.map(({content}) => normalizeText(content.text))
  while (texts.at(-1) === '') texts.pop()
  return JSON.stringify(texts)
}
