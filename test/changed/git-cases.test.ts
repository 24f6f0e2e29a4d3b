import {execFileSync, spawnSync} from 'node:child_process'
import {chmodSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished, vi} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {fakeHost, workspace} from '../cli/workspace.ts'
import {catalogue, project} from './project.ts'

const faulty = '《金融许可证 》'
const right = '《金融许可证》'

/** Two rows, on lines 5 and 6: the second one has a finding. */
const old = catalogue([
  ['信托', right],
  ['典当', faulty],
])

/** Now both have one. */
const edited = old.replace(`| 信托 | ${right} |`, `| 信托 | ${faulty} |`)

const onLine5 = ['a.md:5 license-spacing']

function withCrlf(text: string): string {
  return text.replaceAll('\n', '\r\n')
}

describe('what is no edit of a line', () => {
  it.each([
    ['other line ends', withCrlf(old)],
    ['carriage returns alone', old.replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${old}`],
    ['a line end less at the end', old.trimEnd()],
  ])('%s', async (_, text) => {
    const {findings, write} = project({'a.md': old})
    write({'a.md': text})
    expect(await findings('--changed')).toEqual([])
    write({'a.md': text.replace(right, faulty)})
    expect(await findings('--changed')).toEqual(onLine5)
  })

  it('a byte order mark that comes or goes before a line with a finding', async () => {
    const text = old.replace('：', ':')
    for (const [before, after] of [
      [text, `\uFEFF${text}`],
      [`\uFEFF${text}`, text],
    ] as const) {
      const {findings, write} = project({'a.md': before})
      write({'a.md': after})
      expect(await findings()).toEqual(['a.md:1 category-heading', 'a.md:6 license-spacing'])
      expect(await findings('--changed')).toEqual([])
    }
  })

  it('line ends that git converts', async () => {
    const {commit, findings, git, write} = project({})
    git('config', 'core.autocrlf', 'true')
    write({'a.md': withCrlf(old)})
    commit()
    expect(git('cat-file', '-p', 'HEAD:a.md')).not.toContain('\r')
    expect(await findings('--changed')).toEqual([])
    write({'a.md': withCrlf(edited)})
    expect(await findings('--changed')).toEqual(onLine5)
    git('add', '.')
    expect(await findings('--staged')).toEqual(onLine5)
  })

  it('the mode of the file', async () => {
    const {directory, findings, git} = project({'a.md': old})
    chmodSync(join(directory, 'a.md'), 0o755)
    expect(await findings('--changed')).toEqual([])
    git('add', '.')
    expect(await findings('--staged')).toEqual([])
  })

  it('a name of which only the case is another', async () => {
    const {findings, git} = project({'a.md': old})
    git('mv', 'a.md', 'A.md')
    expect(await findings('--changed')).toEqual([])
    expect(await findings('--staged')).toEqual([])
  })
})

describe('what is new as a whole', () => {
  const whole = ['a.md:5 license-spacing', 'a.md:6 license-spacing']

  it('a document that was not UTF-8', async () => {
    const {findings, write} = project({'a.md': Buffer.from([0xd6, 0xd0, 0x0a])})
    write({'a.md': edited})
    expect(await findings('--changed')).toEqual(whole)
  })

  it('a document that was a link, or a directory', async () => {
    const {commit, directory, findings, git, write} = project({'b.txt': old})
    symlinkSync('b.txt', join(directory, 'a.md'))
    commit()
    rmSync(join(directory, 'a.md'))
    write({'a.md': edited})
    expect(await findings('--changed', 'a.md')).toEqual(whole)
    git('add', '.')
    expect(await findings('--staged', 'a.md')).toEqual(whole)
  })

  it('a document that was nested too deeply', async () => {
    const {findings, write} = project({'a.md': `${'>'.repeat(12_000)} x\n${old}`})
    write({'a.md': edited})
    expect(await findings('--changed')).toEqual(whole)
  })

  it('a file that git was told of without its content', async () => {
    const {findings, git, write} = project({})
    write({'a.md': edited})
    git('add', '--intent-to-add', 'a.md')
    expect(await findings('--changed')).toEqual(whole)
    expect(await findings('--staged')).toEqual([])
  })

  it('a rename that git has not been told of', async () => {
    const {directory, findings} = project({'b.md': edited})
    renameSync(join(directory, 'b.md'), join(directory, 'a.md'))
    expect(await findings('--changed')).toEqual(whole)
  })
})

describe('where it is run', () => {
  it('a link is judged as the file that it leads to', async () => {
    const {commit, directory, findings, write} = project({'docs/b.md': old})
    symlinkSync('docs/b.md', join(directory, 'a.md'))
    commit()
    expect(await findings('--changed', 'a.md')).toEqual([])
    write({'docs/b.md': edited})
    expect(await findings('--changed', 'a.md')).toEqual(onLine5)
  })

  it('in a linked work tree', async () => {
    const {directory, git} = project({'a.md': old})
    const linked = join(workspace({}), 'linked')
    git('worktree', 'add', '--quiet', linked)
    writeFileSync(join(linked, 'a.md'), edited)
    for (const [cwd, argv, count] of [
      [linked, ['--changed'], 1],
      [linked, ['--staged'], 0],
      [directory, ['--changed'], 0],
    ] as const) {
      const host = fakeHost(cwd)
      await run([...argv, '--format=json'], host)
      expect(JSON.parse(host.written.stdout)).toMatchObject({summary: {warnings: count}})
      expect(host.written.stderr).toBe('')
    }
  })

  it('with a submodule, whose files are none of this repository', async () => {
    const inner = project({'c.md': edited})
    const {catalint, commit, findings, git, write} = project({'a.md': old})
    git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.directory, 'sub')
    commit()
    write({'a.md': edited, 'sub/c.md': edited.replace('典当', '保理')})
    expect(await findings('--changed')).toEqual(onLine5)
    expect((await catalint(['--changed'])).stderr).toContain('catalint: sub: is another repository')
    git('add', '.')
    expect(await findings('--staged')).toEqual(onLine5)
  })

  it('in a repository within another', async () => {
    const outer = project({'a.md': old})
    const directory = join(outer.directory, 'inner')
    mkdirSync(directory)
    writeFileSync(join(directory, 'a.md'), edited)
    execFileSync('git', ['init', '--quiet', directory])
    const {stdout} = await outer.catalint(['--changed', '--format=json'], {directory})
    expect(JSON.parse(stdout)).toMatchObject({summary: {files: 1, warnings: 2}})
  })

  it('with a file that is marked as one that does not change', async () => {
    const {findings, git, write} = project({'a.md': old})
    git('update-index', '--assume-unchanged', 'a.md')
    write({'a.md': edited})
    expect(await findings('--changed')).toEqual(onLine5)
  })
})

describe('settings of the repository and the user', () => {
  /** Makes a program that leaves a mark where it is run. */
  function planted() {
    const directory = workspace({})
    const mark = join(directory, 'ran')
    const program = join(directory, 'program')
    writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> '${mark}'\ncat\n`, {mode: 0o755})
    return {mark, program}
  }

  it('run no program and change nothing', async () => {
    const {mark, program} = planted()
    const {directory, findings, git, write} = project({
      '.gitattributes': '*.md filter=planted diff=planted merge=planted\n',
      'docs/a.md': old,
      'docs/b.md': old.replace('金融业', '电商'),
    })
    const settings = {
      'filter.planted.clean': program,
      'filter.planted.smudge': program,
      'filter.planted.process': program,
      'filter.planted.required': 'true',
      'diff.planted.textconv': program,
      'diff.planted.command': program,
      'diff.external': program,
      'core.fsmonitor': program,
      'core.pager': program,
      'core.hooksPath': directory,
      'diff.noprefix': 'true',
      'diff.mnemonicPrefix': 'true',
      'diff.renames': 'false',
      'diff.renameLimit': '1',
      'diff.relative': 'true',
      'diff.orderFile': 'nowhere',
      'diff.algorithm': 'patience',
      'diff.context': '9',
      'diff.ignoreSubmodules': 'none',
      'color.ui': 'always',
      'core.quotePath': 'true',
      'status.relativePaths': 'false',
    }
    git('mv', 'docs/b.md', 'docs/中.md')
    for (const [name, value] of Object.entries(settings)) git('config', name, value)
    write({'docs/a.md': edited, 'docs/中.md': edited.replace('金融业', '电商')})
    const expected = ['docs/a.md:5 license-spacing', 'docs/中.md:5 license-spacing']
    expect(await findings('--changed')).toEqual(expected)
    expect(await findings('--staged')).toEqual([])
    expect(existsSync(mark)).toBe(false)
    // What is planted works: git itself runs it, and fails.
    expect(spawnSync('git', ['diff'], {cwd: directory}).status).not.toBe(0)
    expect(existsSync(mark)).toBe(true)
  })

  it('limit no renames that are followed', async () => {
    const names = ['金融业', '电商', '教育']
    const text = (name: string) =>
      catalogue([...'甲乙丙丁戊己庚'].map((letter) => [`${name}${letter}`, faulty] as const)).replace(
        '金融业',
        name,
      )
    const files = names.map((name, index) => [`${index}.md`, text(name)] as const)
    const {directory, findings, git, write} = project(Object.fromEntries(files))
    git('config', 'diff.renameLimit', '1')
    for (const [path, content] of files) {
      renameSync(join(directory, path), join(directory, `new-${path}`))
      write({[`new-${path}`]: content.replace('甲', '辛')})
    }
    git('add', '--all')
    expect(await findings('--changed')).toEqual(names.map((_, index) => `new-${index}.md:5 license-spacing`))
  })

  it('say in a hook which index is meant', async () => {
    const {directory, findings, git, write} = project({'a.md': old, 'b.md': old.replace('金融业', '电商')})
    write({'a.md': edited, 'b.md': edited.replace('金融业', '电商')})
    git('add', 'b.md')
    const index = join(directory, '.git', 'other')
    execFileSync('git', ['read-tree', '--index-output=.git/other', 'HEAD'], {cwd: directory})
    onTestFinished(() => {
      vi.unstubAllEnvs()
    })
    vi.stubEnv('GIT_INDEX_FILE', index)
    git('add', 'a.md')
    expect(await findings('--staged')).toEqual(onLine5)
    vi.unstubAllEnvs()
    expect(await findings('--staged')).toEqual(['b.md:5 license-spacing'])
  })
})
