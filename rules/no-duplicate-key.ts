import type {UniqueScope} from '../src/dataset/declaration.ts'
import type {Definitions} from '../src/dataset/definitions.ts'
import type {Column, TableRecord, TabularDocument} from '../src/dataset/model.ts'
import type {Language, Localized} from '../src/finding.ts'
import {defineRule} from '../src/rule.ts'
import {editOf} from '../src/text/edit.ts'
import {wholeLine} from '../src/text/lines.ts'
import {normalizeText} from '../src/text/normalize.ts'
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
      en: 'Duplicate `{name}` in the {scope}: the rest of the row differs from line {line}, so it is unclear which one applies',
      zh: '{scope}中“{name}”重复，且其余内容与第 {line} 行不同，无法判断以哪一行为准',
      help: {
        en: 'keep the row that applies, or tell the two apart by name',
        zh: '保留正确的一行，或用名称区分两者',
      },
    },
    same: {
      level: 'warning',
      en: 'Duplicate `{name}` in the {scope}: the rest of the row agrees with line {line}',
      zh: '{scope}中“{name}”重复，其余内容与第 {line} 行相同',
      help: {en: 'remove this row', zh: '删去本行'},
    },
    value: {
      en: 'Duplicate `{name}` in the column `{column}`, first stated on {place}',
      zh: '“{column}”列的 `{name}` 重复，首次出现在{place}',
      help: {en: 'keep one of the two, or correct the value', zh: '只保留其中一处，或改正这个值'},
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
  check(context) {
    const {document, language, report} = context
    const {lines} = document.markdown
    for (const [before, record] of document.duplicates.keys()) {
      const isSame = restOf(before) === restOf(record)
      const isRedundant = isSame && record.table === before.table && isCopy(record, before)
      const related = [{at: placeOf(before), message: {en: 'first stated here', zh: '首次出现在这里'}}]
      report(isElsewhere(record, before) ? 'elsewhere' : isSame ? 'same' : 'conflict', {
        at: placeOf(record),
        record,
        column: 'key',
        data: {name: record.name, line: before.row.line, scope: scopeWords[uniqueOf(record)][language]},
        related,
        ...(isRedundant ? {fix: {safe: true, edits: [editOf(wholeLine(lines, record.row.line), '')]}} : {}),
      })
    }
    for (const {first, record, column, range, text} of document.duplicates.values()) {
      const {line} = first.record.row
      report('value', {
        at: range,
        record,
        column,
        data: {name: text, column: column.label, place: placeIn(language, line)},
        related: [{at: first.range, message: {en: 'first stated here', zh: '首次出现在这里'}}],
      })
    }
    for (const {record, column, range, text, definition} of definedElsewhere(context)) {
      const place = placeIn(language, definition.line, definition.path)
      report('value', {at: range, record, column, data: {name: text, column: column.label, place}})
    }
  },
})

const scopeWords: {readonly [S in UniqueScope]: Localized} = {
  category: {en: 'category', zh: '类目'},
  table: {en: 'table', zh: '表格'},
  dataset: {en: 'dataset', zh: '数据集'},
}

/** Within what the key of a row stands but once. */
function uniqueOf({table}: TableRecord): UniqueScope {
  return table.contract.columns.find(({role}) => role === 'key')?.unique ?? 'category'
}

function placeIn(language: Language, line: number, path?: string): string {
  if (language === 'zh') return path === undefined ? `第 ${line} 行` : `${path} 第 ${line} 行`
  return path === undefined ? `line ${line}` : `line ${line} of ${path}`
}

/** Values that another document of the run states first, where no two may. */
function* definedElsewhere(context: {readonly document: TabularDocument; readonly definitions: Definitions}) {
  const {duplicates, markdown} = context.document
  for (const statement of duplicates.acrossDocuments()) {
    const {record, column, text} = statement
    const name = {table: record.table.contract.name, column: column.contract?.name ?? ''}
    const definition = context.definitions.find(name, text)
    if (definition && definition.path !== markdown.path) yield {...statement, definition}
  }
}

/** A heading or a text between two tables may say whom each is for. */
function isElsewhere(record: TableRecord, {table: other}: TableRecord): boolean {
  const {table} = record
  if (table === other || uniqueOf(record) !== 'category') return false
  return table.isIntroduced || (table.heading === other.heading && table.section !== other.section)
}

/** Whether the row may go: it is written as the other is, and no row below inherits anything from it. */
function isCopy({row, table}: TableRecord, other: TableRecord): boolean {
  return (
    table.columns.every(
      (column) => !isInherited(column) || row.cells[column.index]?.content.isEmpty !== false,
    ) &&
    row.cells.length === other.row.cells.length &&
    row.cells.every(({content}, index) => content.raw === other.row.cells[index]?.content.raw)
  )
}

/** Categories and groups hold for the rows below, whatever is declared. */
function isInherited({contract, role}: Column): boolean {
  return role === 'category' || role === 'group' || contract?.inherits === true
}

function placeOf({cells, row}: TableRecord): Range {
  return cells.key?.range ?? row.range
}

/** All that a row states but its name, as the dataset would state it. */
function restOf({row, cells}: TableRecord): string {
  const {key, category, group} = cells
  const rest = row.cells.filter((cell) => cell !== key && cell !== category && cell !== group)
  const texts = rest.map(({content}) => normalizeText(content.text))
  while (texts.at(-1) === '') texts.pop()
  return JSON.stringify(texts)
}
