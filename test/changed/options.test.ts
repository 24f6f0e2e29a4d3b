import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {catalogue, project} from './project.ts'

const faulty = '《金融许可证 》'
const right = '《金融许可证》'

const old = [
  ['信托', faulty],
  ['典当', right],
] as const

/** A row is added, and the second one edited. */
const edited = [
  ['信托', faulty],
  ['典当', faulty],
  ['保理', faulty],
] as const

const mended = [
  ['信托', faulty],
  ['典当', right],
  ['保理', right],
] as const

describe('with --fix', () => {
  it('what is reported is fixed, and nothing else', async () => {
    const {catalint, directory, write} = project({'a.md': catalogue(old), 'b.md': catalogue(edited)})
    write({'a.md': catalogue(edited)})
    const {status, stdout} = await catalint(['--changed', '--fix'])
    expect(readFileSync(join(directory, 'a.md'), 'utf8')).toBe(catalogue(mended))
    expect(readFileSync(join(directory, 'b.md'), 'utf8')).toBe(catalogue(edited))
    expect(stdout).toBe(
      'Applied 2 fixes in 1 file\nNo problems found in 1 file\n1 problem on unchanged lines not shown\n',
    )
    expect(status).toBe(0)
  })

  it('a fix elsewhere does not bring the old findings of the line that it writes', async () => {
    // Line 5 has an old finding, and comes to end otherwise than most.
    const [stopped, bare] = ['请提供《金融许可证》。', '请提供《金融许可证》']
    const first = ['信托', '请提供《金融许可证 》。'] as const
    const text = (...others: readonly string[]) =>
      catalogue([
        first,
        ...others.map(
          (qualification, index) => [['典当', '保理', '证券'][index] ?? '', qualification] as const,
        ),
      ])
    const {catalint, directory, findings, write} = project({'a.md': text(stopped, stopped, bare)})
    write({'a.md': text(bare, bare, bare)})
    expect(await findings('--changed')).toEqual(['a.md:5 requirement-ending'])
    await catalint(['--changed', '--fix'])
    expect(readFileSync(join(directory, 'a.md'), 'utf8')).toBe(
      text(bare, bare, bare).replace('《金融许可证 》。', '《金融许可证 》'),
    )
  })

  it('a dry run tells the same', async () => {
    const {catalint, directory, write} = project({'a.md': catalogue(old)})
    write({'a.md': catalogue(edited)})
    const {status, stdout, stderr} = await catalint(['--changed', '--dry-run'])
    expect(stdout.split('\n').filter((line) => line.startsWith('+|'))).toEqual([
      `+| 典当 | ${right} |`,
      `+| 保理 | ${right} |`,
    ])
    expect(stderr).toBe('catalint: 2 to fix, which would leave 0 errors and 0 warnings\n')
    expect(status).toBe(1)
    expect(readFileSync(join(directory, 'a.md'), 'utf8')).toBe(catalogue(edited))
  })
})

describe('with a baseline', () => {
  it('what it knows is left out as well, and what is gone is noticed in any document', async () => {
    const {catalint, commit, write} = project({'a.md': catalogue(edited), 'b.md': catalogue(old)})
    await catalint(['--update-baseline'])
    write({'b.md': catalogue([['信托', right]])})
    commit()
    write({'a.md': catalogue([...edited, ['证券', faulty]]).replace('保理 |', '保理|')})
    const {stdout, stderr} = await catalint([
      '--changed',
      '--baseline=catalint-baseline.json',
      '--format=compact',
    ])
    expect(stdout).toMatch(/^a\.md:8:14: warning: .*\n$/)
    expect(stderr).toBe(
      'catalint: catalint-baseline.json: 1 known finding is found no more; remove what is gone with --update-baseline\n',
    )
  })

  it('of findings that are alike it knows first those that are left out anyway', async () => {
    // The old row is known. Another that is like it in all that a baseline looks at is put before it.
    const {catalint, commit, findings, write} = project({'a.md': catalogue([['信托', faulty]])})
    await catalint(['--update-baseline'])
    commit()
    const rows = [
      ['典当', right],
      ['信托', faulty],
    ] as const
    write({'a.md': catalogue(rows).replace('| 典当', `|信托 | ${faulty} |\n| 典当`)})
    const argv = ['--baseline=catalint-baseline.json', '--rule=no-duplicate-key: off']
    expect(await findings(...argv)).toEqual(['a.md:7 license-spacing'])
    expect(await findings('--changed', ...argv)).toEqual(['a.md:5 license-spacing'])
  })
})

describe('in every format', () => {
  it('what is kept alone counts', async () => {
    const {catalint, write} = project({'a.md': catalogue(old), 'b.md': catalogue(old)})
    write({'a.md': catalogue(edited)})
    const {stdout} = await catalint(['--changed', '--format=json'])
    expect(JSON.parse(stdout)).toMatchObject({
      files: [{path: 'a.md', findings: [{start: {line: 6}}, {start: {line: 7}}]}],
      summary: {files: 1, errors: 0, warnings: 2, infos: 0, fixable: 2},
    })
    expect((await catalint(['--changed', '--max-warnings=2'])).status).toBe(0)
    expect((await catalint(['--changed', '--max-warnings=1'])).status).toBe(1)
  })

  it('--quiet counts no warning among what is not shown', async () => {
    const {catalint, write} = project({'a.md': catalogue(old)})
    write({'a.md': catalogue(edited)})
    expect((await catalint(['--changed', '--quiet'])).stdout).toBe('No errors found in 1 file\n')
  })
})
