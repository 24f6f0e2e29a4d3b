import {expect, test} from 'vitest'
import {compareDates, isFullDate, isPartialDate} from '../../src/vocabulary/dates.ts'

test.each(['2017', '2017-10', '2017-10-01', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])(
  '%s is a date',
  (text) => {
    expect(isPartialDate(text)).toBe(true)
  },
)

test.each([
  '',
  '17',
  '2017-1',
  '2017-13',
  '2017-00',
  '2017-10-00',
  '2017-10-32',
  '2017-02-29',
  '1900-02-29',
  '2017-04-31',
  '2017-10-01T00:00',
  '2017-10-01 ',
  ' 2017',
  '2017年',
  '２０１７',
  '0000',
  '20170',
  '+2017',
  '2017-10-01\n',
])('%j is no date', (text) => {
  expect(isPartialDate(text)).toBe(false)
})

test('a full date has a day', () => {
  expect(['2017-10-01', '2017-10', '2017', '2017-02-29'].map(isFullDate)).toEqual([true, false, false, false])
})

test.each([
  ['2017', '2017-01-01', 0],
  ['2017-10', '2017-10-01', 0],
  ['2017', '2017-10-01', -1],
  ['2017-10-02', '2017-10', 1],
  ['2016-12-31', '2017', -1],
  ['0999', '1000', -1],
])('%s and %s compare as %i', (a, b, order) => {
  expect(compareDates(a, b)).toBe(order)
  expect(compareDates(b, a)).toBe(order === 0 ? 0 : -order)
})
