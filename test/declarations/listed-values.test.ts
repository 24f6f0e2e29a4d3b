import {expect, it} from 'vitest'
import {lintText} from '../../src/index.ts'
import {tableOf} from './judged.ts'

it('a value is compared with those that are like it, the first of them', () => {
  const columns = [{name: 'x', enum: ['on-off', 'on_off', 'auto']}]
  const {findings} = lintText(tableOf(['x'], ['ON OFF'], ['Auto'], ['none']), {tables: {t: {columns}}})
  expect(findings.map(({messageId, message}) => [messageId, message.split(', expected ')[1]])).toEqual([
    ['nearEnum', '`on-off`'],
    ['nearEnum', '`auto`'],
    ['enum', 'one of `on-off`, `on_off`, `auto`'],
  ])
})

it('many wrong values are compared with many right ones in time linear in both', {timeout: 5000}, () => {
  const allowed = Array.from({length: 20_000}, (_, index) => `Value-${index}`)
  const rows = Array.from({length: 5000}, (_, index) => [`Valeu-${index}`])
  const {findings} = lintText(tableOf(['x'], ...rows), {tables: {t: {columns: [{name: 'x', enum: allowed}]}}})
  expect(findings).toHaveLength(5000)
})
