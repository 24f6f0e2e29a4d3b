import {describe, expect, it} from 'vitest'
import {valueTest} from '../../src/dataset/values.ts'
import type {ValueType} from '../../src/index.ts'

/** Values that are of a type and values that are not, by Table Schema. */
const examples: {readonly [T in ValueType]: readonly [good: readonly string[], bad: readonly string[]]} = {
  string: [['', 'x', '1'], []],
  integer: [
    ['0', '-1', '+7', '007', '12345678901234567890'],
    ['1.0', '1e3', '', 'x1', '１', '1,000'],
  ],
  number: [
    ['0', '-1.5', '.5', '1.', '1e3', '2E-7', 'NaN', 'INF', '-INF'],
    ['1,5', '1e', 'e3', '--1', '', 'inf', '1.2.3'],
  ],
  boolean: [
    ['true', 'True', 'TRUE', '1', 'false', 'False', 'FALSE', '0'],
    ['yes', '是', 'tRUE', '', '01'],
  ],
  date: [
    ['2026-06-01', '2024-02-29', '0001-01-01'],
    ['2026-02-29', '2026-13-01', '2026-6-1', '2026-06-31', '20260601', '2026-06-01T00:00:00'],
  ],
  time: [
    ['09:30:00', '23:59:59.5', '00:00:00Z', '08:00:00+08:00'],
    ['9:30:00', '24:00:00', '09:30', '09:60:00'],
  ],
  datetime: [
    ['2026-06-01T09:30:00Z', '2026-06-01T09:30:00', '2026-06-01T09:30:00.123+08:00'],
    ['2026-06-01 09:30:00', '2026-06-01', '2026-02-30T00:00:00Z', '2026-06-01T09:30:00T1'],
  ],
  year: [
    ['2026', '0001', '-0044', '12026'],
    ['26', '2026-01', 'MMXXVI'],
  ],
  yearmonth: [
    ['2026-06', '-0044-03'],
    ['2026-13', '2026-6', '202606', '2026-00'],
  ],
}

describe.each(Object.entries(examples))('the type %s', (type, [good, bad]) => {
  const test = valueTest({name: 'x', type: type as ValueType}, (source) => new RegExp(source, 'u'))

  it.each(good)('takes %j', (value) => {
    expect(test?.(value) ?? null).toBeNull()
  })

  it.each(bad)('does not take %j', (value) => {
    expect(test?.(value)).toEqual({constraint: 'type', expected: type})
  })
})

describe('lengths', () => {
  const test = valueTest({name: 'x', minLength: 2, maxLength: 3}, (source) => new RegExp(source, 'u'))

  it.each(['ab', '𠮷野家', '𠮷𠮷'])('count characters, not code units: %s', (value) => {
    expect(test?.(value)).toBeNull()
  })

  it.each([
    ['𠮷', {constraint: 'minLength', expected: 2}],
    ['abcd', {constraint: 'maxLength', expected: 3}],
  ])('tell what is too short or too long: %s', (value, violation) => {
    expect(test?.(value)).toEqual(violation)
  })
})

it('a pattern must match the whole value', () => {
  const test = valueTest({name: 'x', pattern: 'a|b'}, (source) => new RegExp(source, 'u'))
  expect(test?.('a')).toBeNull()
  expect(test?.('ab')).toEqual({constraint: 'pattern', expected: 'a|b'})
})
