import {expect, test} from 'vitest'
import {readDocument} from '../../src/document/read.ts'

test('the words of an image begin after its opening, even where they begin like one', () => {
  const source = '| a |\n| - |\n| ![!甲](a.png) |\n'
  const [block] = readDocument(source, 'a.md').sections[0]?.blocks ?? []
  const content = block?.type === 'table' ? block.rows[0]?.cells[0]?.content : undefined
  expect(content?.text).toBe('!甲')
  // Two lines of six characters, a pipe, a blank, `![`.
  expect(content?.rangeOf(0, 1)).toEqual({start: 16, end: 17})
  expect(content?.rangeOf(1, 2)).toEqual({start: 17, end: 18})
})
