import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {carryBack} from '../../src/changes/carry-back.ts'
import {applyEdits} from '../../src/text/apply-edits.ts'

/** `abcdef` becomes `aXYcf`: `b` is written anew, `de` is gone. */
const edits = [
  {start: 1, end: 2, text: 'XY'},
  {start: 3, end: 5, text: ''},
]

describe('a range of an edited text', () => {
  it.each([
    ['before the edits', {start: 0, end: 1}, {start: 0, end: 1}],
    ['that is what an edit wrote', {start: 1, end: 3}, {start: 1, end: 2}],
    ['in what an edit wrote', {start: 2, end: 3}, {start: 1, end: 2}],
    ['between the edits', {start: 3, end: 4}, {start: 2, end: 3}],
    ['behind what is gone', {start: 4, end: 5}, {start: 5, end: 6}],
    ['round what is gone', {start: 3, end: 5}, {start: 2, end: 6}],
    ['that is empty, behind what is gone', {start: 4, end: 4}, {start: 5, end: 5}],
    ['that is empty, at the end', {start: 5, end: 5}, {start: 6, end: 6}],
    ['that is all', {start: 0, end: 5}, {start: 0, end: 6}],
  ])('%s', (_, range, expected) => {
    expect(applyEdits('abcdef', edits)).toBe('aXYcf')
    expect(carryBack(edits)(range)).toEqual(expected)
  })

  it('at what was inserted stands for the place', () => {
    expect(carryBack([{start: 1, end: 1, text: 'XY'}])({start: 2, end: 3})).toEqual({start: 1, end: 1})
  })

  it('is itself where no edit was made', () => {
    expect(carryBack([])({start: 2, end: 4})).toEqual({start: 2, end: 4})
  })

  it('says in the source what it says, where no edit wrote any of it', () => {
    const cuts = fc.uniqueArray(fc.nat({max: 30}), {minLength: 2, maxLength: 8})
    const isTrue = (points: readonly number[], text: string) => {
      const sorted = points.toSorted((a, b) => a - b)
      const source = Array.from({length: 31}, (_, index) => String.fromCharCode(0x4e00 + index)).join('')
      const made = sorted.flatMap((start, index) =>
        index % 2 === 0 && sorted[index + 1] !== undefined
          ? [{start, end: sorted[index + 1] ?? 0, text}]
          : [],
      )
      const output = applyEdits(source, made)
      for (let at = 0; at < output.length; at++) {
        const {start, end} = carryBack(made)({start: at, end: at + 1})
        if (source.includes(output.charAt(at))) expect(source.slice(start, end)).toBe(output.charAt(at))
        else expect(made).toContainEqual({start, end, text})
      }
    }
    fc.assert(fc.property(cuts, fc.constantFrom('', 'x', 'xyz'), isTrue))
  })
})
