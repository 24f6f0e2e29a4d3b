import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {afterAll, describe, expect, it} from 'vitest'
import type {Dataset, SubcategoryEntry} from '../../src/dataset/entries.ts'
import {csvChunks} from '../../src/export/csv.ts'
import {exportJson} from '../../src/export/json.ts'
import {ndjsonChunks} from '../../src/export/ndjson.ts'
import {skosChunks} from '../../src/export/skos.ts'
import {sqlChunks} from '../../src/export/sql.ts'
import {readDataset} from '../../src/index.ts'
import {loadIntoSqlite, Postgres} from './databases.ts'
import {byHand, hostile} from './datasets.ts'
import {asPlainText, type Fact, factsAt, factsOf, mapTexts, sorted} from './facts.ts'
import {factsInGraph, readGraph} from './graph.ts'
import {dataset as anyDataset} from './random.ts'
import {factsIn, filesOf, readCsv, readPackage} from './tables.ts'

const postgres = new Postgres()
afterAll(() => postgres.close())

/** Writes a dataset in a format and reads its facts back with a program for that format. */
const readers: Readonly<Record<string, (dataset: Dataset) => Promise<readonly Fact[]> | readonly Fact[]>> = {
  json: (dataset) => factsOf(JSON.parse(exportJson(dataset)) as Dataset),
  ndjson: (dataset) =>
    linesOf(dataset).flatMap(({document, category, group = null, name, line, requirement}) =>
      factsAt({document, category, group, subcategory: name, line}, requirement),
    ),
  datapackage: (dataset) => factsIn(readPackage(filesOf(dataset))),
  sqlite: async (dataset) => {
    const {tables, problems} = await loadIntoSqlite([...sqlChunks(dataset)].join(''))
    expect(problems).toEqual([])
    return factsIn(tables)
  },
  postgres: async (dataset) => factsIn(await postgres.load([...sqlChunks(dataset)].join(''))),
  skos: async (dataset) => factsInGraph(await readGraph([...skosChunks(dataset)].join(''))),
}

const exact = ['json', 'ndjson']

async function expectSameFacts(dataset: Dataset, names = Object.keys(readers)): Promise<void> {
  const facts = factsOf(dataset)
  for (const name of names) {
    const expected = exact.includes(name) ? facts : asPlainText(facts)
    expect(sorted((await readers[name]?.(dataset)) ?? []), name).toEqual(sorted(expected))
  }
  expect(sorted(factsInCsv(dataset)), 'csv').toEqual(sorted(facts.map(inCsv)))
}

describe('all formats state the same facts', () => {
  const path = 'fixtures/documents/service-categories.md'

  it('of a real document', async () => {
    const dataset = readDataset(readFileSync(path, 'utf8'), {path})
    expect(factsOf(dataset).length).toBeGreaterThan(80)
    await expectSameFacts(dataset)
  })

  it('of requirements of every shape', async () => {
    expect(factsOf(byHand).filter(({term}) => term === null)).toHaveLength(2)
    await expectSameFacts(byHand)
  })

  it('of names that mean something elsewhere', async () => {
    await expectSameFacts(hostile)
  })

  it('of any dataset', async () => {
    const quick = Object.keys(readers).filter((name) => name !== 'postgres')
    await fc.assert(
      fc.asyncProperty(anyDataset, (dataset) => expectSameFacts(dataset, quick)),
      {numRuns: 60},
    )
  })

  it('of any dataset, in PostgreSQL', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset, (dataset) => expectSameFacts(dataset, ['postgres'])),
      {
        numRuns: 10,
      },
    )
  })
})

type Line = SubcategoryEntry & {readonly document: string; readonly category: string | null}

function linesOf(dataset: Dataset): readonly Line[] {
  const text = [...ndjsonChunks(dataset)].join('')
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line)
}

function factsInCsv(dataset: Dataset): readonly Fact[] {
  const [, ...rows] = readCsv([...csvChunks(dataset, {bom: false})].join(''))
  return rows.flatMap(([document = '', category = '', group = '', subcategory = '', line, , requirement]) =>
    factsAt(
      {document, category, group: group || null, subcategory, line: Number(line)},
      requirement ? (JSON.parse(requirement) as SubcategoryEntry['requirement']) : null,
    ),
  )
}

/** What a sheet can tell: nothing from the empty text it cannot, and formulas are defused. Not so in the JSON. */
function inCsv(fact: Fact): Fact {
  const shown = (text: string) => asPlainText(text).replace(/^[=+\-@\t\r\n＝＋－＠]/, "'$&")
  const {alternative, when, term, ...place} = fact
  return {
    ...mapTexts({...place, category: fact.category ?? ''}, shown),
    ...asPlainText({alternative, when, term}),
  }
}
