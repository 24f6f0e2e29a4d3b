import {describe, expect, it} from 'vitest'
import {mutate} from '../../harness/mutate.ts'
import {examples} from '../../harness/spec.ts'
import {documents, type Fixture, hostile, partnerOf} from '../../invariants/fixtures.ts'
import {randomBlocks, randomWords} from './blocks.ts'
import {readBothWays} from './described.ts'

/** How many random documents to read; more by hand. */
const texts = Number(process.env.LINE_TEXTS ?? 1500)

/** The texts that are not read as the parser reads them. */
function misread(sources: Iterable<string>): readonly string[] {
  return Array.from(sources).filter((source) => {
    const {lines, whole} = readBothWays(source)
    return JSON.stringify(lines) !== JSON.stringify(whole)
  })
}

/** The parser takes seconds for the longest of those that try to break something. */
function isShort({source}: Fixture): boolean {
  return source.length < 18_000
}

describe('reading by lines gives what the parser gives', () => {
  it('of the fixtures', () => {
    const sources = [...documents, ...hostile.filter(isShort)].map(({source}) => source)
    expect(misread(sources)).toEqual([])
  })

  it('of the examples of both specifications', () => {
    expect(misread(examples.map(({markdown}) => markdown))).toEqual([])
  })

  it('of two examples in a row', () => {
    const pairs = examples.map(({markdown}, index) => {
      const other = examples[(index * 7919 + 13) % examples.length]
      return `${markdown}\n| a | b |\n|---|---|\n| c | [foo] |\n\n${other?.markdown ?? ''}`
    })
    expect(misread(pairs)).toEqual([])
  })

  it('of blocks of all kinds in any order', () => {
    expect(misread(Array.from({length: texts}, (_, seed) => randomBlocks(seed)))).toEqual([])
  })

  it('of words and marks in any order', () => {
    expect(misread(Array.from({length: texts}, (_, seed) => randomWords(seed)))).toEqual([])
  })

  it('of changed fixtures', () => {
    const small = documents.filter(({source}) => source.length < 20_000)
    const changed = Array.from({length: Math.ceil(texts / 5)}, (_, seed) => {
      const fixture = small[(seed * 7919) % small.length]
      return fixture ? mutate(fixture.source, seed, partnerOf(fixture, seed).source) : ''
    })
    expect(misread(changed)).toEqual([])
  })
})
