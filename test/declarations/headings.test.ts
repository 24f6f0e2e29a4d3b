import {describe, expect, it} from 'vitest'
import {lintText, readDataset, type TableDeclarations} from '../../src/index.ts'
import {checkText} from '../../src/lint-text.ts'

const functions: TableDeclarations = {
  functions: {
    headings: [{role: 'category', label: '模块'}],
    columns: [
      {name: 'function', headers: ['函数'], role: 'key', unique: 'category'},
      {name: 'description', headers: ['说明']},
    ],
  },
}

const table = '| 函数 | 说明 |\n| --- | --- |\n| login | 登录 |\n'

const catalogue = '## 一级类目：金融业\n\n| 二级类目 | 资质 |\n| --- | --- |\n| 信托 | 《金融许可证》 |\n'

const rulesIn = (source: string, tables: TableDeclarations) =>
  lintText(source, {tables}).findings.map(({rule}) => rule)

describe('the headings of a declaration that is no catalogue', () => {
  const page = `${catalogue}\n## 模块：登录\n\n说明。\n\n## 模块：支付\n\n${table}\n## 模块：支付\n\n${table}`

  it('name the category of its rows', () => {
    const {records} = checkText(page, {tables: functions}).document
    expect(records.map(({category, name}) => `${category} ${name}`)).toEqual([
      '金融业 信托',
      '支付 login',
      '支付 login',
    ])
  })

  it('name no category of the dataset', () => {
    const {categories} = readDataset(page, {tables: functions})
    expect(categories.map(({name}) => name)).toEqual(['金融业'])
  })

  it('need no table, and may recur', () => {
    const found = rulesIn(page, functions)
    expect(found).not.toContain('no-empty-category')
    expect(found).not.toContain('no-duplicate-category')
  })

  it('lend no category to a broken table', () => {
    const broken = `${catalogue}\n## 模块：支付\n\n| 函数 | 说明 |\n| login | 登录 |\n`
    expect(rulesIn(broken, functions)).toEqual(['no-broken-table'])
    const {categories} = readDataset(broken, {tables: functions})
    expect(categories.map(({name}) => name)).toEqual(['金融业'])
  })

  it('are a catalogue’s too where it reads them alike', () => {
    const tables: TableDeclarations = {
      functions: {...functions.functions, headings: [{role: 'category', label: '一级类目'}]},
    }
    const source = `${catalogue}\n## 一级类目：教育\n`
    expect(rulesIn(source, tables)).toEqual(['no-empty-category'])
    expect(readDataset(source, {tables}).categories.map(({name}) => name)).toEqual(['金融业', '教育'])
  })
})

describe('a heading that two declarations read', () => {
  const source = `# 手册\n\n## 一级类目：金融业\n\n${table}\n| 二级类目 | 资质 |\n| --- | --- |\n| 信托 | 《金融许可证》 |\n`
  const read = (headings: NonNullable<Exclude<TableDeclarations[string], false>['headings']>) => {
    const tables = {functions: {...functions.functions, headings}}
    const {records, headings: named} = checkText(source, {tables}).document
    return {
      records: records.map(({name, category, group}) => [name, category, group]),
      named: named.map(({role, name}) => `${role} ${name}`),
    }
  }

  it('has for each the role that it gives it', () => {
    expect(read([{role: 'group', label: '一级类目'}])).toEqual({
      records: [
        ['login', null, '金融业'],
        ['信托', '金融业', null],
      ],
      named: ['category 金融业'],
    })
  })

  it('has for each the name that it reads', () => {
    // Of labels that the document does not have, the plain heading names the category.
    expect(read([{role: 'category', label: '模块'}])).toEqual({
      records: [
        ['login', '一级类目：金融业', null],
        ['信托', '金融业', null],
      ],
      named: ['category 金融业'],
    })
  })

  it('is one where they agree', () => {
    expect(read([{role: 'category', label: '一级类目'}])).toEqual({
      records: [
        ['login', '金融业', null],
        ['信托', '金融业', null],
      ],
      named: ['category 金融业'],
    })
  })
})
