import {describe, expect, it} from 'vitest'
import {lintText} from '../../src/index.ts'
import {judge, tableOf} from './judged.ts'

const parameter = {name: '参数'} as const
const type = {name: '类型', enum: ['string', 'number']} as const
const meaning = {name: '说明', headers: ['说明', '备注']} as const

describe('the header of a declared table', () => {
  const limits = [parameter, {name: '上限', headers: ['上限']}] as const

  it('may have a further column that another word of the same declaration means', () => {
    const source = tableOf(['参数', '说明', '备注'], ['a', '甲', '乙'])
    expect(judge(source, [parameter, meaning], {furtherColumns: true})).toEqual([])
    expect(judge(source, [parameter, meaning])).toEqual(['1 error table-header duplicate 备注'])
  })

  it('may have a further column that a remark in brackets tells apart', () => {
    const source = tableOf(['参数', '上限（免费版）', '上限（企业版）'], ['a', '1', '2'])
    expect(judge(source, limits, {furtherColumns: true})).toEqual([])
  })

  it('is known by endings alone, in any script and case', () => {
    const columns = [
      {name: '项目', headerEndings: ['项', 'Item']},
      {name: '费用', headerEndings: ['费'], pattern: '^\\d+$'},
    ]
    const source = tableOf(['检查项', '体检费说明'], ['a', '甲'])
    expect(judge(source, columns)).toEqual(['3 error column-value pattern 甲'])
    expect(judge(source.replace('检查项', 'test ITEM'), columns)).toEqual(['3 error column-value pattern 甲'])
    expect(judge(source.replace('检查项', '检查'), columns)).toEqual([])
  })

  it('has no word twice', () => {
    const source = tableOf(['参数', '上限', '**上限**'], ['a', '1', '2'])
    expect(judge(source, limits, {furtherColumns: true})).toEqual(['1 error table-header duplicate **上限**'])
  })

  it('may have a column that the others do not have', () => {
    const one = tableOf(['参数', '说明'], ['a', '甲'])
    const other = tableOf(['参数', '说明', '单位'], ['b', '乙', 'px'])
    expect(judge(`${one}\n# 二\n\n${other}`, [parameter, meaning])).toEqual([
      '7 info table-header further 单位',
    ])
  })
})

describe('a row of header words', () => {
  it('in other columns than their own is data', () => {
    const source = tableOf(['参数', '类型', '说明'], ['a', 'string', '甲'], ['类型', '', '说明'])
    const tables = {t: {columns: [parameter, {...type, required: true}, meaning]}}
    const {findings} = lintText(source, {tables})
    expect(findings.map(({rule, start}) => `${start.line} ${rule}`)).toEqual(['4 no-empty-cell'])
  })

  it('in their own is the head of a second table', () => {
    const source = tableOf(
      ['参数', '类型', '说明'],
      ['a', 'string', '甲'],
      ['参数', '类型', '说明'],
      ['b', 'number', '乙'],
    )
    expect(judge(source, [parameter, type, meaning]).filter((line) => line.includes('column-value'))).toEqual(
      [],
    )
  })
})

describe('a heading that announces a table', () => {
  const columns = [parameter, type, meaning]
  const table = tableOf(['名字', '类型', '说明'], ['a', 'string', '甲'])

  it('makes one of a table that has most of its columns', () => {
    expect(judge(`## 参数\n\n${table}`, columns, {heading: '参数'})).toEqual([
      '3 error table-header unknown 名字',
    ])
  })

  it('does so right above it only', () => {
    expect(judge(`## 参数\n\n### 名字\n\n${table}`, columns, {heading: '参数'})).toEqual([])
  })

  it('announces what has all of them from further up', () => {
    const whole = tableOf(['参数', '类型', '说明'], ['a', 'text', '甲'])
    expect(judge(`## 参数\n\n### 名字\n\n${whole}`, columns, {heading: '参数'})).toEqual([
      '7 error column-value enum text',
    ])
  })
})
