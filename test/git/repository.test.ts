import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {commitOf, findRepository, readBlobs} from '../../src/cli/git/repository.ts'
import {scratchRepository} from './scratch-repository.ts'

describe('a repository', () => {
  it('is found from within', () => {
    const {directory} = scratchRepository({'docs/中文/a.md': 'a'})
    expect(findRepository(join(directory, 'docs/中文'))).toEqual({top: directory})
  })

  it('is missed in one line', () => {
    expect(() => findRepository('/')).toThrow('this directory is in no git repository')
  })

  it('names its commits', () => {
    const {directory, commit} = scratchRepository({'a.md': 'a'})
    const id = commit()
    expect(commitOf('main', {top: directory})).toBe(id)
  })

  it.each(['nothing', '--all', 'HEAD~3', '', 'HEAD:a.md'])('has no revision %j', (revision) => {
    const {directory, commit} = scratchRepository({'a.md': 'a'})
    commit()
    expect(() => commitOf(revision, {top: directory})).toThrow(`git knows no revision ${revision}`)
  })

  it('gives the bytes of its texts, each once', () => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, 0x0d, 0x0a, 0x00, 0xff])
    const {directory, git, commit} = scratchRepository({'a.md': bytes, 'b.md': '', 'c.md': 'c\n'})
    commit()
    const [a, b, c] = ['a.md', 'b.md', 'c.md'].map((path) => git('rev-parse', `HEAD:${path}`))
    const blobs = readBlobs([a, b, c, a].map(String), {top: directory})
    expect([...blobs].map(([id, content]) => [id, [...content]])).toEqual([
      [a, [...bytes]],
      [b, []],
      [c, [0x63, 0x0a]],
    ])
  })

  it('says which text it has not', () => {
    const {directory} = scratchRepository()
    expect(() => readBlobs(['0'.repeat(40)], {top: directory})).toThrow(`git has no text ${'0'.repeat(40)}`)
  })
})
