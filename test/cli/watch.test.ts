import {mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {builtProgram} from './built-program.ts'
import {catalint, clean, type Files, flawed, warned} from './catalint.ts'
import {Watched} from './watched.ts'
import {fakeHost, workspace} from './workspace.ts'

const {program} = builtProgram()
const spacing = /^a\.md:7:\d+: warning: Unexpected blank .*\n$/

function watching(files: Files, argv: readonly string[] = []) {
  const cwd = workspace(files)
  const write = (name: string, text: string) => writeFileSync(join(cwd, name), text)
  return {cwd, write, watched: new Watched(program, cwd, argv)}
}

describe('--watch', () => {
  test('shows what is wrong with a document again whenever it is written', async () => {
    const {write, watched} = watching({'a.md': warned})
    expect(await watched.screen()).toMatch(spacing)
    write('a.md', clean)
    expect(await watched.screen()).toBe('')
    write('a.md', warned)
    expect(await watched.screen()).toMatch(spacing)
    expect(await watched.interrupt()).toBe(0)
  })

  test('ends with the status of the last run', async () => {
    const {write, watched} = watching({'a.md': clean})
    await watched.screen()
    write('a.md', flawed)
    await watched.screen()
    expect(await watched.interrupt()).toBe(1)
  })

  test('sees a document that is put in the place of another, as editors do', async () => {
    const {cwd, write, watched} = watching({'a.md': clean})
    await watched.screen()
    for (const text of [warned, clean, warned]) {
      write('.a.md.swp', text)
      renameSync(join(cwd, '.a.md.swp'), join(cwd, 'a.md'))
      expect(await watched.screen()).toMatch(text === warned ? spacing : /^$/)
    }
  })

  test('sees documents and directories come and go', async () => {
    const {cwd, write, watched} = watching({'a.md': clean})
    await watched.screen()
    mkdirSync(join(cwd, 'docs'))
    write('docs/b.md', warned)
    expect(await watched.screen()).toMatch(/^docs\/b\.md:7:/)
    write('docs/c.md', warned)
    expect(await watched.screen()).toMatch(/^docs\/b\.md:7:.*\ndocs\/c\.md:7:/)
    rmSync(join(cwd, 'docs/b.md'))
    expect(await watched.screen()).toMatch(/^docs\/c\.md:7:.*\n$/)
    rmSync(join(cwd, 'docs'), {recursive: true})
    expect(await watched.screen()).toBe('')
    mkdirSync(join(cwd, 'docs'))
    write('docs/b.md', warned)
    expect(await watched.screen()).toMatch(/^docs\/b\.md:7:/)
  })

  test('sees a reference go wrong in a document that did not change', async () => {
    const page = '| 一级类目 | 二级类目 |\n| --- | --- |\n| 金融业 | 信托、基金 |\n'
    const catalogue = `${clean}| 基金 | 《营业执照》 |\n`
    const {write, watched} = watching({'catalogue.md': catalogue, 'page.md': page})
    expect(await watched.screen()).toBe('')
    write('catalogue.md', clean)
    expect(await watched.screen()).toMatch(/^page\.md:3:\d+: error: Unknown `基金`/)
  })

  test('sees configurations change, says what is wrong with them and waits', async () => {
    const {cwd, write, watched} = watching({'docs/a.md': warned, 'shared/base.json': '{}'}, ['docs'])
    expect(await watched.screen()).toMatch(/ warning: /)
    write('catalint.config.json', '{"extends": "./shared/base.json"}')
    write('shared/base.json', '{"rules": {"license-spacing": "error"}}')
    expect(await watched.screen()).toMatch(/ error: /)
    write('shared/base.json', '{"rules": {"license-spacing": "off"}}')
    expect(await watched.screen()).toBe('')
    write('shared/base.json', '{"rules": ')
    expect(await watched.screen()).toMatch(/^catalint: shared\/base\.json:/)
    write('shared/base.json', '{}')
    expect(await watched.screen()).toMatch(/ warning: /)
    rmSync(join(cwd, 'catalint.config.json'))
    write('docs/a.md', clean)
    expect(await watched.screen()).toBe('')
  })

  test('looks at a file that is named whatever it is called, and at nothing that is ignored', async () => {
    const files = {
      'a.txt': warned,
      'docs/b.md': clean,
      '.gitignore': 'drafts/\n',
      'drafts/c.md': warned,
      '.git/': '',
    }
    const {write, watched} = watching(files, ['a.txt', 'docs', '.'])
    expect(await watched.screen()).toMatch(/^a\.txt:7:.*\n$/)
    write('drafts/c.md', flawed)
    write('a.txt', clean)
    expect(await watched.screen()).toBe('')
    write('.gitignore', '')
    expect(await watched.screen()).toMatch(/^drafts\/c\.md:7:/)
  })

  test('fixes what is written, once, and comes to rest', async () => {
    const {cwd, write, watched} = watching({'a.md': clean}, ['--fix'])
    await watched.screen()
    write('a.md', flawed)
    expect(await watched.screen()).toMatch(/^a\.md:8:\d+: error: .*\n$/)
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(flawed.replace(' 》', '》'))
    // Were its own writing a change to show, the next screen would be that.
    write('a.md', clean)
    expect(await watched.screen()).toBe('')
  })

  test('keeps what it finds for later runs where that is asked for', async () => {
    const {cwd, write, watched} = watching({'a.md': warned}, ['--cache'])
    await watched.screen()
    write('a.md', clean)
    await watched.screen()
    expect(readFileSync(join(cwd, '.catalintcache'), 'utf8').trim().split('\n')).toHaveLength(3)
  })

  test.each([
    [true, '\u001B[2J\u001B[H'],
    [false, ''],
  ])('clears the screen on a terminal only: %s', async (isTTY, cleared) => {
    const host = {...fakeHost(workspace({'a.md': clean}), {isTTY}), interrupted: () => Promise.resolve()}
    expect(await run(['--watch', '--format=compact', '--lang=zh'], host)).toBe(0)
    expect(host.written).toEqual({stdout: cleared, stderr: 'catalint: 正在监视变动，按 Ctrl-C 结束\n'})
  })

  test('ends where nobody reads on', async () => {
    const host = fakeHost(workspace({'a.md': warned}))
    const stdout = {...host.stdout, ready: async () => false}
    expect(await run(['--watch'], {...host, stdout})).toBe(0)
  })

  test('ends at once where the command line is wrong', async () => {
    const {stderr, status} = await catalint({'a.md': clean}, ['--watch', '--rule=nope: off'])
    expect({stderr, status}).toEqual({stderr: 'catalint: unknown rule nope; see catalint rules\n', status: 2})
  })

  test.each([
    ['-'],
    ['--output-file=x'],
    ['--staged'],
    ['--dry-run'],
    ['--update-baseline'],
    ['--shard=1/2'],
  ])('does not go with %s', async (option) => {
    const {stderr, status} = await catalint({'a.md': clean}, ['--watch', option])
    const name = option.replace(/=.*/, '')
    expect(stderr).toBe(
      `catalint: --watch shows what changes in files, which does not go with ${name}; leave out one of them\n`,
    )
    expect(status).toBe(2)
  })
})
