import {describe, expect, it} from 'vitest'
import {escapeControls, escapeLine, hiddenCharacters} from '../../src/text/escape.ts'
import {isPlain} from '../../src/text/plain.ts'

describe('escapeControls', () => {
  it.each([
    ['escape sequence', '\u001B[31mred', '<U+001B>[31mred'],
    ['bell', 'a\u0007', 'a<U+0007>'],
    ['carriage return', 'a\rb', 'a<U+000D>b'],
    ['delete', '\u007F', '<U+007F>'],
    ['C1 control sequence introducer', '\u009B2J', '<U+009B>2J'],
    ['right-to-left override', '\u202Eabc\u202C', '<U+202E>abc<U+202C>'],
    ['bidirectional isolate', '\u2066a\u2069', '<U+2066>a<U+2069>'],
    ['zero-width space', '金\u200B融', '金<U+200B>融'],
    ['byte order mark', '\uFEFFa', '<U+FEFF>a'],
    ['line separator', 'a\u2028b', 'a<U+2028>b'],
    ['no-break space', 'a\u00A0b', 'a<U+00A0>b'],
    ['soft hyphen', 'a\u00ADb', 'a<U+00AD>b'],
    ['hangul filler', '\u3164', '<U+3164>'],
    ['lone high surrogate', 'a\uD83Db', 'a<U+D83D>b'],
    ['lone low surrogate', '\uDE00', '<U+DE00>'],
    ['tag letters without a flag', 'a\u{E0061}', 'a<U+E0061>'],
    ['joiner outside an emoji', '人\u200D人', '人<U+200D>人'],
    ['joiner after the last emoji', '👨\u200D', '👨<U+200D>'],
    ['variation selector after a letter', 'a\uFE0F', 'a<U+FE0F>'],
    ['second variation selector', '❤\uFE0F\uFE0F', '❤\uFE0F<U+FE0F>'],
  ])('shows a %s', (_, text, expected) => {
    expect(escapeControls(text)).toBe(expected)
  })

  it.each([
    ['plain text', '金融业 “A”…\u3000（b）'],
    ['tab', 'a\tb'],
    ['family', '👨\u200D👩\u200D👧'],
    ['joined emoji with variation selectors', '❤\uFE0F\u200D🔥'],
    ['skin tone', '👍🏽'],
    ['keycap', '1\uFE0F\u20E3'],
    ['flag', '🇨🇳'],
    ['flag of a part of a country', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
    ['variant of an ideograph', '葛\u{E0100}'],
    ['combining accent', 'e\u0301'],
    ['ideograph beyond 16 bits', '𠮷'],
  ])('keeps a %s', (_, text) => {
    expect(escapeControls(text)).toBe(text)
  })
})

it('escapeLine shows what would leave the line', () => {
  expect(escapeLine('甲\n乙\t丙\r')).toBe('甲↵乙<U+0009>丙<U+000D>')
  expect(escapeLine('甲\t乙')).toBe('甲<U+0009>乙')
})

it('hiddenCharacters gives the ranges in the source', () => {
  expect(hiddenCharacters('a\u200B👨\u200D👩\u{E0061}')).toEqual([
    {start: 1, end: 2},
    {start: 7, end: 9},
  ])
})

it('no plain character is hidden', () => {
  const hidden: string[] = []
  for (let unit = 0; unit < 0x10000; unit++) {
    const character = String.fromCharCode(unit)
    // The mark behind it keeps the text from being plain.
    if (isPlain(character) && escapeControls(`${character}\u202E`) !== `${character}<U+202E>`)
      hidden.push(unit.toString(16))
  }
  expect(hidden).toEqual([])
})
