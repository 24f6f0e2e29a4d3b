import {describe, expect, it} from 'vitest'
import {displayWidth, joinCells, layout, truncate} from '../../src/text/width.ts'

const FAMILY = '👨\u200D👩\u200D👧'

describe('displayWidth', () => {
  it.each([
    ['nothing', '', 0],
    ['ASCII', 'abc', 3],
    ['ideographs', '金融业', 6],
    ['full-width forms', '（Ａ）', 6],
    ['ideographic space', '\u3000', 2],
    ['ambiguous characters', '“…·”—', 5],
    ['half-width katakana', 'ｱｲ', 2],
    ['half-width katakana with a voiced mark', 'ｶﾞ', 2],
    ['kana with a combining voiced mark', 'か\u3099', 2],
    ['combining accent', 'e\u0301', 1],
    ['accent on an ideograph', '金\u0301', 2],
    ['hangul syllable', '한', 2],
    ['hangul from its letters', '\u1112\u1161\u11AB', 2],
    ['ideograph beyond 16 bits', '𠮷', 2],
    ['variant of an ideograph', '葛\u{E0100}', 2],
    ['emoji', '😀', 2],
    ['family', FAMILY, 2],
    ['skin tone', '👍🏽', 2],
    ['heart as text', '❤', 1],
    ['heart as emoji', '❤\uFE0F', 2],
    ['keycap', '1\uFE0F\u20E3', 2],
    ['flag', '🇨🇳', 2],
    ['two flags', '🇨🇳🇯🇵', 4],
    ['flag spelt with tags', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}', 2],
    ['escaped control', '\u001B', '<U+001B>'.length],
    ['tab at the start', '\t', 4],
    ['tab after one column', 'a\t', 4],
    ['tab after four columns', '金融\t', 8],
  ])('of %s', (_, text, expected) => {
    expect(displayWidth(text)).toBe(expected)
  })

  it('counts tab stops from the column that the text begins in', () => {
    expect(displayWidth('\tx', {column: 3})).toBe(2)
    expect(displayWidth('a\tx', {tabSize: 8})).toBe(9)
  })
})

describe('layout', () => {
  it('says where each piece stands and what is printed for it', () => {
    expect(layout(`金\t${FAMILY}\u200B`)).toEqual([
      {start: 0, end: 1, shown: '金', width: 2},
      {start: 1, end: 2, shown: '  ', width: 2},
      {start: 2, end: 10, shown: FAMILY, width: 2},
      {start: 10, end: 11, shown: '<U+200B>', width: 8},
    ])
  })

  it('parts a hidden joiner from the character before it', () => {
    expect(layout('人\u200D')).toEqual([
      {start: 0, end: 1, shown: '人', width: 2},
      {start: 1, end: 2, shown: '<U+200D>', width: 8},
    ])
  })

  it('gives a mark without a base a base of its own', () => {
    expect(layout('\u0301a')).toEqual([
      {start: 0, end: 1, shown: '\u25CC\u0301', width: 1},
      {start: 1, end: 2, shown: 'a', width: 1},
    ])
  })

  it('covers the text without a gap, whatever is in it', () => {
    const text = `a金\u0301\uD83D\u202E${FAMILY}🇨🇳🇯\uFE0F\u0000\t１ｶﾞ`
    const cells = layout(text)
    expect(cells.map(({start, end}) => text.slice(start, end)).join('')).toBe(text)
    expect(cells.reduce((sum, {width}) => sum + width, 0)).toBe(displayWidth(joinCells(cells)))
  })
})

describe('truncate', () => {
  it.each([
    ['金融业', 6, '金融业'],
    ['金融业', 5, '金融…'],
    ['金融业', 4, '金…'],
    [`a${FAMILY}b`, 3, 'a…'],
    [`a${FAMILY}b`, 4, `a${FAMILY}b`],
    ['\u001B[2J', 12, '<U+001B>[2J'],
    ['x'.repeat(1_000_000), 4, 'xxx…'],
  ])('%j to %i columns', (text, columns, expected) => {
    expect(truncate(text, columns)).toBe(expected)
  })
})
