import {readFileSync} from 'node:fs'
import {afterAll, describe, expect, it} from 'vitest'
import type {Dataset} from '../../src/dataset/entries.ts'
import {sqlChunks} from '../../src/export/sql.ts'
import {category, datasetOf, row} from './build.ts'
import {askSqlite, loadIntoSqlite, Postgres} from './databases.ts'
import {byHand, hostile} from './datasets.ts'
import {asPlainText} from './facts.ts'
import {filesOf, readPackage, type Tables} from './tables.ts'

const postgres = new Postgres()
afterAll(() => postgres.close())

const script = (dataset: Dataset) => [...sqlChunks(dataset)].join('')

const many = datasetOf({
  'a.md': [
    category(
      'a.md',
      '甲',
      Array.from({length: 250}, (_, at) => row(`${at}`, {requirement: {license: `${at}`}})),
    ),
  ],
})

describe.each([
  ['SQLite', async (dataset: Dataset) => (await loadIntoSqlite(script(dataset))).tables],
  ['PostgreSQL', async (dataset: Dataset) => await postgres.load(script(dataset))],
])('%s', (_, load) => {
  it.each([
    ['every shape', byHand],
    ['hostile names', hostile],
    ['many rows', many],
    ['nothing', datasetOf({})],
  ])('has the rows of %s as the Data Package has them', async (__, dataset) => {
    const {documents, ...tables} = await load(dataset)
    expect(asRead(tables)).toEqual(readPackage(filesOf(dataset)))
    expect(documents).toEqual(
      asPlainText(dataset.documents).map(({path, title, sha256}, index) => ({
        id: index + 1,
        path,
        title,
        sha256,
      })),
    )
  })

  it('tells no name from an empty one', async () => {
    const {categories} = await load(byHand)
    expect(categories?.map(({name}) => name)).toEqual(['甲', '', null, '甲', '甲'])
  })
})

it.each([
  [
    'a row of no category',
    "INSERT INTO subcategories VALUES (99, 99, NULL, 'x', 1, 1, NULL, NULL, FALSE, NULL, NULL, NULL);",
  ],
  ['a second row of one number', "INSERT INTO licenses VALUES (1, 'x', NULL, 'current');"],
  ['an unknown status', "INSERT INTO licenses VALUES (999, 'x', NULL, 'valid');"],
  ['a licence without a name', "INSERT INTO licenses VALUES (999, NULL, NULL, 'current');"],
])('refuses %s', async (_, statement) => {
  const {tables} = await loadIntoSqlite(script(byHand))
  expect(tables.categories).toHaveLength(5)
  await expect(loadIntoSqlite(script(byHand) + statement)).rejects.toThrow(/constraint/i)
  await expect(postgres.load(script(byHand) + statement)).rejects.toThrow(/constraint/i)
})
it('is sound to SQLite', async () => {
  for (const dataset of [byHand, hostile, many])
    expect((await loadIntoSqlite(script(dataset))).problems).toEqual([])
})

it('writes its JSON so that PostgreSQL takes it as such', async () => {
  await expect(
    postgres.load(
      `${script(hostile)}SELECT requirement::jsonb FROM subcategories;SELECT cases::jsonb FROM requirements;`,
    ),
  ).resolves.toBeDefined()
})

it('is one transaction of short statements', () => {
  const text = script(many)
  expect(text.startsWith('BEGIN;\n')).toBe(true)
  expect(text.endsWith('\nCOMMIT;\n')).toBe(true)
  const statements = text.split(';\n').filter((statement) => statement.includes('INSERT INTO subcategories'))
  expect(statements.map((statement) => statement.split('\n  (').length - 1)).toEqual([100, 100, 50])
})

it('answers the question that its documentation asks', async () => {
  const query = /```sql\n(.*?)```/s.exec(readFileSync('docs/exports.md', 'utf8'))?.[1] ?? ''
  const one = {license: '营业执照'}
  const dataset = datasetOf({
    'a.md': [
      category('a.md', '甲', [
        row('一', {requirement: {any: [{license: '甲证'}, one]}}),
        row('二', {requirement: {all: [{license: '甲证'}, one]}}),
        row('三', {requirement: one}),
        row('四', {requirement: {...one, condition: '含乙'}}),
        row('五', {requirement: {cases: [{when: '企业', require: one}]}}),
        row('六', {requirement: {any: [one, {license: '甲证'}], ambiguous: true}}),
        row('七', {requirement: {all: []}}),
      ]),
    ],
  })
  const expected = [
    {name: '一', alternative: 2},
    {name: '三', alternative: 1},
  ]
  expect(await askSqlite(script(dataset), query)).toEqual(expected)
  await postgres.load(script(dataset))
  expect(await postgres.ask(query)).toEqual(expected)
})

it('gives a backslash no meaning', () => {
  expect(script(datasetOf({"\\'": [category("\\'", null, [])]}))).toContain("'\\'''")
})

/** What a Data Package reads: an empty text is missing, JSON and truth values are no text. */
function asRead(tables: Tables): Tables {
  const json = new Set(['problems', 'requirement', 'aliases', 'cases'])
  const read = (name: string, cell: unknown) => {
    if (cell === '') return null
    if (/^(?:is|has)_/.test(name)) return Boolean(cell)
    return json.has(name) && typeof cell === 'string' ? (JSON.parse(cell) as unknown) : cell
  }
  return Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [
      table,
      rows.map((each) =>
        Object.fromEntries(Object.entries(each).map(([name, cell]) => [name, read(name, cell)])),
      ),
    ]),
  )
}
