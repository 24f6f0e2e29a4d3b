import {describe, expect, it} from 'vitest'
import {mutate} from '../harness/mutate.ts'
import {violationsOf} from './check.ts'
import {documents, type Fixture, hash, partnerOf} from './fixtures.ts'

/** Whole documents have more in them to go wrong than those written for one rule; a long one takes its time. */
function count({name, source}: Fixture): number {
  if (!name.startsWith('documents/')) return 3
  return source.length < 4000 ? 24 : 10
}

describe('what holds for every text', () => {
  it.each(documents)('holds for $name', ({source}) => {
    expect(violationsOf(source)).toEqual([])
  })

  it.each(documents)('holds for $name with mistakes in it', (fixture) => {
    const {source} = fixture
    const found = seedsOf(fixture).flatMap((seed) => {
      const text = mutate(source, seed, partnerOf(fixture, seed).source)
      const [first] = violationsOf(text)
      return first === undefined ? [] : [`seed ${seed}: ${first}`]
    })
    expect(found).toEqual([])
  })

  it('is tried on a thousand texts at least', () => {
    expect(documents.flatMap(seedsOf).length).toBeGreaterThanOrEqual(1000)
  })
})

/** Seeds of its own for each document, so that a new document changes no other's. */
function seedsOf(fixture: Fixture): readonly number[] {
  return Array.from({length: count(fixture)}, (_, index) => (hash(fixture.name) + index) >>> 0)
}
