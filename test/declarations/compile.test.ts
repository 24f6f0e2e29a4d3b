import {describe, expect, it} from 'vitest'
import {ConfigurationError, lintText, readDataset, type TableDeclarations} from '../../src/index.ts'
import {checkText} from '../../src/lint-text.ts'

const categoryTable = `## 一级类目：金融业

| 业务 | 需交证照 |
| --- | --- |
| 信托 | 请上传《金融许可证》。 |
`

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

  it.each([
    [{a: {extends: 'b', columns: []}}, 'unknown table: b'],
    [{a: {extends: 'b'}, b: {extends: 'a'}}, 'the table a extends itself'],
    [{a: {columns: [{name: 'x', pattern: '('}]}}, 'wrong pattern: ^(?:()$'],
  ] as const)('that makes no sense is refused: %j', (tables, message) => {
    const lint = () => lintText('', {tables: tables as unknown as TableDeclarations})
    expect(lint).toThrow(ConfigurationError)
    expect(lint).toThrow(message)
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
    expect(seen).toEqual(['^(?:y+)$'])
    expect(findings.map(({rule}) => rule)).toEqual(['column-value'])
  })
})
