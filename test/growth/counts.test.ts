import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {runNode} from './run-node.ts'

type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>

const {compareCounts} = (await import(join(process.cwd(), 'bench/work/compare-counts.mjs'))) as {
  compareCounts(known: Counts, counts: Counts): readonly string[]
}

/** On a busy machine counting takes long, and no time is asserted. */
const timeout = 300_000

it('documents take what bench/counts.json says that they take', {timeout}, async () => {
  const {status, stderr} = await runNode('bench/counts.mjs', '--check')
  expect(stderr).toBe('')
  expect(status).toBe(0)
})

describe('counts compared with those that are known', () => {
  const known = {page: {nodes: 10_000, blocks: 40}}

  it.each([
    ['a rise of two in a hundred', {nodes: 10_200, blocks: 40}],
    ['a fall of ten in a hundred', {nodes: 9000, blocks: 40}],
    ['a little more of what is little', {nodes: 10_000, blocks: 80}],
  ])('pass: %s', (_, page) => {
    expect(compareCounts(known, {page})).toEqual([])
  })

  it('say by how much one rose', () => {
    const page = {nodes: 10_500, blocks: 40}
    expect(compareCounts(known, {page})).toEqual(['page: nodes rose by 5.0 %: 10000 → 10500'])
  })

  it('say by how much one fell', () => {
    const page = {nodes: 7500, blocks: 40}
    expect(compareCounts(known, {page})).toEqual(['page: nodes fell by 25.0 %: 10000 → 7500'])
  })

  it('name what was not counted before, and what is counted no more', () => {
    expect(compareCounts(known, {other: {nodes: 200}})).toEqual([
      'page: nodes fell by 100.0 %: 10000 → 0',
      'other: nodes is new: 200',
    ])
  })
})
