import {createHash} from 'node:crypto'
import {describe, expect, it} from 'vitest'
import {readDataset, readDatasets} from '../../src/index.ts'
import {expectValid} from './validator.ts'

const head = '| 二级类目 | 资质 |\n| --- | --- |\n'

function rowsOf(source: string) {
  const dataset = readDataset(source)
  expectValid(dataset)
  return dataset.categories.flatMap(({subcategories}) => subcategories)
}

/** The only row of a table with these two cells. */
function rowOf(name: string, qualification: string) {
  const [row] = rowsOf(`## 一级类目：甲\n\n${head}| ${name} | ${qualification} |\n`)
  return row
}

describe('a document', () => {
  it.each(['# 甲\n', '\uFEFF# 甲\r\n', '# 𠮷\r', ''])('%j has the digest of its bytes', (source) => {
    const dataset = readDataset(source, {path: 'docs/a.md'})
    expectValid(dataset)
    expect(dataset.documents).toHaveLength(1)
    expect(dataset.documents[0]).toMatchObject({
      path: 'docs/a.md',
      sha256: createHash('sha256').update(Buffer.from(source, 'utf8')).digest('hex'),
    })
  })
})

describe('a row', () => {
  it('has the texts of its cells without markup, blanks folded', () => {
    expect(rowOf('**乙**\t  丙', '请上传 《丁证 》。')).toMatchObject({
      name: '乙 丙',
      qualification: '请上传《丁证》。',
    })
    expect(rowOf('乙／（丙）', '《丁证》<br> 或《戊证》')).toMatchObject({
      name: '乙／（丙）',
      qualification: '《丁证》\n或《戊证》',
    })
    expect(rowOf('乙\\|丙', '&lt;丁&gt;')).toMatchObject({name: '乙|丙', qualification: '<丁>'})
  })

  it('has no qualification where the cell is blank or missing', () => {
    for (const cell of ['', ' \t ', '<br>', '<!-- x -->', '&nbsp;']) {
      expect(rowOf('乙', cell)).toMatchObject({qualification: null, requirement: null})
    }
    expect(rowsOf(`## 一级类目：甲\n\n${head}| 乙 |\n`)).toMatchObject([{name: '乙', qualification: null}])
  })

  it('states what the qualification asks for', () => {
    expect(rowOf('乙', '《丁证》、《丙证 》或营业执照')?.requirement).toEqual({
      any: [{license: '丁证'}, {license: '丙证'}, {license: '营业执照'}],
    })
    expect(rowOf('乙', '无需')?.requirement).toEqual({document: '无需', required: false})
    expect(rowOf('乙', '《经营保险业务许可证》、《餐饮服务许可证》')?.requirement).toEqual({
      all: [
        {license: '经营保险业务许可证'},
        {license: '餐饮服务许可证', canonical: '食品经营许可证', status: 'renamed'},
      ],
    })
  })

  it('says where its name begins', () => {
    expect(rowOf('乙', '')).toMatchObject({line: 5, column: 3})
    expect(rowsOf(`\uFEFF| 一级类目 | 二级类目 | 资质 |\n|--|--|--|\n| 𠮷 |\t乙 | |\n`)).toMatchObject([
      {name: '乙', line: 3, column: 8},
    ])
  })

  it('is left out only if it is blank throughout', () => {
    const rows = rowsOf(`## 一级类目：甲\n\n${head}| | |\n| | 《丙证》 |\n| 乙 | |\n|\n`)
    expect(rows).toMatchObject([
      {name: '', line: 6, qualification: '《丙证》'},
      {name: '乙', line: 7, qualification: null},
    ])
  })

  it('has the rules with an error or a warning on it, each once', () => {
    expect(rowOf('乙', '《丙证 》、《丁证 》')?.problems).toEqual(['license-spacing'])
    expect(rowOf('乙', '《丙证》')).not.toHaveProperty('problems')
    expect(rowsOf(`## 一级类目：甲\n\n${head}| 乙 | |\n`)[0]).not.toHaveProperty('problems')
  })

  it('has a note only if its table has a column for it', () => {
    const source = (note: string) =>
      `## 一级类目：甲\n\n| 二级类目 | 资质 | 备注 |\n|--|--|--|\n| 乙 | 《丙证》 | ${note} |\n`
    expect(rowsOf(source('丁'))).toMatchObject([{note: '丁'}])
    expect(rowsOf(source(''))).toMatchObject([{note: null}])
    expect(rowOf('乙', '')).not.toHaveProperty('note')
  })
})

describe('categories', () => {
  it('have names like those of JavaScript objects', () => {
    const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty']
    const source = names
      .map((name) => name.replaceAll('_', '\\_'))
      .map((name) => `## 一级类目：${name}\n\n${head}| ${name} | 《${name}》 |\n`)
      .join('\n')
    const dataset = readDataset(source)
    expectValid(dataset)
    expect(dataset.categories.map(({name}) => name)).toEqual(names)
    expect(dataset.licenses.map(({name}) => name)).toEqual(names)
  })

  it('are stated once, where they first are, with all their rows', () => {
    const source = `| 一级类目 | 二级类目 | 资质 |\n|--|--|--|\n| 甲 | 一 | |\n| | 二 | |\n| 乙 | 三 | |\n| 甲 | 四 | |\n`
    const {categories} = readDataset(source)
    expect(
      categories.map(({name, line, subcategories}) => [name, line, ...subcategories.map((row) => row.name)]),
    ).toEqual([
      ['甲', 3, '一', '二', '四'],
      ['乙', 5, '三'],
    ])
  })

  it('of several documents stay apart and in order', () => {
    const source = (row: string) => `## 一级类目：甲\n\n${head}| ${row} | 《丙证》 |\n`
    const dataset = readDatasets([
      {path: 'b.md', source: source('一')},
      {path: 'a.md', source: source('二')},
    ])
    expectValid(dataset)
    expect(dataset.documents.map(({path}) => path)).toEqual(['b.md', 'a.md'])
    expect(dataset.categories.map(({document, subcategories}) => [document, subcategories[0]?.name])).toEqual(
      [
        ['b.md', '一'],
        ['a.md', '二'],
      ],
    )
    expect(dataset.licenses).toEqual([
      {
        name: '丙证',
        status: 'unknown',
        mentions: [
          {document: 'b.md', category: '甲', subcategory: '一', line: 5},
          {document: 'a.md', category: '甲', subcategory: '二', line: 5},
        ],
      },
    ])
  })
})
