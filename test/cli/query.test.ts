import {describe, expect, test} from 'vitest'
import {catalint} from './catalint.ts'

const catalogue = `# 服务类目

## 一级类目：金融业

| 二级类目 | 资质 |
| --- | --- |
| 信托 | 《金融许可证》 |
| 保险 | 《保险许可证》、《营业执照》 |
| 理财 | |
| 记账 | |

## 一级类目：IT科技

| 二级类目 | 资质 |
| --- | --- |
| 软件 | 《营业执照》 |
| 网店 | 《增值电信业务经营许可证》 |
`

const other = `## 一级类目：餐饮

| 二级类目 | 资质 |
| --- | --- |
| 外卖 | 《食品经营许可证》 |
`

interface Report {
  readonly held: readonly string[]
  readonly categories: readonly {
    readonly name: string | null
    readonly document: string
    readonly subcategories: readonly Row[]
  }[]
  readonly summary: Readonly<Record<string, number>>
}

interface Row {
  readonly name: string
  readonly status: string
  readonly ways: readonly {
    readonly when: readonly string[]
    readonly missing: readonly {readonly license?: string; readonly document?: string}[]
    readonly conditions: readonly unknown[]
  }[]
  readonly served: readonly unknown[]
  readonly ambiguous: boolean
}

async function ask(files: Parameters<typeof catalint>[0], ...argv: string[]) {
  const {status, stdout, stderr} = await catalint(files, ['query', '--format=json', ...argv])
  return {status, stderr, report: stdout ? (JSON.parse(stdout) as Report) : undefined}
}

/** The rows by name: what each is, and the licences that its ways lack. */
function rowsOf(report: Report | undefined): Readonly<Record<string, readonly [string, ...string[]]>> {
  const rows = (report?.categories ?? []).flatMap(({subcategories}) => subcategories)
  return Object.fromEntries(
    rows.map(({name, status, ways}) => [
      name,
      [
        status,
        ...ways.map(({missing}) => missing.map(({license, document}) => license ?? document).join('+')),
      ],
    ]),
  )
}

test('says what the licences open and what the others lack', async () => {
  const {status, stdout, stderr} = await catalint({'a.md': catalogue}, ['query', '--held', '营业执照'])
  expect({status, stderr}).toEqual({status: 0, stderr: ''})
  expect(stdout).toBe(
    `
金融业  a.md:3
  × 信托: missing 《金融许可证》
  × 保险: missing 《保险许可证》
  – 2 subcategories state no qualification

IT科技  a.md:12
  ✓ 软件: open
  × 网店: missing 《增值电信业务经营许可证》

1 open, 0 open on conditions, 3 missing something, 2 with no qualification stated
`.trimStart(),
  )
})

test('speaks Chinese', async () => {
  const {stdout} = await catalint({'a.md': catalogue}, [
    'query',
    '--held=营业执照',
    '--category=IT科技',
    '--lang=zh',
  ])
  expect(stdout).toBe(
    `
IT科技  a.md:12
  ✓ 软件：可开通
  × 网店：缺少《增值电信业务经营许可证》

可开通 1 个，有条件可开通 0 个，缺少资质 1 个，未注明资质 0 个
`.trimStart(),
  )
})

test('colours where that is wanted', async () => {
  const argv = ['query', '--held', '营业执照']
  expect((await catalint({'a.md': catalogue}, [...argv, '--color'])).stdout).toContain('\u001B[32m✓')
  expect((await catalint({'a.md': catalogue}, argv, {isTTY: true})).stdout).toContain('\u001B[32m✓')
  expect((await catalint({'a.md': catalogue}, [...argv, '--no-color'], {isTTY: true})).stdout).not.toContain(
    '\u001B',
  )
})

test('tells programs of every row', async () => {
  const {report} = await ask({'a.md': catalogue, 'b.md': other}, '--held', '营业执照')
  expect(report?.categories.map(({name, document}) => [document, name])).toEqual([
    ['a.md', '金融业'],
    ['a.md', 'IT科技'],
    ['b.md', '餐饮'],
  ])
  expect(rowsOf(report)).toEqual({
    信托: ['missing', '金融许可证'],
    保险: ['missing', '保险许可证'],
    理财: ['unstated'],
    记账: ['unstated'],
    软件: ['open'],
    网店: ['missing', '增值电信业务经营许可证'],
    外卖: ['missing', '食品经营许可证'],
  })
  expect(report?.summary).toEqual({open: 1, conditional: 0, missing: 4, unstated: 2})
})

