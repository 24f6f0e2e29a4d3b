import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {catalogue, nameOf, project} from './project.ts'

const right = '《金融许可证》'

/** Rows on lines 5 and on, none of which has a finding. */
function rows(count: number, qualification = right): readonly (readonly [string, string])[] {
  return Array.from({length: count}, (_, index) => [nameOf(index), qualification])
}

describe('an edit that breaks what is elsewhere in the document', () => {
  it('tips the majority: the rows that end otherwise now are reported', async () => {
    const [stopped, bare] = ['请提供《金融许可证》。', '请提供《金融许可证》']
    const before = [...rows(3, stopped), ['信托', bare], ['典当', bare]] as const
    const {findings, write} = project({'a.md': catalogue(before)})
    expect(await findings()).toEqual(['a.md:8 requirement-ending', 'a.md:9 requirement-ending'])
    // Five texts and three of them with a stop; then six and four without.
    write({
      'a.md': catalogue([
        ...rows(2, stopped),
        [nameOf(2), bare],
        ['信托', bare],
        ['典当', bare],
        ['保理', bare],
      ]),
    })
    expect(await findings('--changed')).toEqual(['a.md:5 requirement-ending', 'a.md:6 requirement-ending'])
  })

  it('keeps quiet of rows that end otherwise while the majority stays', async () => {
    const [stopped, bare] = ['请提供《金融许可证》。', '请提供《金融许可证》']
    const before = [...rows(5, stopped), ['信托', bare]] as const
    const {findings, write} = project({'a.md': catalogue(before)})
    write({'a.md': catalogue([...before, ['典当', stopped]])})
    expect(await findings('--changed')).toEqual([])
  })

  it('renames a row to what a later one is called, by the letter or nearly', async () => {
    const before = [
      ['出境WiFi', right],
      ['信托', right],
      ['典当', right],
    ] as const
    const {findings, write} = project({'a.md': catalogue(before)})
    write({
      'a.md': catalogue([
        ['出境WiFi', right],
        ['典当', '《营业执照》'],
        ['典当', right],
      ]),
    })
    expect(await findings('--changed')).toEqual(['a.md:7 no-duplicate-key'])
    write({
      'a.md': catalogue([
        ['信托-业务', right],
        ['信托', right],
        ['典当', right],
        ['信托业务', right],
      ]),
    })
    expect(await findings('--changed')).toEqual(['a.md:8 no-confusable-key'])
  })

  it('edits the first of two rows with one name: the second speaks of it', async () => {
    const before = [
      ['信托', right],
      ['信托', '《营业执照》'],
      ['典当', right],
      ['典当', '《营业执照》'],
    ] as const
    const {findings, write} = project({'a.md': catalogue(before)})
    write({'a.md': catalogue([['信托', '《典当经营许可证》'], ...before.slice(1)])})
    expect(await findings('--changed')).toEqual(['a.md:6 no-duplicate-key'])
  })

  it('mends what a comment was there for', async () => {
    const comment = '<!-- catalint-disable license-spacing -->'
    const text = `${comment}\n\n${catalogue([['信托', '《金融许可证 》']])}`
    const {findings, write} = project({'a.md': text})
    expect(await findings()).toEqual([])
    write({'a.md': text.replace(' 》', '》')})
    expect(await findings('--changed')).toEqual(['a.md:1 unused-directive'])
  })

  it('takes a comment away that silenced other lines', async () => {
    const comment = '<!-- catalint-disable license-spacing -->'
    const text = `${comment}\n\n${catalogue([['信托', '《金融许可证 》']])}`
    const {findings, write} = project({'a.md': text})
    write({'a.md': text.replace(`${comment}\n\n`, '')})
    expect(await findings('--changed')).toEqual(['a.md:5 license-spacing'])
  })

  it('renames a heading to what a later one is called', async () => {
    const text = (first: string) =>
      `${catalogue([['信托', right]])}\n${catalogue([['典当', right]])}`.replace('金融业', first)
    const {findings, write} = project({'a.md': text('电商')})
    expect(await findings()).toEqual([])
    write({'a.md': text('金融业')})
    expect(await findings('--changed')).toEqual(['a.md:7 no-duplicate-category'])
  })
})

const page = (names: string) => `# 直播组件\n\n|一级类目|二级类目|\n|--|--|\n|娱乐|${names}|\n`

const entertainment = (...names: readonly string[]) =>
  [
    '## 一级类目：娱乐',
    '',
    '| 二级类目 | 资质 |',
    '| --- | --- |',
    ...names.map((name) => `| ${name} | ${right} |`),
    '',
  ].join('\n')

describe('an edit that breaks a reference of another document', () => {
  it('is reported there', async () => {
    const files = {'a.md': page('直播、答题'), 'b.md': entertainment('直播', '答题', '视频')}
    const {findings, write} = project(files)
    expect(await findings()).toEqual([])
    write({'b.md': entertainment('直播', '视频')})
    expect(await findings('--changed')).toEqual(['a.md:5 unknown-reference'])
    // Named alone, the page is judged by no catalogue.
    expect(await findings('--changed', 'a.md')).toEqual([])
  })

  it('says nothing of references that were broken before', async () => {
    const files = {'a.md': page('直播、答题、竞猜、视频'), 'b.md': entertainment('直播', '答题', '视频')}
    const {catalint, findings, write} = project(files)
    expect(await findings()).toEqual(['a.md:5 unknown-reference'])
    write({'b.md': entertainment('直播', '视频', '答题')})
    expect((await catalint(['--changed'])).stdout).toBe('No problems found in 1 file\n')
    // Half of the names are known still; with fewer the table would speak of another catalogue, which is new too.
    write({'b.md': entertainment('直播', '视频')})
    expect((await catalint(['--changed', '--format=compact'])).stdout).toMatch(/^a\.md:5:8: .*`答题`.*\n$/)
    write({'b.md': entertainment('直播')})
    expect((await catalint(['--changed', '--format=compact'])).stdout).toMatch(/^a\.md:3:1: info: .*\n$/)
  })

  it('may be that the document is gone, or is called otherwise', async () => {
    const files = {
      'a.md': page('直播、答题'),
      'b.md': entertainment('答题'),
      'c.md': entertainment('直播', '视频'),
    }
    const {directory, findings, git} = project(files)
    expect(await findings()).toEqual([])
    git('mv', 'b.md', 'd.md')
    expect(await findings('--changed')).toEqual([])
    expect(await findings('--staged')).toEqual([])
    git('rm', '--quiet', '--cached', 'd.md')
    rmSync(join(directory, 'd.md'))
    expect(await findings('--changed')).toEqual(['a.md:5 unknown-reference'])
    expect(await findings('--staged')).toEqual(['a.md:5 unknown-reference'])
    expect(await findings('--changed', '*.md')).toEqual(['a.md:5 unknown-reference'])
  })

  it('is found in whichever part of the documents the page is', async () => {
    const files = {'a.md': page('直播、答题'), 'b.md': entertainment('直播', '答题', '视频')}
    const {findings, write} = project(files)
    write({'b.md': entertainment('直播', '视频')})
    expect(await findings('--changed', '--shard=1/2')).toEqual(['a.md:5 unknown-reference'])
    expect(await findings('--changed', '--shard=2/2')).toEqual([])
  })
})
