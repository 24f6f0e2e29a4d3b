import {expect, test} from 'vitest'
import {nearest} from '../../src/text/nearest.ts'

const commands = ['lint', 'export', 'explain', 'rules']

test.each([
  ['lnt', 'lint'],
  ['ilnt', 'lint'],
  ['lnit', 'lint'],
  ['list', 'lint'],
  ['LINT', 'lint'],
  ['exprot', 'export'],
  ['explian', 'explain'],
  ['rule', 'rules'],
  ['exp', 'export'],
])('%s is taken for %s', (word, expected) => {
  expect(nearest(word, commands)).toBe(expected)
})

test.each(['docs', 'README.md', '', 'x', 'ex', 'merge', '类目'])('%s is taken for nothing', (word) => {
  expect(nearest(word, commands)).toBeUndefined()
})

test('fewer edits win over an earlier place', () => {
  expect(nearest('license-nam', ['license-spacing', 'license-name'])).toBe('license-name')
})

test('of equally near candidates the first is taken', () => {
  expect(nearest('bat', ['cat', 'hat'])).toBe('cat')
})

test('a beginning is enough where the end is long', () => {
  expect(nearest('warn', ['error', 'warning', 'info', 'off'])).toBe('warning')
})

test('no candidates, no answer', () => {
  expect(nearest('lint', [])).toBeUndefined()
})

test('a word of a million letters is answered at once', () => {
  expect(nearest('lint'.repeat(250_000), commands)).toBeUndefined()
})
