import {spawnSync} from 'node:child_process'
import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {execPath} from 'node:process'
import {describe, expect, it, test} from 'vitest'
import {type Program, saltOf, stateOf} from '../../src/cache/key.ts'
import {Board} from '../../src/cli/cache/ahead/board.ts'
import {writeDigests} from '../../src/cli/cache/ahead/digests.ts'
import {type Ahead, cachedReader} from '../../src/cli/cache/cached-reader.ts'
import {Store} from '../../src/cli/cache/store.ts'
import {StoredDocument} from '../../src/cli/read.ts'
import type {Finding} from '../../src/finding.ts'
import {builtProgram} from '../cli/built-program.ts'
import {clean, flawed} from '../cli/catalint.ts'
import {workspace} from '../cli/workspace.ts'

const program: Program = {build: 'test', runtime: 'v20 15'}
const asOf = '2026-06-01'

describe('what another thread writes down', () => {
  const files = {'a.md': flawed, 'b.md': clean, 'c.md': 'x'.repeat(65_536), 'd.md': '\uFEFF目录'}
  const paths = ['a.md', 'gone.md', 'b.md', 'c.md', 'd.md']

  /** The digests when the reader stays where it is. */
  function written(position: number): readonly (string | undefined)[] {
    const cwd = workspace(files)
    const board = new Board(paths.length)
    board.moveTo(position)
    const salt = saltOf(asOf, program)
    writeDigests({paths: paths.map((path) => join(cwd, path)), salt, memory: board.memory})
    return paths.map((_, index) => board.read(index))
  }

  const [a, b, d] = [files['a.md'], files['b.md'], files['d.md']].map((text) =>
    stateOf(Buffer.from(text), {asOf}, program),
  )

  it('is the state of each document but of those that are not there or large', () => {
    expect(written(0)).toEqual([a, undefined, b, undefined, d])
  })

  it('is nothing of what the reader has come to, but for the first', () => {
    expect(written(2)).toEqual([a, undefined, undefined, undefined, d])
    expect(written(4)).toEqual([a, undefined, undefined, undefined, undefined])
  })
})

describe('a document whose state is known ahead', () => {
  const options = {path: 'a.md', asOf}

  /** Lints documents one after the other with one store; `ahead` is what is said of the second. */
  async function linted(
    first: string,
    second: string | Error,
    ahead: string | undefined,
    {day = asOf, defines = false} = {},
  ) {
    const store = new Store(new Map(), 20_000)
    const find = async (text: string | Error, known?: Ahead, defines = false) => {
      const read = cachedReader({store, program, directory: '/', isFixing: false, ahead: known})
      const document = new StoredDocument('a.md', '/a.md', () => {
        if (text instanceof Error) throw text
        return Buffer.from(text)
      })
      const {ready, define} = await read(document, options)
      if (defines) await define()
      return [...(await ready()).lint()]
    }
    const before = await find(first)
    const digest = ahead === undefined ? undefined : stateOf(Buffer.from(ahead), {asOf}, program)
    const after = await find(second, {asOf: day, digestOf: () => digest}, defines)
    return {before, after, used: [...store.used.values()]}
  }

  const rules = (findings: readonly Finding[]) => findings.map(({rule}) => rule)
  const stateFor = (text: string) => stateOf(Buffer.from(text), {asOf}, program)

  it('is not read', async () => {
    const {before, after} = await linted(flawed, new Error('read'), flawed)
    expect(rules(before)).toContain('license-spacing')
    expect(after).toEqual(before)
  })

  it('is read where nothing is kept for that state, or none is known', async () => {
    await expect(linted(flawed, new Error('read'), clean)).rejects.toThrow('read')
    await expect(linted(flawed, new Error('read'), undefined)).rejects.toThrow('read')
  })

  it('is read where the state is that of another day', async () => {
    await expect(linted(flawed, new Error('read'), flawed, {day: '2026-06-02'})).rejects.toThrow('read')
  })

  it('is kept under what it says when it is read, if it changed meanwhile', async () => {
    const changed = flawed.replace('信托', '基金')
    const {after, used} = await linted(flawed, changed, clean)
    expect(rules(after)).toContain('license-spacing')
    expect(used.map(({state}) => state)).toEqual([stateFor(changed)])
  })

  it('is reported as it was when it was read ahead', async () => {
    const {before, after, used} = await linted(flawed, clean, flawed)
    expect(after).toEqual(before)
    expect(used.map(({state}) => state)).toEqual([stateFor(flawed)])
  })

  it('is read anew if it refers to others and changed meanwhile: it is linted when they have been read', async () => {
    const page = '# 组件\n\n|一级类目|二级类目|\n|--|--|\n|娱乐|直播|\n'
    const {used} = await linted(page, page.replace('直播', '直播 '), page)
    expect(used.map(({state}) => state)).toEqual([stateFor(page.replace('直播', '直播 '))])
  })

  it('has nothing added to what is kept of it if it changed meanwhile', async () => {
    const same = await linted(flawed, flawed, flawed, {defines: true})
    expect(same.used.map(({definitions}) => definitions.length > 0)).toEqual([true])
    const {used} = await linted(flawed, clean, flawed, {defines: true})
    expect(used.map(({state, definitions}) => [state, definitions.length])).toEqual([[stateFor(flawed), 0]])
  })
})

describe('the program', () => {
  const {program} = builtProgram()

  /** Says at the end how many documents the first thread has opened. */
  const hook = `
const fs = require('node:fs')
const {isMainThread} = require('node:worker_threads')
const open = fs.openSync
let count = 0
fs.openSync = (path, ...more) => {
  if (String(path).endsWith('.md')) count++
  return open(path, ...more)
}
if (isMainThread) process.on('exit', () => fs.writeFileSync(process.env.OPENED, String(count)))
`

  test('reads documents ahead of a second run, and says the same', () => {
    const count = 2000
    const names = Array.from({length: count}, (_, index) => `${index % 10}/${index}.md`)
    const texts = names.map((name, index) => [name, flawed.replace('信托', `信托${index}`)] as const)
    const cwd = workspace({...Object.fromEntries(texts), 'hook.cjs': hook})
    const lint = (...argv: readonly string[]) => {
      const env = {...process.env, OPENED: join(cwd, 'opened')}
      const options = {cwd, env, encoding: 'utf8', maxBuffer: 2 ** 26} as const
      const {status, stdout, stderr} = spawnSync(
        execPath,
        ['--require', './hook.cjs', program, '--format=compact', ...argv, '.'],
        options,
      )
      return {result: {status, stdout, stderr}, opened: Number(readFileSync(env.OPENED, 'utf8'))}
    }
    const without = lint()
    expect(without.result.stdout.split('\n').length).toBeGreaterThan(count)
    expect(lint('--cache')).toEqual({result: without.result, opened: count})
    expect(lint('--cache', '--concurrency=1')).toEqual({result: without.result, opened: count})
    // A busy machine may start the other thread when all is done.
    const opened: number[] = []
    while (opened.length < 10 && (opened.at(-1) ?? count) === count) {
      const second = lint('--cache')
      expect(second.result).toEqual(without.result)
      opened.push(second.opened)
    }
    expect(Math.min(...opened)).toBeLessThan(count)
    // What changed, and what is gone.
    writeFileSync(join(cwd, '3', '1003.md'), clean)
    rmSync(join(cwd, '4', '1004.md'))
    const changed = without.result.stdout
      .split('\n')
      .filter((line) => !/^(?:3\/1003|4\/1004)\.md:/.test(line))
      .join('\n')
    expect(lint('--cache').result.stdout).toBe(changed)
  })
})
