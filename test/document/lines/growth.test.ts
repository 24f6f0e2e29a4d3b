import {expect, it} from 'vitest'
import {delimiterWidth} from '../../../src/document/lines/rows.ts'
import {readDocument} from '../../../src/document/read.ts'

/** Each takes far less than a second, and half a minute where time grows faster than the text. */
const timeout = 10_000

it('looks through the blanks of a line once', {timeout}, () => {
  const blanks = ' '.repeat(200_000)
  expect(delimiterWidth(`|-${blanks}x`)).toBe(0)
  expect(delimiterWidth(`|-${blanks}`)).toBe(1)
})

it('parses no more definitions than there are references', {timeout}, () => {
  const numbers = Array.from({length: 500}, (_, number) => number)
  const pieces = numbers.map((number) => `# h\n\n- > [r\n          > ${number}] | x\n\n`)
  const definitions = numbers.map((number) => `[r > ${number}]: u\n`)
  const {sections} = readDocument([...pieces, ...definitions].join(''), 'a.md')
  expect(sections).toHaveLength(501)
  const [paragraph] = sections[500]?.blocks ?? []
  expect(paragraph?.type === 'paragraph' && paragraph.content.text).toBe('r > 499 | x')
})