describe('held names', () => {
  test.each([
    ['parted by any comma', ['--held', '《营业执照》，金融许可证、ICP备案']],
    ['given one by one', ['--held=营业执照', '--held', '金融许可证', '--held=ICP备案']],
  ])('may be %s', async (_what, argv) => {
    const {report, stderr} = await ask({'a.md': catalogue}, ...argv)
    expect(report?.held).toEqual(['营业执照', '金融许可证', 'ICP备案'])
    expect(rowsOf(report)).toMatchObject({信托: ['open'], 软件: ['open']})
    expect(stderr).toBe('')
  })

  test.each([
    ['en', [], 'catalint: --held names no licence; name those you hold, such as --held 营业执照,ICP备案\n'],
    ['zh', [], 'catalint: --held 没有给出任何资质；请写出所持的资质，如 --held 营业执照,ICP备案\n'],
    [
      'en',
      ['--held', '、,'],
      'catalint: --held names no licence; name those you hold, such as --held 营业执照,ICP备案\n',
    ],
    ['en', ['--held', ''], 'catalint: --held needs a value; write --held=A,B\n'],
  ])('are needed (%s, %j)', async (language, argv, expected) => {
    const result = await catalint({'a.md': catalogue}, ['query', `--lang=${language}`, ...argv])
    expect(result).toMatchObject({status: 2, stdout: '', stderr: expected})
  })

  test('that nothing knows are noted', async () => {
    const {status, stderr} = await ask({'a.md': catalogue}, '--held', '营业执照,赢业执照,无此证书ABC')
    expect(status).toBe(0)
    expect(stderr).toBe(
      'catalint: no document asks for 赢业执照, and the vocabulary does not know it; did you mean 营业执照?\n' +
        'catalint: no document asks for 无此证书ABC, and the vocabulary does not know it\n',
    )
    expect((await ask({'a.md': catalogue}, '--held=无此证书ABC', '--lang=zh')).stderr).toBe(
      'catalint: 没有文档要求 无此证书ABC，词表中也没有\n',
    )
  })

  test('that the vocabulary knows serve under other names', async () => {
    const {report, stderr} = await ask({'a.md': catalogue}, '--held', '增值电信业务许可证')
    expect(rowsOf(report)).toMatchObject({网店: ['open']})
    expect(stderr).toBe('')
    const kind = await catalint({'a.md': catalogue}, ['query', '--held=ICP证', '--category=IT科技'])
    expect(kind.stdout).toContain('  ✓ 网店: open\n      ICP证 serves as 《增值电信业务经营许可证》\n')
    const whole = catalogue.replace('《增值电信业务经营许可证》', '《ICP证》')
    expect(rowsOf((await ask({'a.md': whole}, '--held=增值电信业务经营许可证')).report)).toMatchObject({
      网店: ['missing', 'ICP证'],
    })
  })

  test('cannot write to the terminal', async () => {
    const held = '\u001B[2J\u202E证,\u0007\r'
    for (const format of ['pretty', 'json']) {
      const argv = ['query', '--held', held, `--format=${format}`]
      const {stdout, stderr} = await catalint({'a.md': catalogue}, argv)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what is looked for
      expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/)
    }
  })
})

