import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {matchLines} from '../../src/changes/match-lines.ts'

/** The lines of two texts as letters, and for each of the later ones which of the earlier it is. */
describe.each([
  ['nothing', '', '', []],
  ['one text', 'abc', 'abc', [0, 1, 2]],
  ['a text that is new', '', 'ab', [-1, -1]],
  ['a text that is gone', 'ab', '', []],
  ['an edited line', 'abc', 'axc', [0, -1, 2]],
  ['an added line', 'abc', 'abxc', [0, 1, -1, 2]],
  ['a removed line', 'abc', 'ac', [0, 2]],
  ['lines between others that stay', 'abcde', 'xabycdze', [-1, 0, 1, -1, 2, 3, -1, 4]],
  ['two lines and another that change places', 'abcde', 'acdbe', [0, 2, 3, -1, 4]],
  ['a line that moves to the end', 'abcd', 'bcda', [1, 2, 3, -1]],
  ['a line that is doubled', 'abc', 'abbc', [0, 1, -1, 2]],
  ['lines that are alike, one fewer', 'arrrrb', 'arrrb', [0, 1, 2, 3, 5]],
  ['lines that are alike, between two that are edited', 'arrrrb', 'xrrrry', [-1, 1, 2, 3, 4, -1]],
  ['lines that are alike, fewer of them, between two that are edited', 'arrrrb', 'xrrry', [-1, 1, 2, 3, -1]],
  ['blank lines, which go with their neighbours', 'a-b-c', 'a-x-b-c', [0, 1, -1, -1, 2, 3, 4]],
  [
    'lines that are alike only within what stands once between headings',
    'HxaccbyKzaccbwE',
    'HpaccbqKraccbsE',
    [0, -1, 2, 3, 4, 5, -1, 7, -1, 9, 10, 11, 12, -1, 14],
  ],
] as const)('of %s', (_, before, after, expected) => {
  it('finds the lines that were there', () => {
    expect([...matchLines([...before], [...after])]).toEqual(expected)
  })
})

describe('whatever the texts', () => {
  const lines = fc.array(fc.constantFrom(...'abcdefgh-------'), {maxLength: 40})

  it('lines that are matched are equal, and keep their order', () => {
    const isSound = (before: readonly string[], after: readonly string[]) => {
      const pairs = [...matchLines(before, after)].flatMap((old, now) => (old < 0 ? [] : [{old, now}]))
      expect(pairs.filter(({old, now}) => before[old] !== after[now])).toEqual([])
      expect(pairs.filter(({old}, index) => index > 0 && old <= (pairs[index - 1]?.old ?? -1))).toEqual([])
    }
    fc.assert(fc.property(lines, lines, isSound), {numRuns: 2000})
  })

  it('a text is all there in itself, and in itself with more at one place', () => {
    const isWhole = (before: readonly string[], more: readonly string[], at: number) => {
      const place = at % (before.length + 1)
      const after = [...before.slice(0, place), ...more, ...before.slice(place)]
      const matched = [...matchLines(before, after)].filter((old) => old >= 0)
      expect(matched).toEqual([...before.keys()])
    }
    fc.assert(fc.property(lines, lines, fc.nat(), isWhole), {numRuns: 1000})
  })

  it('takes texts without a line in common, and those made to be taken apart line by line', () => {
    const count = 20_000
    const numbers = Array.from({length: count}, (_, index) => String(index))
    expect(
      matchLines(
        numbers,
        numbers.map((line) => `${line}!`),
      ).every((old) => old === -1),
    ).toBe(true)
    expect(matchLines(numbers, numbers.toReversed()).filter((old) => old >= 0)).toHaveLength(1)
    // Each line gets to stand once only when the one before has been matched.
    const chain = (noise: string) =>
      numbers.flatMap((_, index) => [`${index + 1}`, `${index}`, `${noise}${index}`])
    expect(matchLines(chain('a'), chain('b'))).toHaveLength(3 * count)
  })
})
