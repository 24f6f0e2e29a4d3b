import fc from 'fast-check'
import {describe, expect, it, test} from 'vitest'
import type {Dataset} from '../../src/dataset/entries.ts'
import type {Change} from '../../src/diff/model.ts'
import {readSide} from '../../src/diff/side.ts'
import {diffDatasets, fixText, licenseIdentity, readDataset} from '../../src/index.ts'
import {category, datasetOf, row} from '../export/build.ts'
import {documents} from '../invariants/fixtures.ts'
import {license} from '../query/expressions.ts'
import {asOf} from './cases.ts'
import {anyDataset, anyEdit} from './random.ts'
import {asSet, reversed} from './reversed.ts'

const twoDatasets = fc.oneof(fc.tuple(anyDataset, anyDataset), anyEdit)

describe('of any two datasets, a diff', () => {
  it('is the same from either side', () => {
    fc.assert(
      fc.property(twoDatasets, ([before, after]) => {
        const [forth, back] = [diffDatasets(before, after), reversed(diffDatasets(after, before))]
        expect(asSet(back.changes)).toEqual(asSet(forth.changes))
        expect(back).toMatchObject({result: forth.result, summary: forth.summary})
      }),
      {numRuns: 3000},
    )
  })

  it('is empty of one and the same', () => {
    fc.assert(
      fc.property(anyDataset, (dataset) => {
        expect(diffDatasets(dataset, structuredClone(dataset))).toMatchObject({
          result: 'identical',
          changes: [],
        })
      }),
    )
  })

  it('loses no row', () => {
    fc.assert(
      fc.property(twoDatasets, ([before, after]) => {
        const {changes} = diffDatasets(before, after)
        const [added, removed] = [countRows(changes, 'added'), countRows(changes, 'removed')]
        expect(countStated(before) - removed + added).toBe(countStated(after))
      }),
    )
  })

  it('tells of every name that has gone from a category', () => {
    fc.assert(
      fc.property(anyEdit, ([before, after]) => {
        const told = JSON.stringify(diffDatasets(before, after).changes)
        const names = (dataset: Dataset) =>
          new Set(dataset.categories.flatMap(({subcategories}) => subcategories.map(({name}) => name)))
        const left = names(after)
        for (const name of names(before))
          if (name && !left.has(name)) expect(told).toContain(JSON.stringify(name))
      }),
    )
  })
})

describe('fixing changes no data', () => {
  test.each(documents.map(({name, source}) => [name, source] as const))('of %s', (_name, source) => {
    const fixed = fixText(source, {asOf}).output
    const diff = diffDatasets(readDataset(source, {asOf}), readDataset(fixed, {asOf}), {
      identity: licenseIdentity({asOf}),
    })
    expect(diff.changes.filter(({kind}) => kind !== 'reformatted')).toEqual([])
    expect(diff.result).toBe(fixed === source ? 'identical' : 'reformatted')
  })
})

it('takes no more than a breath for a hundred thousand rows', () => {
  const before = large((index) => `行${index}`)
  const after = large((index) => (index % 3 === 0 ? `行${index}号` : `行${index}`))
  expect(diffDatasets(before, after).summary).toMatchObject({renamed: 33_334, added: 0, removed: 0})
  // Where all have one name, or none stays, nothing is compared with everything.
  const other = large((index) => `列${index}`)
  expect(diffDatasets(before, other).summary).toMatchObject({added: 100_000, removed: 100_000})
  const same = large(() => '其他')
  expect(diffDatasets(before, same).result).toBe('different')
})

function large(nameOf: (index: number) => string): Dataset {
  const categories = Array.from({length: 1000}, (_, at) =>
    category(
      'a.md',
      `类${at}`,
      Array.from({length: 100}, (_, index) => row(nameOf(at * 100 + index), {requirement: license('甲证')})),
    ),
  )
  return datasetOf({'a.md': categories})
}

function countRows(changes: readonly Change[], kind: 'added' | 'removed'): number {
  return changes
    .filter((change) => change.kind === kind)
    .reduce((sum, change) => sum + ('subcategories' in change ? (change.subcategories?.length ?? 0) : 1), 0)
}

function countStated(dataset: Dataset): number {
  return readSide(dataset).categories.reduce((sum, {rows}) => sum + rows.length, 0)
}
