import {describe, expect, it} from 'vitest'
import {chooseFixes} from '../../src/fix/choose.ts'
import type {Fix} from '../../src/index.ts'
import {edit, fix} from './edits.ts'

const source = '0123456789'

/** The edits that are chosen, as `start-end text`. */
function chosen(...fixes: readonly Fix[]): readonly string[] {
  return chooseFixes(fixes, source).edits.map(({start, end, text}) => `${start}-${end} ${text}`)
}

describe('two fixes', () => {
  it('are both chosen where they lie apart', () => {
    expect(chosen(fix(edit(1, 3, 'a')), fix(edit(4, 6, 'b')))).toEqual(['1-3 a', '4-6 b'])
  })

  it('are both chosen where they touch', () => {
    expect(chosen(fix(edit(1, 3, 'a')), fix(edit(3, 6, 'b')))).toEqual(['1-3 a', '3-6 b'])
    expect(chosen(fix(edit(1, 3)), fix(edit(3, 6)))).toEqual(['1-3 ', '3-6 '])
  })

  it('are not, but the first is, where they share a character', () => {
    expect(chosen(fix(edit(1, 4, 'a')), fix(edit(3, 6, 'b')))).toEqual(['1-4 a'])
    expect(chosen(fix(edit(3, 6, 'b')), fix(edit(1, 4, 'a')))).toEqual(['3-6 b'])
    expect(chosen(fix(edit(1, 9, 'a')), fix(edit(3, 4, 'b')))).toEqual(['1-9 a'])
    expect(chosen(fix(edit(3, 4, 'b')), fix(edit(1, 9, 'a')))).toEqual(['3-4 b'])
    expect(chosen(fix(edit(1, 4)), fix(edit(1, 4)))).toEqual(['1-4 '])
  })

  it('are not where both insert at one place', () => {
    expect(chosen(fix(edit(3, 3, 'a')), fix(edit(3, 3, 'b')))).toEqual(['3-3 a'])
  })

  it('are not where one inserts beside what the other writes, or within it', () => {
    expect(chosen(fix(edit(3, 5, 'a')), fix(edit(3, 3, 'b')))).toEqual(['3-5 a'])
    expect(chosen(fix(edit(3, 5, 'a')), fix(edit(5, 5, 'b')))).toEqual(['3-5 a'])
    expect(chosen(fix(edit(3, 3, 'b')), fix(edit(3, 5, 'a')))).toEqual(['3-3 b'])
    expect(chosen(fix(edit(3, 5)), fix(edit(4, 4, 'b')))).toEqual(['3-5 '])
  })

  it('are both chosen where one inserts beside what the other removes', () => {
    expect(chosen(fix(edit(3, 5)), fix(edit(5, 5, 'a')), fix(edit(5, 8)))).toEqual(['3-5 ', '5-5 a', '5-8 '])
    expect(chosen(fix(edit(3, 3, 'a')), fix(edit(3, 5)))).toEqual(['3-3 a', '3-5 '])
  })
})

describe('a fix', () => {
  it('goes in whole or not at all', () => {
    const far = fix(edit(2, 3, 'a'), edit(8, 9, 'a'))
    expect(chosen(fix(edit(8, 10, 'b')), far, fix(edit(2, 3, 'c')))).toEqual(['2-3 c', '8-10 b'])
  })

  it('leaves room between its edits', () => {
    expect(chosen(fix(edit(0, 1, 'a'), edit(8, 9, 'a')), fix(edit(4, 5, 'b')))).toEqual([
      '0-1 a',
      '4-5 b',
      '8-9 a',
    ])
  })

  it('may list its edits in any order', () => {
    expect(chosen(fix(edit(8, 9, 'b'), edit(1, 2, 'a')))).toEqual(['1-2 a', '8-9 b'])
  })

  it.each([
    ['edits that overlap', fix(edit(1, 4, 'a'), edit(2, 3, 'b'))],
    ['two insertions at one place', fix(edit(1, 1, 'a'), edit(1, 1, 'b'))],
    ['an edit beyond the text', fix(edit(1, 2, 'a'), edit(9, 11, 'b'))],
    ['an edit before the text', fix(edit(-1, 2, 'a'))],
    ['an edit that ends before it begins', fix(edit(4, 2, 'a'))],
    ['an edit at no place', fix(edit(Number.NaN, 2, 'a'))],
    ['an edit at half a place', fix(edit(0.5, 2, 'a'))],
    ['no edits', fix()],
    ['edits that change nothing', fix(edit(1, 3, '12'), edit(5, 5, ''))],
  ])('is never chosen with %s', (_, wrong) => {
    expect(chooseFixes([wrong, fix(edit(1, 2, 'x'))], source)).toEqual({edits: [edit(1, 2, 'x')], fixes: 1})
  })

  it('leaves its edits as they were', () => {
    const edits = [edit(8, 9, 'b'), edit(1, 2, 'a')]
    chooseFixes([fix(...edits)], source)
    expect(edits).toEqual([edit(8, 9, 'b'), edit(1, 2, 'a')])
  })
})

it('fixes are counted, not edits', () => {
  const fixes = [fix(edit(0, 1), edit(2, 3)), fix(edit(2, 3)), fix(edit(5, 6))]
  expect(chooseFixes(fixes, source).fixes).toBe(2)
})
