import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {writeDirectory} from '../../src/cli/output-directory.ts'
import {replaceFile} from '../../src/cli/replace-file.ts'
import {inBlocks} from '../../src/cli/write-blocks.ts'
import {fakeHost, workspace} from '../cli/workspace.ts'

/** Enough for a block to be written, then a failure. */
function* failing(): Iterable<string> {
  yield 'x'.repeat(200_000)
  throw new Error('it broke')
}

describe('a failure halfway', () => {
  it('leaves a file as it was', () => {
    const cwd = workspace({'a.json': 'old'})
    expect(() => replaceFile(join(cwd, 'a.json'), failing())).toThrow('it broke')
    expect(readdirSync(cwd)).toEqual(['a.json'])
    expect(readFileSync(join(cwd, 'a.json'), 'utf8')).toBe('old')
  })

  it('leaves no file where there was none', () => {
    const cwd = workspace({})
    expect(() => replaceFile(join(cwd, 'a.json'), failing())).toThrow('it broke')
    expect(readdirSync(cwd)).toEqual([])
  })

  const files = () => [
    {name: 'a.csv', chunks: ['new']},
    {name: 'b.csv', chunks: failing()},
    {name: 'all.json', chunks: ['new']},
  ]

  it('leaves a directory as it was', () => {
    const cwd = workspace({'d/a.csv': 'old', 'd/b.csv': 'old', 'd/all.json': 'old'})
    expect(() => writeDirectory('d', files(), fakeHost(cwd))).toThrow('d/b.csv')
    expect(readdirSync(join(cwd, 'd'))).toEqual(['a.csv', 'all.json', 'b.csv'])
    for (const name of ['a.csv', 'b.csv', 'all.json'])
      expect(readFileSync(join(cwd, 'd', name), 'utf8')).toBe('old')
  })

  it('leaves no directory where there was none', () => {
    const cwd = workspace({})
    expect(() => writeDirectory('d', files(), fakeHost(cwd))).toThrow('d/b.csv')
    expect(readdirSync(cwd)).toEqual([])
  })
})

it('small pieces are written together, and a block does not grow', () => {
  const blocks = [...inBlocks(Array.from({length: 10_000}, () => '0123456789'))]
  expect(blocks.join('')).toBe('0123456789'.repeat(10_000))
  expect(blocks.map(({length}) => length)).toEqual([16_390, 16_390, 16_390, 16_390, 16_390, 16_390, 1660])
})
