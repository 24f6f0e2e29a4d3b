import fc from 'fast-check'
import {expect, it} from 'vitest'
import {cropLine} from '../../src/report/crop.ts'
import {displayWidth, joinCells, layout} from '../../src/text/width.ts'

const piece = fc.constantFrom(
  ...[
    'a',
    ' ',
    '\t',
    '金',
    '（',
    '…',
    'e\u0301',
    '\u0301',
    'ｶﾞ',
    '😀',
    '👨\u200D👩\u200D👧',
    '❤\uFE0F',
    '🇨🇳',
    '𠮷',
  ],
  ...['\u200B', '\u200D', '\u202E', '\u001B', '\uD83D', '\uDE00'],
)
const anyLine = fc.oneof(
  fc.array(piece, {maxLength: 120}).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom('a', ' ', '金', '（', '…'), {maxLength: 60}).map((pieces) => pieces.join('')),
  fc.string({unit: 'grapheme', maxLength: 120}),
)

/** The part of the text that stands in the columns, or nothing where a character straddles their edges. */
function inColumns(text: string, start: number, end: number): string | undefined {
  let column = 0
  let shown = ''
  for (const cell of layout(text)) {
    if (column < start && column + cell.width > start) return undefined
    if (column < end && column + cell.width > end) return undefined
    if (column >= start && column < end) shown += cell.shown
    column += cell.width
  }
  return shown
}

it('marks the columns of the span and stays in the room, whatever the line', () => {
  const args = [anyLine, fc.nat(130), fc.nat(130), fc.integer({min: 20, max: 90})] as const
  fc.assert(
    fc.property(...args, (line, a, b, columns) => {
      const start = Math.min(a, b, line.length)
      const end = Math.min(Math.max(a, b), line.length)
      const {text, before, marked} = cropLine(line, {start, end}, columns)
      expect(displayWidth(text)).toBeLessThanOrEqual(columns)
      expect(before + marked).toBeLessThanOrEqual(columns)
      const touched = layout(line).filter((cell) => cell.start < end && cell.end > start)
      if (touched.length > 0) {
        const marks = inColumns(text, before, before + marked) ?? 'a character straddles the edge'
        expect(marks === '' && displayWidth(joinCells(touched)) > 0).toBe(false)
        expect(joinCells(touched).replaceAll(/ +/g, ' ').startsWith(marks.replaceAll(/ +/g, ' '))).toBe(true)
      }
    }),
    {numRuns: 3000, seed: 20_261_124},
  )
})

it('looks at the neighbourhood of the span only', () => {
  const line = '金'.repeat(5_000_000)
  for (let count = 0; count < 100; count++) {
    expect(cropLine(line, {start: 1_000_000, end: 4_000_000}, 90).text.length).toBeLessThan(90)
  }
})

it.each([
  ['the span in the middle', '甲乙 ab', 1, 3, {text: '甲乙 ab', before: 2, marked: 3}],
  ['an empty span', '甲乙', 1, 1, {text: '甲乙', before: 2, marked: 1}],
  ['an empty span at the end', '甲乙', 2, 2, {text: '甲乙', before: 4, marked: 1}],
  ['a line of the room', '甲'.repeat(10), 9, 10, {text: '甲'.repeat(10), before: 18, marked: 2}],
  ['no room for the caret', '甲'.repeat(10), 10, 10, {text: `…${'甲'.repeat(9)}`, before: 19, marked: 1}],
  [
    'a line a column too long',
    `${'甲'.repeat(10)}a`,
    0,
    1,
    {text: `${'甲'.repeat(9)}…`, before: 0, marked: 2},
  ],
])('with %s', (_, line, start, end, crop) => {
  expect(cropLine(line, {start, end}, 20)).toEqual(crop)
})
