import {describe, expect, it} from 'vitest'
import {catalogue, nameOf, project} from './project.ts'

/** A blank within 《 》 is a warning of `license-spacing`. */
const faulty = '《金融许可证 》'

/** 200 rows on lines 5 to 204, each with a finding. */
const rows = Array.from({length: 200}, (_, index) => [nameOf(index), faulty] as const)

const old = catalogue(rows)

describe('a document with 200 old findings', () => {
  it('has them all without --changed', async () => {
    const {findings} = project({'a.md': old})
    expect(await findings()).toHaveLength(200)
  })

  it('says nothing where nothing has changed', async () => {
    const {catalint} = project({'a.md': old})
    expect(await catalint(['--changed', '--max-warnings=0'])).toEqual({
      status: 0,
      stdout: 'No files to check\n',
      stderr: '',
    })
  })

  it('reports of an edited row only what that row has', async () => {
    const {catalint, findings, write} = project({'a.md': old})
    write({'a.md': old.replace(`| ${nameOf(100)} |`, '| 信托 |')})
    expect(await findings('--changed')).toEqual(['a.md:105 license-spacing'])
    const {status, stdout} = await catalint(['--changed', '--max-warnings=0'])
    expect(status).toBe(1)
    expect(stdout).toContain('a.md:105:14 warning license-spacing')
    expect(stdout.split('\n').slice(-3)).toEqual([
      '1 warning in 1 file; 1 has a safe fix',
      '199 problems on unchanged lines not shown',
      '',
    ])
    expect((await catalint(['--changed', '--lang=zh'])).stdout).toContain(
      '\n另有 199 处问题位于未改动的行，未显示\n',
    )
  })

  it('reports nothing where the edited row is right', async () => {
    const {catalint, write} = project({'a.md': old})
    write({'a.md': old.replace(`| ${nameOf(100)} | ${faulty} |`, '| 信托 | 《金融许可证》 |')})
    const {status, stdout} = await catalint(['--changed', '--max-warnings=0'])
    expect(status).toBe(0)
    expect(stdout).toBe('No problems found in 1 file\n199 problems on unchanged lines not shown\n')
  })

  it('keeps quiet of rows under a heading that is renamed, and of rows that have moved', async () => {
    const {findings, write} = project({'a.md': old})
    write({'a.md': `# 服务类目\n\n${old.replace('金融业', '金融')}`})
    expect(await findings('--changed')).toEqual([])
    write({'a.md': old.replace(`| ${nameOf(0)} | ${faulty} |\n`, '')})
    expect(await findings('--changed')).toEqual([])
  })

  it('reports a row that is added, and what it breaks elsewhere', async () => {
    const {findings, write} = project({'a.md': old})
    write({'a.md': `${old}| ${nameOf(7)} | 《营业执照》 |\n`})
    expect(await findings('--changed')).toEqual(['a.md:205 no-duplicate-key'])
    // Put in front, it is the old row that repeats it.
    write({'a.md': old.replace('| --- | --- |\n', `| --- | --- |\n| ${nameOf(7)} | 《营业执照》 |\n`)})
    expect(await findings('--changed')).toEqual(['a.md:13 no-duplicate-key'])
  })

  it('reports what a heading was good for when it is deleted', async () => {
    const {findings, write} = project({'a.md': old})
    write({'a.md': old.replace('## 一级类目：金融业\n\n', '')})
    expect(await findings('--changed')).toEqual(['a.md:1 no-orphan-table'])
  })

  it('reports what a blank line was good for when it is deleted', async () => {
    const text = `${old}\n说明文字\n`
    const {findings, write} = project({'a.md': text})
    expect(await findings()).toHaveLength(200)
    // Now the line is a row of the table, with a cell too few.
    write({'a.md': text.replace('\n\n说明', '\n说明')})
    expect(await findings('--changed')).toEqual(['a.md:205 no-ragged-row'])
  })
})
