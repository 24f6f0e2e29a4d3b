import {describe, expect, it} from 'vitest'
import {lintText, readDefinitions, type TableDeclarations} from '../../src/index.ts'
import {lintBeside} from './beside.ts'

const catalogue = `# 服务类目

## 一级类目：娱乐

| 二级类目 | 资质 |
| --- | --- |
| 直播 | 《网络文化经营许可证》 |
| 直播答题 | 《网络文化经营许可证》 |
`

const page = `# 直播组件

|一级类目|二级类目|
|--|--|
|娱乐|直播、直播答题|
`

const lost = catalogue.replace(/^\| 直播答题.*\n/m, '')

function unknownIn(
  source: string,
  others: readonly string[],
  tables: TableDeclarations = {},
): readonly string[] {
  return lintBeside(source, others, tables)
    .filter(({rule}) => rule === 'unknown-reference')
    .map(({start, end, level}) => `${level} ${source.slice(start.offset, end.offset)}`)
}

describe('a page that refers to the catalogue', () => {
  it('is right as long as the catalogue has what it names', () => {
    expect(unknownIn(page, [catalogue])).toEqual([])
  })

  it('is wrong in exactly the word that the catalogue lost', () => {
    expect(unknownIn(page, [lost])).toEqual(['error 直播答题'])
  })

  it('says nothing without a catalogue', () => {
    expect(unknownIn(page, [])).toEqual([])
    expect(lintText(page).findings).toEqual([])
  })

  it.each([
    ['links', page.replace('直播答题', '[直播答题](./quiz.md)'), '直播答题'],
    ['line breaks', page.replace('、', '<br>'), '直播答题'],
    ['CRLF', page.replaceAll('\n', '\r\n'), '直播答题'],
    ['a byte order mark', `\uFEFF${page}`, '直播答题'],
    ['blanks', page.replace('、直播答题', '、 直播答题 '), '直播答题'],
  ])('is wrong in that word with %s', (_, source, word) => {
    const [found, ...more] = unknownIn(source, [lost])
    expect(found).toContain(word)
    expect(more).toEqual([])
  })

  it('counts names and groups of a catalogue of three levels', () => {
    const three = `| 一级类目 | 二级类目 | 三级类目 | 资质 |
| --- | --- | --- | --- |
| 娱乐 | 直播 | 秀场 | 《网络文化经营许可证》 |
| | | 答题 | 《网络文化经营许可证》 |
`
    expect(unknownIn(page.replace('、直播答题', '、秀场、答题'), [three])).toEqual([])
    expect(unknownIn(page, [three])).toEqual(['error 直播答题'])
  })

  it('knows a category by its heading alone', () => {
    const empty = `${lost}\n## 一级类目：影视\n`
    expect(unknownIn(page.replace('直播答题|', '直播|\n|影视||'), [empty])).toEqual([])
  })
})

const properties: TableDeclarations = {
  components: {
    columns: [{name: 'component', headers: ['组件'], role: 'key', unique: 'dataset'}, {name: '说明'}],
  },
  support: {
    columns: [
      {name: 'platform', headers: ['平台']},
      {
        name: 'components',
        headers: ['支持的组件'],
        separator: '、',
        references: {table: 'components', column: 'component'},
      },
    ],
  },
}

const components = '| 组件 | 说明 |\n| --- | --- |\n| map | 地图 |\n| video | 视频 |\n'

describe('a declared reference', () => {
  it('is an error however few of the names are known', () => {
    const support = '| 平台 | 支持的组件 |\n| --- | --- |\n| iOS | maps、videos、map |\n'
    expect(unknownIn(support, [components], properties)).toEqual(['error maps', 'error videos'])
    expect(unknownIn(support.replace('、map', ''), [components], properties)).toEqual([
      'error maps',
      'error videos',
    ])
  })

  it('is not judged where no document defines anything', () => {
    const support = '| 平台 | 支持的组件 |\n| --- | --- |\n| iOS | maps |\n'
    expect(unknownIn(support, [], properties)).toEqual([])
  })
})

describe('a key that is declared unique in the dataset', () => {
  const more = '| 组件 | 说明 |\n| --- | --- |\n| canvas | 画布 |\n| map | 地图 |\n'
  const sources = [
    {source: components, path: 'a.md'},
    {source: more, path: 'b.md'},
  ]
  const options = {tables: properties, definitions: readDefinitions(sources, {tables: properties})}

  it('is reported in the document that states it again, with the place of the first', () => {
    const {findings} = lintText(more, {path: 'b.md', ...options})
    expect(findings).toMatchObject([
      {
        rule: 'no-duplicate-key',
        start: {line: 4, column: 3},
        message: 'Duplicate `map` in the column `组件`, first stated on line 3 of a.md',
      },
    ])
    expect(lintText(components, {path: 'a.md', ...options}).findings).toEqual([])
  })
})

describe('a declared reference of exact names', () => {
  const tables: TableDeclarations = {
    errors: {columns: [{name: 'code', headers: ['错误码'], role: 'key', separator: '、'}, {name: '含义'}]},
    apis: {
      columns: [
        {name: 'module', headers: ['模块'], role: 'category', inherits: true},
        {name: 'errors', headers: ['错误'], separator: '、', references: {table: 'errors', column: 'code'}},
      ],
    },
  }
  const errors = '| 错误码 | 含义 |\n| --- | --- |\n| E1、E2 | 无效 |\n| 非法状态 | 状态 |\n'
  const api = (cell: string) => `| 模块 | 错误 |\n| --- | --- |\n| 支付 | ${cell} |\n`

  it.each([
    ['E1、E2', []],
    ['非法状态', []],
    ['E1、E9', ['error E9']],
    ['e1', ['error e1']],
    ['E1类', ['error E1类']],
    ['E1(x)', ['error E1(x)']],
    ['非法状况', ['error 非法状况']],
    ['除湿几', ['error 除湿几']],
  ])('is looked up as it is written, in whatever category the row is: %s', (cell, found) => {
    expect(unknownIn(api(cell), [errors], tables)).toEqual(found)
  })
})

it('a catalogue under a name of its own is a catalogue still', () => {
  const mine = catalogue.replace('二级类目', '业务')
  const tables: TableDeclarations = {
    mine: {extends: 'categories', columns: [{name: 'subcategory', headers: ['业务']}]},
  }
  expect(unknownIn(page, [mine], tables)).toEqual([])
  expect(unknownIn(page.replace('直播答题', '直拨'), [mine], tables)).toEqual(['error 直拨'])
})
