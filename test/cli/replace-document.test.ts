import {spawnSync} from 'node:child_process'
import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {replaceDocument} from '../../src/cli/lint/replace-document.ts'
import {replaceFile} from '../../src/cli/replace-file.ts'
import {workspace} from './workspace.ts'

/** Replaces `a.md`, of which `old` was read, by `new`, and says what went wrong. */
function replace(cwd: string, before = 'old', after = 'new'): string | undefined {
  try {
    replaceDocument({path: 'a.md', absolute: join(cwd, 'a.md'), before, after})
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const changed = 'the file has changed since it was read'

describe('replaceDocument', () => {
  test('puts a text in the place of another', () => {
    const cwd = workspace({'a.md': 'old'})
    expect(replace(cwd)).toBeUndefined()
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe('new')
    expect(readdirSync(cwd)).toEqual(['a.md'])
  })

  test.each([
    ['is longer', 'older'],
    ['is as long', 'odd'],
    ['differs in its byte order mark', '\uFEFFold'],
  ])('refuses where the text now %s', (_, now) => {
    const cwd = workspace({'a.md': now})
    expect(replace(cwd)).toBe(changed)
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(now)
    expect(readdirSync(cwd)).toEqual(['a.md'])
  })

  test('refuses where the file is gone, or is none any more', () => {
    const cwd = workspace({'a.md': 'old'})
    rmSync(join(cwd, 'a.md'))
    expect(replace(cwd)).toBe('the file was removed after it was read')
    expect(readdirSync(cwd)).toEqual([])
    mkdirSync(join(cwd, 'a.md'))
    expect(replace(cwd)).toBe(changed)
    rmSync(join(cwd, 'a.md'), {recursive: true})
    expect(spawnSync('sh', ['-c', 'mkfifo "$0"', join(cwd, 'a.md')]).status).toBe(0)
    expect(replace(cwd)).toBe(changed)
    expect(readdirSync(cwd)).toEqual(['a.md'])
  })

  test('refuses where a link has come to lead to another text, and nowhere', () => {
    const cwd = workspace({'old.md': 'old', 'other.md': 'other'})
    symlinkSync('other.md', join(cwd, 'a.md'))
    expect(replace(cwd)).toBe(changed)
    rmSync(join(cwd, 'other.md'))
    expect(replace(cwd)).toBe('the file was removed after it was read')
  })

  test('keeps the owner where that is allowed', ({skip}) => {
    if (process.getuid?.() !== 0) skip('only root may give files away')
    const cwd = workspace({'a.md': 'old'})
    chownSync(join(cwd, 'a.md'), 12, 34)
    chmodSync(join(cwd, 'a.md'), 0o664)
    expect(replace(cwd)).toBeUndefined()
    const {uid, gid, mode} = statSync(join(cwd, 'a.md'))
    expect([uid, gid, mode & 0o777]).toEqual([12, 34, 0o664])
  })

  test('leaves another name of the file its old text', () => {
    const cwd = workspace({'a.md': 'old'})
    linkSync(join(cwd, 'a.md'), join(cwd, 'b.md'))
    expect(replace(cwd)).toBeUndefined()
    expect(readFileSync(join(cwd, 'b.md'), 'utf8')).toBe('old')
  })
})

test('a text that is changed while the new one is written stays', () => {
  const cwd = workspace({'a.md': 'old'})
  const path = join(cwd, 'a.md')
  function* slowly() {
    yield 'n'
    writeFileSync(path, 'meanwhile')
    yield 'ew'
  }
  const confirm = () => {
    if (readFileSync(path, 'utf8') !== 'old') throw new Error('changed')
  }
  expect(() => replaceFile(path, slowly(), confirm)).toThrow('changed')
  expect(readFileSync(path, 'utf8')).toBe('meanwhile')
  expect(readdirSync(cwd)).toEqual(['a.md'])
})
