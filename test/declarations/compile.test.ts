import {describe, expect, it} from 'vitest'
import {ConfigurationError, lintText, readDataset, type TableDeclarations} from '../../src/index.ts'
import {checkText} from '../../src/lint-text.ts'

const categoryTable = `## 一级类目：金融业

| 业务 | 需交证照 |
| --- | --- |
| 信托 | 请上传《金融许可证》。 |
`

/** Declarations that each extend the next, the last of which is still to be declared. */
function chain(length: number): TableDeclarations {
  return Object.fromEntries(
    Array.from({length}, (_, index) => [`t${index}`, {extends: `t${index + 1}`}] as const),
  )
}

function rowsOf(source: string, tables: TableDeclarations): number {
  return checkText(source, {tables}).document.records.length
}

describe('a declaration', () => {
  it('adds header words to the built-in one that it extends', () => {
    const tables: TableDeclarations = {
      categories: {
        extends: 'categories',
        columns: [
          {name: 'subcategory', headers: ['业务']},
          {name: 'qualification', headers: ['需交证照']},
        ],
      },
    }
    const [category] = readDataset(categoryTable, {tables}).categories
    expect(category).toMatchObject({
      name: '金融业',
      subcategories: [{name: '信托', requirement: {license: '金融许可证'}}],
    })
    expect(lintText(categoryTable, {tables}).findings).toEqual([])
    const usual = categoryTable.replace('业务', '二级类目').replace('需交证照', '资质')
    expect(lintText(usual, {tables}).findings).toEqual([])
  })

  it('takes the built-in one away by saying false', () => {
    const usual = categoryTable.replace('业务', '二级类目').replace('需交证照', '资质')
    expect(rowsOf(usual, {})).toBe(1)
    expect(rowsOf(usual, {categories: false})).toBe(0)
  })

  it('replaces the built-in one of its name where it extends nothing', () => {
    const tables: TableDeclarations = {
      categories: {columns: [{name: 'subcategory', headers: ['业务'], role: 'key'}]},
    }
    expect(rowsOf(categoryTable, tables)).toBe(1)
    expect(rowsOf(categoryTable.replace('业务', '二级类目').replace('需交证照', '资质'), tables)).toBe(0)
  })

  it('leaves the built-in one that it takes away to be extended', () => {
    const tables: TableDeclarations = {categories: false, mine: {extends: 'categories'}}
    const usual = categoryTable.replace('业务', '二级类目').replace('需交证照', '资质')
    const {tables: found} = checkText(usual, {tables}).document
    expect(found.map(({contract}) => [contract.name, ...contract.kinds])).toEqual([
      ['mine', 'mine', 'categories'],
    ])
    expect(readDataset(usual, {tables}).categories).toMatchObject([{name: '金融业'}])
  })

  it('may be put together from a hundred', () => {
    const last = {t99: {columns: [{name: 'subcategory', headers: ['业务']}]}}
    const tables = {...chain(99), ...last}
    expect(rowsOf(categoryTable, tables)).toBe(1)
  })

  it('has no header word of marks alone', () => {
    const tables: TableDeclarations = {
      t: {columns: [{name: 'a', headers: ['业务', '（一）'], headerEndings: ['：']}], excludedHeaders: ['*']},
    }
    expect(rowsOf(categoryTable, tables)).toBe(1)
    expect(rowsOf('| 业务 |\n| --- |\n| a |\n', tables)).toBe(1)
    expect(rowsOf('| |\n| --- |\n| a |\n', tables)).toBe(0)
  })

  it('can be extended by another, whose constraints add to it', () => {
    const source = '| 错误码 | 说明 |\n| --- | --- |\n| 1 | 好 |\n| x | 坏 |\n'
    const base = {
      columns: [
        {name: 'code', headers: ['错误码']},
        {name: 'meaning', headers: ['说明']},
      ],
    }
    const tables: TableDeclarations = {
      errors: {extends: 'base', columns: [{name: 'code', type: 'integer'}]},
      base,
    }
    expect(lintText(source, {tables}).findings).toMatchObject([{rule: 'column-value', start: {line: 4}}])
  })

  it('holds under the headings that it names, with a header word misspelt', () => {
    const table = '| 参数 | 类别 | 必须 |\n| --- | --- | --- |\n| a | string | 是 |\n'
    const tables: TableDeclarations = {
      parameters: {
        heading: '参数',
        columns: [
          {name: 'parameter', headers: ['参数']},
          {name: 'type', headers: ['类型']},
          {name: 'required', headers: ['必须']},
        ],
      },
    }
    const under = (heading: string) =>
      lintText(`## ${heading}\n\n${table}`, {tables}).findings.map(({rule, message}) => `${rule}: ${message}`)
    expect(under('请求参数')).toEqual(['table-header: Unexpected header `类别`, expected `类型`'])
    expect(under('事件')).toEqual([])
  })

  it('is tried before the built-in ones', () => {
    const source = '| 类目 | 资质 |\n| --- | --- |\n| a | b |\n'
    const tables: TableDeclarations = {mine: {columns: [{name: '类目'}, {name: '资质'}]}}
    const {tables: found} = checkText(source, {tables}).document
    expect(found.map(({contract}) => contract.name)).toEqual(['mine'])
  })

  it('may be compiled by another engine', () => {
    const seen: string[] = []
    const compilePattern = (source: string) => {
      seen.push(source)
      return {test: () => false}
    }
    const tables: TableDeclarations = {a: {columns: [{name: 'x', pattern: 'y+'}]}}
    const {findings} = lintText('| x |\n| --- |\n| y |\n', {tables, compilePattern})
    expect(seen).toEqual(['y+', '^(?:y+)$'])
    expect(findings.map(({rule}) => rule)).toEqual(['column-value'])
  })
})

