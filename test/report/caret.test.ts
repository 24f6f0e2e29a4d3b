import {describe, expect, it} from 'vitest'
import {displayWidth} from '../../src/text/width.ts'
import {fileOf, findingAt, plain, pretty, span} from './build.ts'

const FAMILY = '👨\u200D👩\u200D👧'

/** The line of the source and the marks below it, as printed behind the bar. */
function frameOf(source: string, place: ReturnType<typeof span>, width = 100): readonly [string, string] {
  const report = pretty([fileOf(source, [findingAt(source, '', place)])], {...plain, width})
  const [line = '', marks = ''] = report.split('\n').flatMap((text) => text.split(/ │ ?/).slice(1))
  return [line, marks]
}

describe('the caret stands under the text', () => {
  // Each expectation counts columns by hand: blanks before, carets under.
  it.each([
    ['in ASCII', 'abx', 'x', 'abx', '  ^'],
    ['after ideographs', '|金融|x|', 'x', '|金融|x|', '      ^'],
    ['under ideographs', '|金融|', '金融', '|金融|', ' ^^^^'],
    ['after a tab', '\tx', 'x', '    x', '    ^'],
    ['after a tab in the middle', 'ab\tx', 'x', 'ab  x', '    ^'],
    ['after ideographs and a tab', '金融\tx', 'x', '金融    x', '        ^'],
    ['under a tab', '金\t|', '\t', '金  |', '  ^^'],
    ['under text with a tab inside', '|a\tb|', 'a\tb', '|a  b|', ' ^^^^'],
    ['after a family', `${FAMILY}x`, 'x', `${FAMILY}x`, '  ^'],
    ['under a family', `a${FAMILY}b`, FAMILY, `a${FAMILY}b`, ' ^^'],
    ['under half a family', `a${FAMILY}b`, '👩', `a${FAMILY}b`, ' ^^'],
    ['after a flag', '🇨🇳x', 'x', '🇨🇳x', '  ^'],
    ['after a combining accent', 'e\u0301x', 'x', 'e\u0301x', ' ^'],
    ['after ambiguous characters', '“…·”x', 'x', '“…·”x', '    ^'],
    ['after full-width forms', '（Ａ）x', 'x', '（Ａ）x', '      ^'],
    ['after half-width katakana', 'ｶﾞx', 'x', 'ｶﾞx', '  ^'],
    ['in a file with CR LF', 'a\r\n金x\r\nb', 'x', '金x', '  ^'],
    ['after a byte order mark', '\uFEFF金x', 'x', '<U+FEFF>金x', '          ^'],
    ['at the end of a line', '金x\nb', 'x', '金x', '  ^'],
    ['under a hidden character', 'a\u200Bb', '\u200B', 'a<U+200B>b', ' ^^^^^^^^'],
    ['under a hidden joiner', '人\u200D人', '\u200D', '人<U+200D>人', '  ^^^^^^^^'],
    ['after an escape sequence', '\u001B[1mx', 'x', '<U+001B>[1mx', '           ^'],
    ['under the first of several lines', 'abc\ndef', 'bc\nde', 'abc', ' ^^'],
  ])('%s', (_, source, text, line, marks) => {
    expect(frameOf(source, span(source, source.indexOf(text), text.length))).toEqual([line, marks])
  })

  it.each([
    ['inside a line', '金融', 1, '金融', '  ^'],
    ['at the end of a line', '金融\nb', 2, '金融', '    ^'],
    ['at the end of a CR LF line', '金融\r\nb', 2, '金融', '    ^'],
    ['in an empty line', '\n', 0, '', '^'],
    ['at the end of the file', 'ab', 2, 'ab', '  ^'],
  ])('of an empty span %s', (_, source, offset, line, marks) => {
    expect(frameOf(source, span(source, offset, 0))).toEqual([line, marks])
  })
})

// At 40 columns with a line number of one digit, 32 are left for the line.
describe('a long line is cropped round the span', () => {
  it('in ideographs', () => {
    const source = `${'金'.repeat(100)}x${'融'.repeat(100)}`
    expect(frameOf(source, span(source, 100, 1), 40)).toEqual([
      `…${'金'.repeat(7)}x${'融'.repeat(7)}…`,
      `${' '.repeat(15)}^`,
    ])
  })

  it('between graphemes', () => {
    const source = `${FAMILY.repeat(50)}x${FAMILY.repeat(50)}`
    expect(frameOf(source, span(source, 400, 1), 40)).toEqual([
      `…${FAMILY.repeat(7)}x${FAMILY.repeat(7)}…`,
      `${' '.repeat(15)}^`,
    ])
  })

  it('at its beginning', () => {
    const source = `x${'-'.repeat(50)}`
    expect(frameOf(source, span(source, 0, 1), 40)).toEqual([`x${'-'.repeat(29)}…`, '^'])
  })

  it('at its end', () => {
    const source = `${'-'.repeat(50)}x`
    expect(frameOf(source, span(source, 50, 1), 40)).toEqual([`…${'-'.repeat(29)}x`, `${' '.repeat(30)}^`])
    expect(frameOf(source, span(source, 51, 0), 40)).toEqual([`…${'-'.repeat(29)}x`, `${' '.repeat(31)}^`])
  })

  it('and so is a span that is too long itself', () => {
    const source = `a${'金'.repeat(100)}b`
    expect(frameOf(source, span(source, 1, 100), 40)).toEqual([`…${'金'.repeat(15)}…`, ` ${'^'.repeat(30)}`])
  })

  it('but not when it just fits', () => {
    const source = `${'金'.repeat(15)}xy`
    expect(frameOf(source, span(source, 15, 1), 40)).toEqual([source, `${' '.repeat(30)}^`])
  })

  it('and never wider than the terminal', () => {
    const source = `${'金x\t\u200B'.repeat(5000)}`
    for (let offset = 0; offset < 100; offset++) {
      const [line, marks] = frameOf(source, span(source, offset * 7, 3), 40)
      expect(displayWidth(line)).toBeLessThanOrEqual(32)
      expect(marks.length).toBeLessThanOrEqual(32)
    }
  })
})
