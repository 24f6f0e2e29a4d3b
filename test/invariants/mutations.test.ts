import {describe, expect, it} from 'vitest'
import {mutate} from '../harness/mutate.ts'
import {violationsOf} from './check.ts'
import {documents, hash} from './fixtures.ts'

/** As many for a small document; a long one takes its time. */
function count({length}: string): number {
  return length < 4000 ? 40 : 15
}

describe('what holds for every text', () => {
  it.each(documents)('holds for $name', ({source}) => {
    expect(violationsOf(source)).toEqual([])
  })

  it.each(documents)('holds for $name with mistakes in it', ({name, source}) => {
    const found = seedsOf(name, source).flatMap((seed) => {
      const text = mutate(source, seed, otherThan(name, seed))
      const [first] = violationsOf(text)
      return first === undefined ? [] : [`seed ${seed}: ${first}`]
    })
    expect(found).toEqual([])
  })

  it('is tried on a thousand texts at least', () => {
    expect(documents.flatMap(({name, source}) => seedsOf(name, source)).length).toBeGreaterThanOrEqual(1000)
  })
})

/** Seeds of its own for each document, so that a new document changes no other's. */
function seedsOf(name: string, source: string): readonly number[] {
  return Array.from({length: count(source)}, (_, index) => (hash(name) + index) >>> 0)
}

function otherThan(name: string, seed: number): string {
  const others = documents.filter((other) => other.name !== name && other.source.length < 4000)
  return others[seed % others.length]?.source ?? ''
}
