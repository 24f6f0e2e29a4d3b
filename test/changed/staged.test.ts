import {rmSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {catalogue, project} from './project.ts'

const faulty = '《金融许可证 》'
const right = '《金融许可证》'

describe('--staged', () => {
  it('reads what is staged, not the files', async () => {
    const {findings, git, write} = project({'a.md': catalogue([['信托', right]])})
    write({'a.md': catalogue([['信托', faulty]])})
    expect(await findings('--staged')).toEqual([])
    git('add', 'a.md')
    write({'a.md': catalogue([['信托', right]])})
    expect(await findings('--staged')).toEqual(['a.md:5 license-spacing'])
    expect(await findings('--changed')).toEqual([])
  })

  it('keeps the findings on staged lines, of new documents all', async () => {
    const old = [
      ['信托', faulty],
      ['典当', faulty],
    ] as const
    const {findings, git, write} = project({'a.md': catalogue(old)})
    write({'a.md': catalogue([...old, ['保理', faulty]]), 'b.md': catalogue(old), 'c.md': catalogue(old)})
    git('add', 'a.md', 'b.md')
    expect(await findings('--staged')).toEqual([
      'a.md:7 license-spacing',
      'b.md:5 license-spacing',
      'b.md:6 license-spacing',
    ])
    expect(await findings('--staged', 'b.md')).toHaveLength(2)
    expect(await findings('--staged', '[ac].md')).toEqual(['a.md:7 license-spacing'])
  })

  it('compares with a revision where one is given', async () => {
    const {catalint, commit, findings, git, write} = project({'a.md': catalogue([['信托', right]])})
    git('switch', '--quiet', '--create', 'topic')
    write({'a.md': catalogue([['信托', faulty]])})
    commit()
    expect((await catalint(['--staged'])).stdout).toBe('No files to check\n')
    expect(await findings('--staged', '--changed=main')).toEqual(['a.md:5 license-spacing'])
  })

  it('follows a file that is renamed and edited', async () => {
    const old = ['信托', '典当', '保理', '证券', '保险'].map((name) => [name, faulty] as const)
    const {findings, git, write} = project({'docs/a.md': catalogue(old)})
    git('mv', 'docs/a.md', 'docs/分类 "b".md')
    write({'docs/分类 "b".md': catalogue([...old, ['基金', faulty]])})
    git('add', '.')
    expect(await findings('--staged')).toEqual(['docs/分类 "b".md:10 license-spacing'])
  })

  it('leaves deleted files, links and submodules alone, and says so of what is named', async () => {
    const {catalint, directory, git} = project({'a.md': catalogue([['信托', faulty]])})
    git('rm', '--quiet', 'a.md')
    symlinkSync('nowhere', join(directory, 'b.md'))
    git('add', 'b.md')
    git('-c', 'protocol.file.allow=always', 'clone', '--quiet', '.', 'sub.md')
    git('add', 'sub.md')
    expect(await catalint(['--staged'])).toEqual({status: 0, stdout: 'No files to check\n', stderr: ''})
    const {status, stderr} = await catalint(['--staged', 'a.md', 'b.md', 'sub.md'])
    expect(status).toBe(0)
    expect(stderr.split('\n')).toEqual([
      ...['a.md', 'b.md', 'sub.md'].map(
        (path) => `catalint: ${path}: not checked, as nothing of it is staged in git`,
      ),
      '',
    ])
  })

  it('says which path is nowhere', async () => {
    const {catalint} = project({'a.md': catalogue([['信托', right]])})
    const {status, stderr} = await catalint(['--staged', 'b.md'])
    expect(status).toBe(2)
    expect(stderr).toBe('catalint: b.md: no such file or directory, neither staged nor in the work tree\n')
  })

  it('refuses files with conflicts, and checks the others', async () => {
    const {catalint, commit, directory, git, write} = project({'a.md': 'a\n', 'b.md': 'b\n'})
    git('switch', '--quiet', '--create', 'topic')
    write({'a.md': '甲\n'})
    commit()
    git('switch', '--quiet', 'main')
    write({'a.md': '乙\n'})
    commit()
    expect(() => git('merge', '--quiet', 'topic')).toThrow()
    write({'b.md': catalogue([['信托', faulty]])})
    git('add', 'b.md')
    const {status, stdout, stderr} = await catalint(['--staged', '--format=compact'])
    expect(status).toBe(2)
    expect(stderr).toBe('catalint: a.md: has merge conflicts; resolve them and stage the file\n')
    expect(stdout).toMatch(/^b\.md:5:14: warning: .*\n$/)
    rmSync(join(directory, 'a.md'))
    expect((await catalint(['--staged', 'a.md'])).status).toBe(2)
  })

  it('leaves out what the configuration ignores, and says so of what is named', async () => {
    const {catalint, git, write} = project({'catalint.config.json': '{"ignore": ["drafts/"]}'})
    write({'drafts/a.md': catalogue([['信托', faulty]])})
    git('add', '.')
    expect((await catalint(['--staged'])).stdout).toBe('No files to check\n')
    expect((await catalint(['--staged', 'drafts/a.md'])).stderr).toBe(
      'catalint: drafts/a.md: left out, as catalint.config.json says under ignore\n',
    )
  })

  it.each([
    [['-'], '--staged reads what git has staged, not standard input; name files, or use --changed'],
    ...['--fix', '--fix-suggestions', '--dry-run'].map(
      (option) =>
        [
          [option],
          `${option} is for the files of the work tree, --staged reads what is staged; ` +
            `use ${option} with --changed, then stage the files again`,
        ] as const,
    ),
    [
      ['--update-baseline'],
      '--update-baseline records all findings, --staged looks at some; leave out one of them',
    ],
  ] as const)('refuses %j', async (argv, message) => {
    const {catalint} = project({})
    expect(await catalint(['--staged', ...argv])).toEqual({
      status: 2,
      stdout: '',
      stderr: `catalint: ${message}\n`,
    })
  })
})
