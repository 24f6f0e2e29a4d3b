import {afterEach, describe, expect, it, vi} from 'vitest'
import type {Host} from '../../src/cli/host.ts'
import {ProgressLine} from '../../src/cli/lint/progress.ts'
import {run} from '../../src/cli/run.ts'
import {clean} from './catalint.ts'
import {fakeHost, workspace} from './workspace.ts'

/** A clock that a test turns on, and what the line wrote by then. */
function lineOf(total: number, columns: number, language: 'en' | 'zh' = 'en') {
  const written: string[] = []
  let time = 5000
  const output = {isTTY: true, columns, write: (text: string) => void written.push(text)}
  const line = new ProgressLine(output, language, total, () => time)
  const later = (milliseconds: number, path: string) => {
    time += milliseconds
    line.show(path)
    return written.splice(0)
  }
  const clear = () => {
    line.clear()
    return written.splice(0)
  }
  return {later, clear}
}

describe('the line of progress', () => {
  it('comes after a second, and then ten times a second at most', () => {
    const {later, clear} = lineOf(7, 80)
    expect(later(0, 'a.md')).toEqual([])
    expect(later(999, 'b.md')).toEqual([])
    expect(clear()).toEqual([])
    expect(later(1, 'c.md')).toEqual(['\r\u001B[KLinting 3/7 c.md'])
    expect(later(99, 'd.md')).toEqual([])
    expect(later(1, 'docs/e.md')).toEqual(['\r\u001B[KLinting 5/7 docs/e.md'])
    expect(clear()).toEqual(['\r\u001B[K'])
    expect(clear()).toEqual([])
  })

  it('is no wider than the terminal, in columns', () => {
    expect(lineOf(7, 24, 'zh').later(1000, '目录/很长的名称.md')).toEqual([
      '\r\u001B[K正在检查 1/7 目录/很长…',
    ])
  })

  it('obeys nothing that a path says', () => {
    const [text = ''] = lineOf(7, 80).later(1000, 'a\u001B[2J\n\u202E.md')
    expect(text.slice('\r\u001B[K'.length)).not.toMatch(/[^\P{C}\n]|\n/u)
    expect(text).toContain('Linting 1/7 a')
  })
})

describe('standard error', () => {
  /** A host whose standard input takes two seconds by a clock that stands still else. */
  function slowHost(env: Host['env'], isTTY: boolean) {
    let time = 5000
    vi.spyOn(performance, 'now').mockImplementation(() => time)
    const host = fakeHost(workspace({'a.md': clean, 'b.md': clean}), {env, isTTY})
    const stdin = async function* () {
      time += 2000
      yield Buffer.from(clean)
    }
    return {...host, stdin}
  }

  afterEach(() => vi.restoreAllMocks())

  it.each([
    ['shows it on a terminal', {}, true, [], '\r\u001B[KLinting 1/3 <stdin>\r\u001B[K'],
    ['is bare where it is no terminal', {}, false, [], ''],
    ['is bare in CI', {CI: 'true'}, true, [], ''],
    ['is bare where only errors are wanted', {}, true, ['--quiet'], ''],
    ['is bare on a terminal that can do nothing', {TERM: 'dumb'}, true, [], ''],
  ])('%s', async (_, env, isTTY, argv, expected) => {
    const host = slowHost(env, isTTY)
    await run(['--lang=en', ...argv, '-', 'a.md', 'b.md'], host)
    expect(host.written.stderr).toBe(expected)
  })
})
