import {describe, expect, it} from 'vitest'
import type {Finding} from '../../src/finding.ts'
import {fileOf, findingAt, plain, pretty} from './build.ts'

const source = [
  '# 服务',
  '',
  '| 类目 | 资质 |',
  '|--|--|',
  '| 信托 | 甲 |',
  '| 基金 | 乙 |',
  '| 信托 | 丙 |',
  '',
].join('\n')

const first = findingAt(source, '信托')
const duplicate = findingAt(
  source,
  '信托',
  {
    rule: 'no-duplicate-key',
    message: 'Duplicate key “信托”, expected one row a key',
    help: 'merge the rows',
    category: '金融业',
    key: '信托',
    column: '类目',
    related: [{path: 'a.md', start: first.start, end: first.end, message: 'first stated here'}],
  },
  1,
)

describe('a finding', () => {
  it('shows where it stands, both places and what to do', () => {
    expect(pretty([fileOf(source, [duplicate])], plain)).toBe(
      `
a.md:7:3 error no-duplicate-key  金融业 › 信托 › 类目
  × Duplicate key “信托”, expected one row a key
    5 │ | 信托 | 甲 |
      │   ---- first stated here
  > 7 │ | 信托 | 丙 |
      │   ^^^^
  help: merge the rows

1 error in 1 file
`.trimStart(),
    )
  })

  it('speaks Chinese', () => {
    expect(
      pretty([fileOf(source, [{...duplicate, level: 'warning', related: []}])], {...plain, language: 'zh'}),
    ).toBe(
      `
a.md:7:3 警告 no-duplicate-key  金融业 › 信托 › 类目
  ! Duplicate key “信托”, expected one row a key
  > 7 │ | 信托 | 丙 |
      │   ^^^^
  建议：merge the rows

1 个文件有 1 个警告
`.trimStart(),
    )
  })

  it('shows two places of one line in one frame', () => {
    const line = '甲、乙、甲'
    const {start, end} = findingAt(line, '甲')
    const finding = findingAt(line, '甲', {related: [{path: 'a.md', start, end, message: 'first here'}]}, 1)
    expect(pretty([fileOf(line, [finding])], plain)).toContain(
      `
  > 1 │ 甲、乙、甲
      │ -- first here
      │         ^^

`,
    )
  })

  it('shows a place in another file, with its line where that file was linted', () => {
    const finding = findingAt('x', 'x', {
      related: [
        {path: 'b.md', start: first.start, end: first.end, message: 'defined here'},
        {path: 'c.md', start: first.start, end: first.end, message: 'not here'},
      ],
    })
    expect(pretty([fileOf('x', [finding]), fileOf(source, [], 'b.md')], plain)).toContain(
      `
  > 1 │ x
      │ ^
  b.md:5:3
    5 │ | 信托 | 甲 |
      │   ---- defined here
  c.md:5:3 not here

1 error in 1 of 2 files
`,
    )
  })

  it('puts a label that does not fit below the marks', () => {
    const message = '这个类目在本文件中首次出现的位置'
    const {start, end} = findingAt('一二三四五六七八九', '九')
    const finding = findingAt('一二三四五六七八九', '一', {related: [{path: 'a.md', start, end, message}]})
    expect(pretty([fileOf('一二三四五六七八九', [finding])], {...plain, width: 42})).toContain(
      `
      │                 --
      │   ${message}
`,
    )
  })

  it('counts related places beyond the fourth, but for --all', () => {
    const related = Array.from({length: 6}, () => ({...first, path: 'a.md', message: 'here'}))
    const report = pretty([fileOf(source, [{...duplicate, related}])], plain)
    expect(report.match(/---- here/g)).toHaveLength(4)
    expect(report).toContain('\n  … and 2 more places\n')
    expect(
      pretty([fileOf(source, [{...duplicate, related}])], {...plain, all: true}).match(/---- here/g),
    ).toHaveLength(6)
  })

  it('crops a long key and shows its line breaks', () => {
    const finding = {...duplicate, category: '甲\n乙', key: '长'.repeat(10_000)}
    expect(pretty([fileOf(source, [finding])], plain).split('\n')[0]).toBe(
      `a.md:7:3 error no-duplicate-key  甲↵乙 › ${'长'.repeat(19)}… › 类目`,
    )
  })
})

describe('the summary', () => {
  const of = (levels: readonly Finding['level'][], safe = 0) =>
    levels.map((level, index) =>
      findingAt(source, '基金', index < safe ? {level, fix: {safe: true, edits: []}} : {level}),
    )
  const last = (findings: readonly Finding[], options = {}) =>
    pretty([fileOf(source, findings), fileOf('', [], 'b.md')], {...plain, ...options})
      .trimEnd()
      .split('\n')
      .at(-1)

  it.each([
    [[], 0, 'No problems found in 2 files', '检查了 2 个文件，未发现问题'],
    [['error'], 0, '1 error in 1 of 2 files', '2 个文件中的 1 个有 1 个错误'],
    [
      ['info', 'info'],
      1,
      '2 infos in 1 of 2 files; 1 has a safe fix',
      '2 个文件中的 1 个有 2 条提示；其中 1 处可安全修复',
    ],
    [
      ['error', 'error', 'warning', 'info'],
      2,
      '2 errors, 1 warning and 1 info in 1 of 2 files; 2 have a safe fix',
      '2 个文件中的 1 个有 2 个错误、1 个警告、1 条提示；其中 2 处可安全修复',
    ],
  ] as const)('of %j', (levels, safe, english, chinese) => {
    expect(last(of(levels, safe))).toBe(english)
    expect(last(of(levels, safe), {language: 'zh'})).toBe(chinese)
  })

  it('has errors only where only they are wanted', () => {
    expect(last(of(['error', 'warning']), {quiet: true})).toBe('1 error in 1 of 2 files')
    expect(last(of(['warning']), {quiet: true})).toBe('No errors found in 2 files')
  })

  it('says that there was nothing to do', () => {
    expect(pretty([], plain)).toBe('No files to check\n')
  })
})

describe('colour', () => {
  it('is left out unless wanted', () => {
    const files = [fileOf(source, [duplicate])]
    const colored = pretty(files, {...plain, color: true})
    expect(pretty(files, plain)).not.toContain('\u001B')
    expect(colored).toContain('\u001B[31m')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what is looked for
    expect(colored.replace(/\u001B\[\d+m/g, '')).toBe(pretty(files, plain))
  })
})