describe('a declaration that makes no sense', () => {
  it.each<readonly [tables: unknown, message: string]>([
    [null, 'tables: expected an object, not null'],
    [{t: null}, 'tables.t: expected an object, not null'],
    [{t: {columns: null}}, 'tables.t.columns: expected a list, not null'],
    [{t: {columns: [null]}}, 'tables.t.columns[0]: expected an object, not null'],
    [
      {t: {columns: [{name: 'a', type: 'int'}]}},
      'tables.t.columns[0].type: expected one of "string", "integer"',
    ],
    [{t: {columns: [{name: 'a', type: 'int'}]}}, ', not "int"; did you mean integer?'],
    [{t: {columns: [{name: 'a', role: 'keys'}]}}, 'not "keys"; did you mean key?'],
    [
      {t: {columns: [{name: 'a', unique: 'row'}]}},
      'tables.t.columns[0].unique: expected one of true, false, "table"',
    ],
    [{t: {columns: [{name: 'a', enum: 'x'}]}}, 'tables.t.columns[0].enum: expected a list, not "x"'],
    [{t: {columns: [{name: 'a', headers: 'x'}]}}, 'tables.t.columns[0].headers: expected a list, not "x"'],
    [{t: {columns: [{name: 'a', heading: 'x'}]}}, 'tables.t.columns[0].heading: is not known here'],
    [{t: {columns: [{name: 'a', pattern: '('}]}}, 'tables.t.columns[0].pattern: is no regular expression: '],
    [{t: {columns: [{name: 'a'}], heading: '['}}, 'tables.t.heading: is no regular expression: '],
    [
      {t: {extends: 'categoris'}},
      'tables.t.extends: names no table: expected t, categories, category-references',
    ],
    [{t: {extends: 'categoris'}}, 'did you mean categories?'],
    [{a: {extends: 'b'}, b: {extends: 'a'}}, 'tables.a.extends: leads in a circle'],
    [{t: referringTo('categoris', 'x')}, 'tables.t.columns[0].references.table: names no table: expected'],
    [{t: referringTo('categoris', 'x')}, 'did you mean categories?'],
    [{t: referringTo('categories', 'subcategry')}, 'did you mean subcategory?'],
    [{t: referringTo('t', 'b')}, 'tables.t.columns[0].references.column: is no column of “t”: expected a'],
  ])('is refused: %j', (tables, message) => {
    const lint = () => lintText('', {tables: tables as TableDeclarations})
    expect(lint).toThrow(ConfigurationError)
    expect(lint).toThrow(message)
  })

  it.each<readonly [what: string, tables: TableDeclarations, message: string]>([
    [
      'is too long',
      {...chain(100), t100: {columns: [{name: 'x'}]}},
      'tables.t0.extends: leads through more than',
    ],
    ['has no end in sight', chain(5000), 'tables: has more than 500 names'],
  ])('is refused where a chain of them %s', (_, tables, message) => {
    const lint = () => lintText('', {tables})
    expect(lint).toThrow(ConfigurationError)
    expect(lint).toThrow(message)
  })

  it('is refused with the pattern as it was written', () => {
    const lint = () => lintText('', {tables: {t: {columns: [{name: 'a', pattern: '('}]}}})
    expect(lint).not.toThrow('(?:')
  })

  it('names what may have been meant', () => {
    try {
      lintText('', {tables: {t: referringTo('categoris', 'x')}})
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({unknown: 'categoris', known: ['t', 'categories', 'category-references']})
    }
  })
})

describe('a reference', () => {
  it.each<TableDeclarations>([
    {categories: false},
    {categories: {columns: [{name: 'x'}]}},
    {mine: {extends: 'category-references'}, categories: {columns: [{name: 'x'}]}},
    {mine: {extends: 'category-references'}, categories: false},
  ])('of a built-in declaration may lead nowhere: %j', (tables) => {
    const page = '| 一级类目 | 二级类目 |\n| --- | --- |\n| 娱乐 | 直播 |\n'
    const others = '| x |\n| --- |\n| 娱乐 |\n'
    expect(lintText(`${others}\n${page}`, {tables}).findings).toEqual([])
  })

  it('may lead to a table that is taken away here, since other documents may have it', () => {
    const tables = {t: referringTo('elsewhere', 'a'), elsewhere: false} as const
    expect(lintText('| a |\n| --- |\n| x |\n', {tables}).findings).toEqual([])
  })
})

function referringTo(table: string, column: string) {
  return {columns: [{name: 'a', references: {table, column}}]}
}
