import {describe, expect, it} from 'vitest'
import {diffDatasets, licenseIdentity} from '../../src/index.ts'
import {asOf, cases, withoutPlaces} from './cases.ts'
import {asSet, reversed} from './reversed.ts'

const identity = licenseIdentity({asOf})

describe.each(cases)('$name', ({before, after, changes}) => {
  const diff = diffDatasets(before, after, {identity})

  it('is told as it was written down by hand', () => {
    expect(diff.changes.map(withoutPlaces)).toEqual(changes)
  })

  it('is told the other way round of the other way round', () => {
    const back = diffDatasets(after, before, {identity})
    expect(asSet(reversed(back).changes)).toEqual(asSet(diff.changes))
    expect(reversed(back)).toMatchObject({result: diff.result, summary: diff.summary})
  })

  it('differs from nothing to nothing', () => {
    for (const dataset of [before, after]) {
      expect(diffDatasets(dataset, dataset, {identity})).toMatchObject({result: 'identical', changes: []})
    }
  })
})

it('finds the cases', () => {
  expect(cases.length).toBeGreaterThan(20)
})
