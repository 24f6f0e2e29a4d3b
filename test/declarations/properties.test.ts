import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {builtInTables} from '../../src/dataset/built-in-tables.ts'
import type {Reference} from '../../src/dataset/declaration.ts'
import {
  type ColumnDeclaration,
  lintText,
  readDataset,
  type TableDeclarations,
  type UniqueScope,
} from '../../src/index.ts'
import {documents} from './documents.ts'

const headers = [
  '属性名',
  '类型',
  '必填',
  '默认值',
  '说明',
  '参数',
  '描述',
  '错误码',
  'Property',
  'Type',
  '二级类目',
  '资质',
]
const contents = [
  '',
  ' ',
  '-',
  'number',
  'number / string',
  '是',
  '否',
  '《营业执照》',
  '美食',
  '一级类目：美食',
  '`a\\|b`',
  '2026-06-01',
  '（、）',
]

const column: fc.Arbitrary<ColumnDeclaration> = fc.record(
  {
    name: fc.constantFrom('a', 'b', 'c', 'd'),
    headers: fc.subarray(headers, {minLength: 1}),
    headerEndings: fc.subarray(['名', '型']),
    role: fc.constantFrom('ordinal', 'category', 'group', 'key', 'qualification', 'note'),
    optional: fc.boolean(),
    inherits: fc.boolean(),
    separator: fc.oneof(fc.constantFrom('、', '/', '|', '\n'), fc.subarray(['、', '/', ' / '])),
    type: fc.constantFrom('string', 'integer', 'number', 'boolean', 'date', 'yearmonth'),
    required: fc.boolean(),
    unique: fc.constantFrom<boolean | UniqueScope>(true, false, 'table', 'category', 'dataset'),
    enum: fc.subarray(['number', 'string', '是', '否', 'a|b'], {minLength: 1}),
    pattern: fc.constantFrom('[a-z]+', '.*', '\\p{Script=Han}+'),
    minLength: fc.nat({max: 3}),
    maxLength: fc.nat({max: 6}),
    references: fc.record(
      {
        table: fc.constantFrom('t0', 't1', 'categories', 'nowhere'),
        column: fc.constantFrom('a', 'b', 'category', 'subcategory', 'nothing'),
        withinCategory: fc.boolean(),
        tentative: fc.boolean(),
      },
      {requiredKeys: ['table', 'column']},
    ),
  },
  {requiredKeys: ['name']},
)

const declarations: fc.Arbitrary<TableDeclarations> = fc
  .array(
    fc.record(
      {
        columns: fc.uniqueArray(column, {minLength: 1, maxLength: 4, selector: ({name}) => name}),
        heading: fc.constantFrom('属性', '参数', '.', '^$'),
        headings: fc.constant([{role: 'category', label: '类目', isGeneral: true}] as const),
        missingValues: fc.subarray(['-', '无']),
        furtherColumns: fc.boolean(),
        extends: fc.constant('categories'),
      },
      {requiredKeys: ['columns']},
    ),
    {maxLength: 3},
  )
  .map((tables) => Object.fromEntries(tables.map((table, index) => [`t${index}`, table])))
  .map(withoutWrongReferences)

/** Leaves out references that lead to no column. Of a table that is taken away nothing is known. */
function withoutWrongReferences(tables: TableDeclarations): TableDeclarations {
  const all: TableDeclarations = {t0: false, t1: false, nowhere: false, ...tables}
  return Object.fromEntries(
    Object.entries(all).map(([name, table]) => {
      const columns = table ? table.columns : undefined
      if (!columns) return [name, table]
      const right = columns.map(({references, ...column}) =>
        references && hasColumn(references, all) ? {...column, references} : column,
      )
      return [name, {...table, columns: right}]
    }),
  )
}

function hasColumn({table: name, column}: Reference, all: TableDeclarations): boolean {
  const {categories} = builtInTables
  const table = Object.hasOwn(all, name) ? all[name] : categories
  if (!table) return true
  const columns = [...(table.columns ?? []), ...(table.extends ? (categories.columns ?? []) : [])]
  return columns.some((each) => each.name === column)
}

const table = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...headers), {minLength: 1, maxLength: 5}),
    fc.array(fc.array(fc.constantFrom(...contents), {maxLength: 6}), {maxLength: 5}),
    fc.constantFrom('', '## 属性说明\n\n', '## 类目：一\n\n', '# 一级类目：金融\n\n'),
  )
  .map(([head, rows, heading]) => {
    const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
    return `${heading}${lines.join('\n')}\n`
  })

const source = fc.oneof(
  fc.constantFrom(...documents.map((document) => document.source)),
  fc.array(table, {minLength: 1, maxLength: 3}).map((tables) => tables.join('\n')),
)

describe('whatever is declared', () => {
  it('linting ends, twice alike, with findings and edits that stand in the text', () => {
    fc.assert(
      fc.property(source, declarations, (text, tables) => {
        const {findings} = lintText(text, {tables})
        expect(JSON.stringify(lintText(text, {tables}).findings)).toBe(JSON.stringify(findings))
        for (const {start, end, fix, related = []} of findings) {
          const edits = fix?.edits.map((edit) => [edit.start, edit.end] as const) ?? []
          const places = [{start, end}, ...related].map(
            (place) => [place.start.offset, place.end.offset] as const,
          )
          for (const [from, to] of [...places, ...edits]) {
            expect(0 <= from && from <= to && to <= text.length).toBe(true)
          }
        }
      }),
      {numRuns: 2000},
    )
  }, 60_000)

  it('each row of a catalogue is in the dataset', () => {
    fc.assert(
      fc.property(source, declarations, (text, tables) => {
        const {categories} = readDataset(text, {tables})
        const lines = categories.flatMap(({subcategories}) => subcategories.map(({line}) => line))
        expect(new Set(lines).size).toBe(lines.length)
      }),
      {numRuns: 500},
    )
  }, 60_000)
})