describe('a category', () => {
  test('is one of those named, in any width and case', async () => {
    const {report} = await ask({'a.md': catalogue}, '--held=营业执照', '--category', 'ｉｔ 科技')
    expect(report?.categories.map(({name}) => name)).toEqual(['IT科技'])
    const two = await ask(
      {'a.md': catalogue, 'b.md': other},
      '--held=甲',
      '--category=餐饮',
      '--category=金融业',
    )
    expect(two.report?.categories.map(({name}) => name)).toEqual(['金融业', '餐饮'])
  })

  test.each([
    ['en', '金融', 'catalint: the documents have no category 金融; did you mean 金融业?\n'],
    ['zh', '金融', 'catalint: 文档中没有类目 金融；是否想用 金融业？\n'],
    ['en', '远洋运输服务', 'catalint: the documents have no category 远洋运输服务\n'],
  ])('has to be there (%s, %s)', async (language, name, expected) => {
    const argv = ['query', '--held=营业执照', `--category=${name}`, `--lang=${language}`]
    expect(await catalint({'a.md': catalogue}, argv)).toMatchObject({status: 2, stdout: '', stderr: expected})
  })
})

describe('a document', () => {
  test('that cannot be read hides no other', async () => {
    const {status, stderr, report} = await ask({'a.md': catalogue}, 'gone.md', 'a.md', '--held=营业执照')
    expect({status, stderr}).toEqual({status: 2, stderr: 'catalint: gone.md: no such file or directory\n'})
    expect(rowsOf(report)).toMatchObject({软件: ['open']})
  })

  test('that is nested too deeply hides no other', async () => {
    const files = {'a.md': catalogue, 'deep.md': `${'>'.repeat(12_000)} x\n`}
    const {status, stderr, report} = await ask(files, 'deep.md', 'a.md', '--held=营业执照')
    expect({status, stderr}).toEqual({
      status: 2,
      stderr: 'catalint: deep.md: its lists or quotes are nested too deeply; write them flatter\n',
    })
    expect(rowsOf(report)).toMatchObject({软件: ['open']})
  })

  test('alone that cannot be read has no answer', async () => {
    const result = await catalint({}, ['query', 'gone.md', '--held=甲', '--category=乙'])
    expect(result).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'catalint: gone.md: no such file or directory\n',
    })
    const {status, report} = await ask({}, 'gone.md', '--held=甲', '--category=乙')
    expect({status, categories: report?.categories}).toEqual({status: 2, categories: []})
  })

  test('may come from standard input', async () => {
    const argv = ['query', '-', '--held=营业执照', '--format=json', '--stdin-filename=x.md']
    const {stdout} = await catalint({}, argv, {stdin: catalogue})
    expect((JSON.parse(stdout) as Report).categories[0]?.document).toBe('x.md')
  })

  test('may hold no category', async () => {
    const {status, stdout} = await catalint({'a.md': '# 文\n'}, ['query', '--held=营业执照'])
    expect({status, stdout}).toEqual({status: 0, stdout: 'No categories found\n'})
  })
})

test('reads choices, cases, conditions and doubt', async () => {
  const texts = {
    选择: '《甲许可证》或《乙许可证》',
    分类: '旅行社提供《甲许可证》；非旅行社提供《丙许可证》',
    条件: '《甲许可证》，且经营范围包含：网络表演',
    两读: '《甲许可证》或《乙许可证》及《丙许可证》',
  }
  const rows = Object.entries(texts).map(([name, text]) => `| ${name} | ${text} |\n`)
  const table = `## 一级类目：服务\n\n| 二级类目 | 资质 |\n| --- | --- |\n${rows.join('')}`
  const {report} = await ask({'a.md': table}, '--held=甲许可证')
  const found = Object.fromEntries((report?.categories[0]?.subcategories ?? []).map((row) => [row.name, row]))
  expect(found.选择).toMatchObject({status: 'open', ambiguous: false})
  expect(found.分类).toMatchObject({status: 'conditional', ways: [{when: ['旅行社'], missing: []}]})
  expect(found.条件).toMatchObject({status: 'conditional', ways: [{when: [], missing: []}]})
  expect(found.条件?.ways[0]?.conditions).toHaveLength(1)
  expect(found.两读).toMatchObject({ambiguous: true})
})

test('has help in both languages', async () => {
  expect((await catalint({}, ['query', '--help'])).stdout).toContain(
    'Usage: catalint query [PATH…] [OPTION…]',
  )
  const chinese = (await catalint({}, ['query', '--help', '--lang=zh'])).stdout
  expect(chinese).toContain('--held A,B')
  for (const line of chinese.split('\n')) expect(line.length).toBeLessThanOrEqual(110)
})
