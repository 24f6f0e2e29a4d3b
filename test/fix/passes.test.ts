import {describe, expect, it} from 'vitest'
import {fixInPasses} from '../../src/fix/passes.ts'
import type {Edit, Finding} from '../../src/index.ts'
import {findingAt} from '../report/build.ts'
import {edit} from './edits.ts'

/** A finding at each occurrence of a text, also of those that overlap, with what it is to be replaced by. */
function replacing(text: string, replacement: string) {
  return (source: string): readonly Finding[] => {
    const places = [...source.matchAll(new RegExp(`(?=${text})`, 'g'))]
    return places.map(({index}, nth) =>
      mended(findingAt(source, text, {}, nth), edit(index, index + text.length, replacement)),
    )
  }
}

function mended(finding: Finding, ...edits: readonly Edit[]): Finding {
  return {...finding, fix: {safe: true, edits}}
}

const all = () => true

describe('fixInPasses', () => {
  it('changes nothing where nothing is found', () => {
    expect(fixInPasses('abc', () => [], all)).toEqual({
      output: 'abc',
      findings: [],
      edits: [],
      fixed: 0,
      passes: 0,
      complete: true,
    })
  })

  it('fixes all that lies apart in one pass', () => {
    expect(fixInPasses('axbxc', replacing('x', ''), all)).toEqual({
      output: 'abc',
      findings: [],
      edits: [edit(1, 2), edit(3, 4)],
      fixed: 2,
      passes: 1,
      complete: true,
    })
  })

  it('fixes what overlaps in the next pass, if it is still found', () => {
    // In aaaa three pairs overlap: the first and the last go, and what is left is one pair.
    expect(fixInPasses('aaaa', replacing('aa', 'a'), all)).toMatchObject({
      output: 'a',
      edits: [edit(0, 4, 'a')],
      fixed: 3,
      passes: 2,
      complete: true,
    })
  })

  it('leaves what is not wanted, and states it', () => {
    const result = fixInPasses('axbx', replacing('x', ''), ({start}) => start.offset === 1)
    expect(result).toMatchObject({output: 'abx', fixed: 1, passes: 1, complete: true})
    expect(result.findings.map(({start}) => start.offset)).toEqual([2])
  })

  it('stops after ten passes where fixes undo each other', () => {
    const swap = (source: string) => [
      ...replacing('a', 'b')(source),
      ...(source.includes('a') ? [] : replacing('b', 'a')(source)),
    ]
    const result = fixInPasses('-a-', swap, all)
    expect(result).toMatchObject({output: '-a-', edits: [], fixed: 10, passes: 10, complete: false})
    expect(result.findings).toHaveLength(1)
  })

  it('stops after ten passes where a fix calls for ever more', () => {
    const result = fixInPasses('a', replacing('a', 'xa'), all)
    expect(result).toMatchObject({output: `${'x'.repeat(10)}a`, passes: 10, complete: false})
    expect(result.edits).toEqual([edit(0, 1, `${'x'.repeat(10)}a`)])
  })

  it('is complete where the tenth pass was the last one needed', () => {
    const countdown = (source: string): readonly Finding[] => {
      const left = Number(source)
      return left > 0 ? [mended(findingAt(source, source), edit(0, source.length, String(left - 1)))] : []
    }
    expect(fixInPasses('10', countdown, all)).toMatchObject({output: '0', passes: 10, complete: true})
    expect(fixInPasses('11', countdown, all)).toMatchObject({output: '1', passes: 10, complete: false})
  })

  it('ends where a fix changes nothing', () => {
    const result = fixInPasses('axb', replacing('x', 'x'), all)
    expect(result).toMatchObject({output: 'axb', fixed: 0, passes: 0, complete: true})
    expect(result.findings).toHaveLength(1)
  })
})
