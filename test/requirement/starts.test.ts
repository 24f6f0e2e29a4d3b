import {describe, expect, it} from 'vitest'
import {choicePatterns, choiceStarts} from '../../src/requirement/grammar/lexicon/choices.ts'
import {markerPatterns, markerStarts} from '../../src/requirement/grammar/lexicon/markers.ts'
import {verbPatterns, verbStarts} from '../../src/requirement/grammar/lexicon/verbs.ts'
import {longMarkPatterns, longMarkStarts} from '../../src/requirement/grammar/tokens/marks.ts'
import {firstCharacters} from './first-characters.ts'

/** What no list has is never read as the beginning of a word; what no word begins with costs time. */
describe('the characters that are listed are those with which', () => {
  it('verbs begin', () => {
    expect(compare(verbPatterns, verbStarts)).toEqual({missing: '', needless: ''})
  })

  it('markers begin', () => {
    expect(compare(markerPatterns, markerStarts)).toEqual({missing: '', needless: ''})
  })

  it('long marks begin', () => {
    expect(compare(longMarkPatterns, longMarkStarts)).toEqual({missing: '', needless: ''})
  })

  it('choices begin, but for words that belong to what stands before', () => {
    expect(compare(choicePatterns, choiceStarts)).toEqual({missing: '中当的', needless: ''})
  })
})

describe('the first characters of a pattern', () => {
  it.each([
    [/甲|乙丙/, '乙甲'],
    [/甲?乙|丙*丁/, '丁丙乙甲'],
    [/(?:甲|乙)?(丙)/, '丙乙甲'],
    [/(?<![甲])乙(?!丙)/, '乙'],
    [/[a-c\-\]甲]{1,2}丁/, '-]abc甲'],
    [/[-=]+>|——/, '-=—'],
    [/\d:|\(/, '(0123456789'],
    [/(?=甲|$)乙{0,1}丙/, '丙乙'],
  ])('of %s are %s', (pattern, expected) => {
    expect(sorted(firstCharacters(pattern))).toBe(expected)
  })

  it.each([/./, /甲?[^乙]/, /\w/])('cannot be told of %s', (pattern) => {
    expect(() => firstCharacters(pattern)).toThrow('may begin with anything')
  })
})

function compare(patterns: readonly RegExp[], listed: string) {
  const first = new Set(patterns.flatMap((pattern) => [...firstCharacters(pattern)]))
  return {
    missing: sorted([...first].filter((character) => !listed.includes(character))),
    needless: sorted([...listed].filter((character) => !first.has(character))),
  }
}

function sorted(characters: Iterable<string>): string {
  return [...characters].sort().join('')
}
