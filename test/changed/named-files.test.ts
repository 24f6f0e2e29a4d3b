import {mkdirSync, rmSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {workspace} from '../cli/workspace.ts'
import {catalogue, project} from './project.ts'

const [right, faulty] = ['《金融许可证》', '《金融许可证 》']
const old = catalogue([['信托', right]])
const edited = catalogue([['信托', faulty]])

describe('what is staged is found', () => {
  /** A repository with an edited document that is staged, and a link that leads to its top. */
  function stagedProject() {
    const repository = project({'docs/a.md': old})
    repository.write({'docs/a.md': edited})
    repository.git('add', '.')
    const link = join(workspace({}), 'link')
    symlinkSync(repository.directory, link)
    return {...repository, link}
  }

  it.each(['', 'docs', 'docs/a.md', 'docs/*.md'])(
    'by an absolute path to %j, through a link too',
    async (path) => {
      const {directory, findings, link} = stagedProject()
      for (const top of [directory, link]) {
        expect(await findings('--staged', join(top, path))).toEqual(['docs/a.md:5 license-spacing'])
      }
    },
  )

  it('through a link to its directory, whether the directory is there or not', async () => {
    const {directory, findings, link} = stagedProject()
    symlinkSync('docs', join(directory, 'more'))
    for (const path of ['more', 'more/a.md', 'more/']) {
      expect(await findings('--staged', path)).toEqual(['docs/a.md:5 license-spacing'])
    }
    rmSync(join(directory, 'docs'), {recursive: true})
    expect(await findings('--staged', join(link, 'docs/a.md'))).toEqual(['docs/a.md:5 license-spacing'])
  })

  it('by a path with backslashes', async () => {
    const {findings} = stagedProject()
    expect(await findings('--staged', 'docs\\a.md')).toEqual(['docs/a.md:5 license-spacing'])
  })

  it('or a line says that a pattern matches none of it', async () => {
    const {catalint} = stagedProject()
    expect(await catalint(['--staged', 'x*.md'])).toEqual({
      status: 0,
      stdout: 'No files to check\n',
      stderr: 'catalint: x*.md: not checked, as nothing of it is staged in git\n',
    })
  })
})

it('what a sparse checkout leaves out has not been removed', async () => {
  const {commit, findings, git, write} = project({
    'in/a.md': '# 直播组件\n\n|一级类目|二级类目|\n|--|--|\n|娱乐|直播、答题|\n',
    'in/b.md': old.replace('金融业', '娱乐').replace('信托', '直播'),
    'out/c.md': old.replace('金融业', '娱乐').replace('信托', '答题'),
  })
  git('sparse-checkout', 'set', 'in')
  expect(await findings()).toEqual(['in/a.md:5 unknown-reference'])
  expect(await findings('--changed')).toEqual([])
  write({'in/b.md': edited.replace('金融业', '娱乐').replace('信托', '直播')})
  expect(await findings('--changed')).toEqual(['in/b.md:5 license-spacing'])
  git('sparse-checkout', 'disable')
  git('rm', '--quiet', 'out/c.md')
  commit()
  expect(await findings('--changed=HEAD~1')).toEqual([
    'in/a.md:5 unknown-reference',
    'in/b.md:5 license-spacing',
  ])
})

it('a link that leads out of the repository counts as unchanged, and a line says so', async () => {
  const outside = join(workspace({'b.md': edited}), 'b.md')
  const {catalint, directory, findings, write} = project({'a.md': old})
  symlinkSync(outside, join(directory, 'link.md'))
  write({'a.md': edited})
  expect(await findings('--changed')).toEqual(['a.md:5 license-spacing'])
  expect((await catalint(['--changed'])).stderr).toBe(
    'catalint: link.md: leads out of the repository: it counts as unchanged\n',
  )
  expect((await catalint(['--changed'])).status).toBe(0)
})

it('what is staged of other projects, or is the lock of an editor, is no document unless it is named', async () => {
  const {findings, git, write} = project({'.gitignore': ''})
  write({'docs/node_modules/a.md': edited, 'docs/.#b.md': edited, 'docs/c.md': edited})
  git('add', '--all')
  for (const path of ['.', 'docs', '**/*.md', 'docs/**']) {
    expect(await findings('--staged', path)).toEqual(['docs/c.md:5 license-spacing'])
  }
  expect(await findings('--staged', 'docs/node_modules/a.md')).toEqual([
    'docs/node_modules/a.md:5 license-spacing',
  ])
})

it('what git has and ignores all the same has not been removed', async () => {
  const {findings, git, write} = project({
    'a.md': '# 直播组件\n\n|一级类目|二级类目|\n|--|--|\n|娱乐|直播、答题|\n',
    'b.md': old.replace('金融业', '娱乐').replace('信托', '直播'),
    'drafts/c.md': old.replace('金融业', '娱乐').replace('信托', '答题'),
  })
  write({'.gitignore': 'drafts\n', 'b.md': edited.replace('金融业', '娱乐').replace('信托', '直播')})
  git('add', '.gitignore')
  expect(await findings('--changed')).toEqual(['b.md:5 license-spacing'])
})

it('a directory that is no repository, though it has one of the name .git, is part of the one around', async () => {
  const {catalint, directory, write} = project({'docs/a.md': old})
  mkdirSync(join(directory, 'docs/.git'))
  write({'docs/a.md': edited})
  const {stdout, stderr} = await catalint(['--changed', '--format=compact'])
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^docs\/a\.md:5:\d+: warning: .*\n$/)
})
