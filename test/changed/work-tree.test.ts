import {execFileSync} from 'node:child_process'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {fakeHost, workspace} from '../cli/workspace.ts'
import {scratchRepository} from '../git/scratch-repository.ts'
import {catalogue, project} from './project.ts'

const faulty = '《金融许可证 》'
const right = '《金融许可证》'

describe('--changed', () => {
  it('takes a value with = only', async () => {
    const {catalint, findings, write} = project({'docs/a.md': catalogue([['信托', right]])})
    write({'docs/a.md': catalogue([['信托', faulty]]), 'b.md': catalogue([['信托', faulty]])})
    expect(await findings('--changed', 'docs')).toEqual(['docs/a.md:5 license-spacing'])
    expect((await catalint(['--changed='])).stderr).toBe(
      'catalint: --changed needs a value; write --changed=REV\n',
    )
    expect((await catalint(['--changed=nowhere'])).stderr).toBe(
      'catalint: git knows no revision nowhere; check the name; in a shallow clone fetch it first\n',
    )
  })

  it('compares with where the branch left a revision', async () => {
    const names = ['信托', '典当', '保理'] as const
    const {commit, findings, git, write} = project({'a.md': catalogue(names.map((name) => [name, right]))})
    git('switch', '--quiet', '--create', 'topic')
    write({
      'a.md': catalogue([
        [names[0], faulty],
        [names[1], right],
        [names[2], right],
      ]),
    })
    commit()
    git('switch', '--quiet', 'main')
    write({
      'a.md': catalogue([
        [names[0], right],
        [names[1], right],
        [names[2], faulty],
      ]),
      'b.md': catalogue([['信托', faulty]]),
    })
    commit()
    git('switch', '--quiet', 'topic')
    expect(await findings('--changed=main')).toEqual(['a.md:5 license-spacing'])
    expect(await findings('--changed')).toEqual([])
    // What is not committed yet belongs to the branch too.
    write({'c.md': catalogue([['信托', faulty]])})
    expect(await findings('--changed=main')).toEqual(['a.md:5 license-spacing', 'c.md:5 license-spacing'])
  })

  it('does not count what others have mended on the revision since', async () => {
    const rows = (first: string, last: string) =>
      catalogue([
        ['信托', first],
        ['典当', last],
      ])
    const {commit, findings, git, write} = project({'a.md': rows(right, faulty)})
    git('switch', '--quiet', '--create', 'topic')
    write({'a.md': rows(faulty, faulty)})
    commit()
    git('switch', '--quiet', 'main')
    write({'a.md': rows(right, right)})
    commit()
    git('switch', '--quiet', 'topic')
    expect(await findings('--changed=main')).toEqual(['a.md:5 license-spacing'])
    expect(await findings('--staged', '--changed=main')).toEqual(['a.md:5 license-spacing'])
  })

  it('compares with the revision itself where git knows no common commit, and says so', async () => {
    const {catalint, commit, git, write} = project({'a.md': catalogue([['信托', right]])})
    git('switch', '--quiet', '--orphan', 'other')
    write({'a.md': catalogue([['信托', faulty]])})
    commit()
    const {status, stdout, stderr} = await catalint(['--changed=main', '--format=compact'])
    expect(stdout).toMatch(/^a\.md:5:14: warning: .*\n$/)
    expect(stderr).toBe(
      'catalint: no commit is known that main and HEAD have in common: comparing with main itself; ' +
        'in a shallow clone fetch more of the history\n',
    )
    expect(status).toBe(0)
  })

  it('compares with the revision itself in a shallow clone that has not where the branch left it', async () => {
    const origin = project({'a.md': catalogue([['信托', right]])})
    origin.git('switch', '--quiet', '--create', 'topic')
    origin.write({'b.md': catalogue([['典当', faulty]])})
    origin.commit()
    origin.git('switch', '--quiet', 'main')
    origin.write({'a.md': catalogue([['信托', faulty]])})
    origin.commit()
    const clone = join(workspace({}), 'clone')
    const url = `file://${origin.directory}`
    execFileSync('git', ['clone', '--quiet', '--depth=1', '--no-single-branch', '--branch=topic', url, clone])
    const host = fakeHost(clone)
    expect(await run(['--changed=origin/main', '--format=compact'], host)).toBe(0)
    expect(host.written.stderr).toContain('comparing with origin/main itself; in a shallow clone fetch more')
    // That the other branch has made it wrong meanwhile is not to be known: here the row counts as edited, and is right.
    expect(host.written.stdout).toMatch(/^b\.md:5:14: warning: .*\n$/)
  })

  it('takes all for new before the first commit', async () => {
    const {directory} = scratchRepository({'a.md': catalogue([['信托', faulty]])})
    const host = fakeHost(directory)
    await run(['--changed', '--format=compact'], host)
    expect(host.written.stdout).toMatch(/^a\.md:5:14: warning: .*\n$/)
    expect(host.written.stderr).toBe('')
  })

  it('takes files that git does not know as a whole, and none that it ignores', async () => {
    const text = catalogue([['信托', faulty]])
    const {findings, write} = project({'.gitignore': 'built/\n'})
    write({'a.md': text, 'built/b.md': text})
    expect(await findings('--changed')).toEqual(['a.md:5 license-spacing'])
  })

  it('works from a directory, with paths of any kind', async () => {
    const {catalint, directory, write} = project({
      'docs/中文 "a"\n.md': catalogue([
        ['信托', right],
        ['典当', faulty],
      ]),
    })
    write({
      'docs/中文 "a"\n.md': catalogue([
        ['信托', faulty],
        ['典当', faulty],
      ]),
    })
    const {stdout} = await catalint(['--changed', '--format=json'], {directory: join(directory, 'docs')})
    expect(JSON.parse(stdout)).toMatchObject({
      files: [{path: '中文 "a"\n.md', findings: [{start: {line: 5}}]}],
      summary: {files: 1, warnings: 1},
    })
  })

  it('compares standard input with the file that it stands for', async () => {
    const {catalint} = project({
      'docs/a.md': catalogue([
        ['信托', right],
        ['典当', faulty],
      ]),
    })
    const {stdout} = await catalint(['--changed', '-', '--stdin-filename=docs/a.md', '--format=compact'], {
      stdin: catalogue([
        ['信托', faulty],
        ['典当', faulty],
      ]),
    })
    expect(stdout).toMatch(/^docs\/a\.md:5:14: warning: .*\n$/)
  })

  it('says that a directory is in no repository', async () => {
    const host = fakeHost(workspace({'a.md': 'a'}))
    expect(await run(['--changed'], host)).toBe(2)
    expect(host.written.stderr).toBe('catalint: this directory is in no git repository; run it in one\n')
  })

  it('says which path lies outside the repository, and lints the others', async () => {
    const outside = join(workspace({'b.md': 'b'}), 'b.md')
    const {catalint, write} = project({'a.md': catalogue([['信托', right]])})
    write({'a.md': catalogue([['信托', faulty]])})
    const {status, stdout, stderr} = await catalint(['--changed', '--format=compact', outside, 'a.md'])
    expect(status).toBe(2)
    expect(stderr).toMatch(
      /^catalint: .*b\.md: lies outside the repository; name files of the repository that you are in, or leave out --changed\n$/,
    )
    expect(stdout).toMatch(/^a\.md:5:14: warning: .*\n$/)
  })

  it('refuses to record a baseline', async () => {
    expect((await project({}).catalint(['--changed', '--update-baseline'])).stderr).toBe(
      'catalint: --update-baseline records all findings, --changed looks at some; leave out one of them\n',
    )
  })

  it('takes what is in another repository within for unchanged, and says so', async () => {
    const {catalint, directory, write} = project({'a.md': catalogue([['信托', right]])})
    write({'a.md': catalogue([['信托', faulty]]), 'sub/b.md': catalogue([['信托', faulty]])})
    execFileSync('git', ['init', '--quiet', join(directory, 'sub')])
    const {stdout, stderr} = await catalint(['--changed', '--format=compact'])
    expect(stdout).toMatch(/^a\.md:5:14: warning: .*\n$/)
    expect(stderr).toBe(
      'catalint: sub: is another repository: nothing in it counts as changed; run catalint in it\n',
    )
  })
})
