import {describe, expect, it} from 'vitest'
import {lintText, readDataset} from '../../src/index.ts'
import {judge, tableOf} from './judged.ts'

const key = {name: '参数', role: 'key', unique: 'table'} as const
const meaning = {name: '说明'} as const

describe('the keys of a declared table', () => {
  it.each([
    ['-v', '-V'],
    ['ｉｄ', 'ｉd'],
  ])('are told apart exactly: %s and %s', (one, other) => {
    const source = tableOf(['参数', '说明'], [one, '甲'], [other, '乙'])
    expect(judge(source, [key, meaning]).filter((line) => line.includes(' error '))).toEqual([])
  })

  it.each([
    ['id', 'ID'],
    ['user id', 'userid'],
  ])('are pointed out where they look alike: %s and %s', (one, other) => {
    const source = tableOf(['参数', '说明'], [one, '甲'], [other, '乙'])
    expect(judge(source, [key, meaning])).toEqual([`4 info no-confusable-key confusable ${other}`])
  })

  it('are the same by other markup and blanks', () => {
    const source = tableOf(['参数', '说明'], ['`user id`', '甲'], ['user  id', '乙'])
    expect(judge(source, [key, meaning])).toContain('4 error no-duplicate-key conflict user  id')
  })

  it('are told apart as names in a catalogue', () => {
    const columns = [key, {name: '资质', role: 'qualification'}] as const
    const source = tableOf(['参数', '资质'], ['id', '《甲证》'], ['ID', '《乙证》'])
    expect(judge(source, columns)).toContain('4 error no-duplicate-key conflict ID')
  })

  it('are none where the cell says that it states nothing', () => {
    const source = tableOf(['参数', '说明'], ['-', '甲'], ['-', '乙'])
    expect(judge(source, [key, meaning], {missingValues: ['-']})).toEqual([])
  })

  it('are those of the level above where the cell says that it states nothing', () => {
    const columns = [
      {name: '一级', role: 'category', inherits: true},
      {name: '二级', role: 'group', inherits: true},
      {name: '三级', role: 'key', required: true},
      {name: '资质', role: 'qualification'},
    ] as const
    const source = tableOf(
      ['一级', '二级', '三级', '资质'],
      ['甲', '乙', '-', '《甲证》'],
      ['', '丙', '丁', '《乙证》'],
    )
    const {categories} = readDataset(source, {tables: {t: {columns, missingValues: ['-']}}})
    expect(categories.map(({name, subcategories}) => [name, subcategories.map((one) => one.name)])).toEqual([
      ['甲', ['乙', '丁']],
    ])
  })

  it('are judged one by one where a cell holds several', () => {
    const source = tableOf(['参数', '说明'], ['`a`、`b`', '甲'], ['b', '乙'], ['`c`、`a`', '丙'])
    expect(judge(source, [{...key, separator: '、'}, meaning])).toEqual([
      '4 error no-duplicate-key value b',
      '5 error no-duplicate-key value a',
    ])
  })

  it.each(['table', 'dataset'] as const)('are spoken of as what they are: within the %s', (unique) => {
    const source = tableOf(['参数', '说明'], ['a', '甲'], ['a', '乙'], ['a', '甲'])
    const tables = {t: {columns: [{...key, unique}, meaning]}}
    const said = (language: 'en' | 'zh') =>
      lintText(source, {tables, language}).findings.map(({message}) => message)
    expect(said('en')).toEqual([
      `Duplicate \`a\` in the ${unique}: the rest of the row differs from line 3, so it is unclear which one applies`,
      `Duplicate \`a\` in the ${unique}: the rest of the row agrees with line 3`,
    ])
    const place = unique === 'table' ? '表格' : '数据集'
    expect(said('zh')).toEqual([
      `${place}中“a”重复，且其余内容与第 3 行不同，无法判断以哪一行为准`,
      `${place}中“a”重复，其余内容与第 3 行相同`,
    ])
  })

  it('that are unique in the dataset are not in another table either', () => {
    const source = `${tableOf(['参数', '说明'], ['a', '甲'])}\n## 二\n\n${tableOf(['参数', '说明'], ['a', '乙'])}`
    expect(judge(source, [{...key, unique: 'dataset'}, meaning])).toEqual([
      '9 error no-duplicate-key conflict a',
    ])
  })
})

describe('other values that stand but once', () => {
  it('are told apart exactly in a declared table', () => {
    const source = tableOf(['参数', '说明'], ['a', 'BUSY'], ['b', 'busy'], ['c', '`BUSY`'])
    expect(judge(source, [key, {...meaning, unique: true}])).toEqual(['5 error no-duplicate-key value BUSY'])
  })
})

describe('two columns of one role', () => {
  const columns = [
    {name: '类目', role: 'key'},
    {name: '资质', role: 'qualification'},
    {name: '备注', role: 'note'},
    {name: '其他', role: 'note', required: true},
  ] as const
  const source = tableOf(
    ['类目', '资质', '备注', '其他'],
    ['甲', '《甲证》', '一', '二'],
    ['乙', '《乙证》', '三', ''],
  )

  it('give the dataset what the first of them states', () => {
    const {categories} = readDataset(source, {tables: {t: {columns}}})
    const notes = categories.flatMap(({subcategories}) => subcategories.map(({note}) => note))
    expect(notes).toEqual(['一', '三'])
  })

  it('are looked at each', () => {
    const found = judge(source, columns).filter((line) => line.includes('no-empty-cell'))
    expect(found).toEqual(['4 error no-empty-cell required '])
  })
})
