import {expect, test} from 'vitest'
import {readDocument} from '../../src/document/read.ts'

test('a row that is read by its line tells where its cells stand, and a plain cell is its own content', () => {
  const [section] = readDocument('| a | *b* |\n| - | - |\n|  one | *two* |\n', 'a.md').sections
  const [table] = section?.blocks ?? []
  const row = table?.type === 'table' ? table.rows[0] : undefined
  const [plain, marked] = row?.cells ?? []
  expect(row?.range).toEqual({start: 22, end: 38})
  expect(plain?.content).toBe(plain)
  expect([plain?.outer, plain?.range, plain?.content.text]).toEqual([
    {start: 23, end: 29},
    {start: 25, end: 28},
    'one',
  ])
  expect(marked?.content).not.toBe(marked)
  expect([marked?.outer, marked?.range, marked?.content.text]).toEqual([
    {start: 30, end: 37},
    {start: 31, end: 36},
    'two',
  ])
})
