import {expect, it} from 'vitest'
import {fixText, type TableDeclarations} from '../../src/index.ts'
import {tableOf} from './judged.ts'

const tables = (inherits: boolean): TableDeclarations => ({
  t: {columns: [{name: '模块', inherits}, {name: '参数', role: 'key', unique: 'table'}, {name: '说明'}]},
})

const source = tableOf(
  ['模块', '参数', '说明'],
  ['支付', 'a', '甲'],
  ['登录', 'b', '乙'],
  ['支付', 'a', '甲'],
  ['', 'c', '丙'],
)

it('a row stays from which the rows below inherit', () => {
  expect(fixText(source, {tables: tables(true)}).output).toBe(source)
})

it('a row goes that repeats another, where none inherits from it', () => {
  const lines = source.split('\n')
  const repeated = lines.findLastIndex((line) => line.includes('甲'))
  expect(fixText(source, {tables: tables(false)}).output).toBe(lines.toSpliced(repeated, 1).join('\n'))
})
