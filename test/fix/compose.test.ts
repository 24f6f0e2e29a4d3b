import {describe, expect, it} from 'vitest'
import {composeEdits} from '../../src/fix/compose.ts'
import {applyEdits} from '../../src/text/apply-edits.ts'
import {edit} from './edits.ts'

describe('applyEdits', () => {
  it('replaces, removes and inserts', () => {
    expect(applyEdits('abcdef', [edit(0, 0, '>'), edit(1, 2, 'BB'), edit(2, 3), edit(6, 6, '<')])).toBe(
      '>aBBdef<',
    )
  })

  it('leaves a text without edits as it is', () => {
    expect(applyEdits('\uFEFFa\r\n', [])).toBe('\uFEFFa\r\n')
  })
})

describe('composeEdits', () => {
  it('of one pass joins edits that touch', () => {
    expect(composeEdits([[edit(1, 2, 'x'), edit(2, 4, 'y'), edit(5, 6)]])).toEqual([
      edit(1, 4, 'xy'),
      edit(5, 6),
    ])
  })

  it('of none is none', () => {
    expect(composeEdits([])).toEqual([])
    expect(composeEdits([[], []])).toEqual([])
  })

  it('counts the places of a later pass back', () => {
    // abcdef, aXXXcdef, aXXXcef
    expect(composeEdits([[edit(1, 2, 'XXX')], [edit(5, 6)]])).toEqual([edit(1, 2, 'XXX'), edit(3, 4)])
    // abcdef, adef, adeYf
    expect(composeEdits([[edit(1, 3)], [edit(3, 3, 'Y')]])).toEqual([edit(1, 3), edit(5, 5, 'Y')])
  })

  it('edits what an earlier pass wrote', () => {
    // abc, aWXYZc, aWQZc
    expect(composeEdits([[edit(1, 2, 'WXYZ')], [edit(2, 4, 'Q')]])).toEqual([edit(1, 2, 'WQZ')])
    // abc, abXYc, abc: nothing is left, and nothing was there.
    expect(composeEdits([[edit(2, 2, 'XY')], [edit(2, 4)]])).toEqual([])
  })

  it('goes over the ends of what an earlier pass wrote', () => {
    // abcdef, abXYef, aQf
    expect(composeEdits([[edit(2, 4, 'XY')], [edit(1, 5, 'Q')]])).toEqual([edit(1, 5, 'Q')])
    // abcdef, abXYef, aQYef
    expect(composeEdits([[edit(2, 4, 'XY')], [edit(1, 3, 'Q')]])).toEqual([edit(1, 4, 'QY')])
  })

  it('removes to the very end', () => {
    expect(composeEdits([[edit(0, 2, 'x')], [edit(0, 4)]])).toEqual([edit(0, 5)])
  })

  it('takes as many passes as there are', () => {
    // abc, abcd, abcde, Abcde
    const passes = [[edit(3, 3, 'd')], [edit(4, 4, 'e')], [edit(0, 1, 'A')]]
    expect(composeEdits(passes)).toEqual([edit(0, 1, 'A'), edit(3, 3, 'de')])
  })
})
