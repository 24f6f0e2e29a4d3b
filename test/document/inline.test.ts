import {describe, expect, it} from 'vitest'
import {tablesIn} from './read.ts'

/** The content as written, its plain text, and stretches of the text with what stands there in the source. */
type Case = readonly [written: string, text: string, ...places: readonly Place[]]
type Place = readonly [text: string, source: string]

const cases: Readonly<Record<string, readonly Case[]>> = {
  'plain text': [
    ['甲', '甲', ['甲', '甲']],
    ['甲 乙', '甲 乙', ['乙', '乙'], [' ', ' ']],
    ['甲\t乙', '甲\t乙', ['\t', '\t'], ['乙', '乙']],
    ['𠮷野家', '𠮷野家', ['𠮷', '𠮷'], ['野', '野'], ['𠮷野家', '𠮷野家']],
    ['e\u0301甲', 'e\u0301甲', ['e\u0301', 'e\u0301'], ['甲', '甲']],
    ['👩\u200D👧甲', '👩\u200D👧甲', ['甲', '甲'], ['👧', '👧']],
    ['甲\u00A0乙', '甲\u00A0乙', ['\u00A0', '\u00A0']],
    ['甲\u2028乙', '甲\u2028乙', ['乙', '乙']],
    ['甲 \\ 乙', '甲 \\ 乙', ['\\', '\\'], ['乙', '乙']],
    ['甲\\乙', '甲\\乙', ['\\', '\\'], ['乙', '乙']],
    ['a * b_c $1', 'a * b_c $1', ['$1', '$1']],
  ],
  'backslash escapes': [
    ['甲\\|乙', '甲|乙', ['|', '\\|'], ['乙', '乙'], ['甲|乙', '甲\\|乙']],
    ['甲\\\\', '甲\\', ['\\', '\\\\']],
    ['甲\\\\\\|乙', '甲\\|乙', ['\\', '\\\\'], ['|', '\\|'], ['乙', '乙']],
    ['\\*甲\\*', '*甲*', ['甲', '甲'], ['*甲', '\\*甲']],
    ['\\<ICP\\>乙', '<ICP>乙', ['ICP', 'ICP'], ['乙', '乙']],
    ['\\&amp;乙', '&amp;乙', ['&', '\\&'], ['amp;', 'amp;'], ['乙', '乙']],
    ['甲\\|', '甲|', ['|', '\\|']],
  ],
  'character references': [
    ['甲&amp;乙', '甲&乙', ['&', '&amp;'], ['乙', '乙']],
    ['甲&nbsp;乙', '甲\u00A0乙', ['\u00A0', '&nbsp;'], ['乙', '乙']],
    ['甲&#x4E2D;乙', '甲中乙', ['中', '&#x4E2D;'], ['乙', '乙']],
    ['甲&#20013;乙', '甲中乙', ['中', '&#20013;'], ['乙', '乙']],
    ['&#x20BB7;乙', '𠮷乙', ['𠮷', '&#x20BB7;'], ['乙', '乙']],
    ['&ngE;乙', '≧\u0338乙', ['≧\u0338', '&ngE;'], ['乙', '乙']],
    ['&amp;amp;乙', '&amp;乙', ['&', '&amp;'], ['amp;', 'amp;'], ['乙', '乙']],
    ['&#124;乙', '|乙', ['|', '&#124;'], ['乙', '乙']],
    // No such name, no semicolon, too many digits, no digits.
    ['甲&nope;乙', '甲&nope;乙', ['&nope;', '&nope;'], ['乙', '乙']],
    ['甲&amp乙', '甲&amp乙', ['&amp', '&amp'], ['乙', '乙']],
    ['甲&#12345678;乙', '甲&#12345678;乙', ['&#1', '&#1'], ['乙', '乙']],
    ['甲&#;&#x;&;乙', '甲&#;&#x;&;乙', ['乙', '乙']],
    ['甲&乙&', '甲&乙&', ['乙', '乙'], ['&乙&', '&乙&']],
    // No character has that number, or one that a text must not hold.
    ['甲&#0;乙', '甲\uFFFD乙', ['\uFFFD', '&#0;'], ['乙', '乙']],
    ['甲&#xD800;乙', '甲\uFFFD乙', ['\uFFFD', '&#xD800;'], ['乙', '乙']],
    ['甲&#x110000;乙', '甲\uFFFD乙', ['\uFFFD', '&#x110000;'], ['乙', '乙']],
    ['甲&#1;乙', '甲\uFFFD乙', ['\uFFFD', '&#1;'], ['乙', '乙']],
    ['甲&#127;乙', '甲\uFFFD乙', ['\uFFFD', '&#127;'], ['乙', '乙']],
    ['甲&#xFFFE;乙', '甲\uFFFD乙', ['\uFFFD', '&#xFFFE;'], ['乙', '乙']],
  ],
  NUL: [['甲\0乙', '甲\uFFFD乙', ['\uFFFD', '\0'], ['乙', '乙']]],
  'code spans': [
    ['`甲`', '甲', ['甲', '甲']],
    ['乙`甲`丙', '乙甲丙', ['乙', '乙'], ['甲', '甲'], ['丙', '丙'], ['乙甲', '乙`甲']],
    ['`甲\\|乙`丙', '甲|乙丙', ['|', '\\|'], ['乙', '乙'], ['丙', '丙']],
    ['`` 甲`乙 ``丙', '甲`乙丙', ['甲', '甲'], ['`', '`'], ['丙', '丙']],
    ['`a\\*甲`', 'a\\*甲', ['\\*', '\\*'], ['甲', '甲']],
    ['`a\\\\甲`乙', 'a\\\\甲乙', ['\\\\', '\\\\'], ['甲', '甲'], ['乙', '乙']],
    ['`a&amp;甲`乙', 'a&amp;甲乙', ['&amp;', '&amp;'], ['甲', '甲'], ['乙', '乙']],
    ['`<br>`', '<br>', ['<br>', '<br>']],
    ['`甲', '`甲', ['甲', '甲']],
  ],
  'emphasis, strong and strike': [
    ['*甲*乙', '甲乙', ['甲', '甲'], ['乙', '乙']],
    ['**甲**乙', '甲乙', ['甲', '甲'], ['乙', '乙']],
    ['__甲__', '甲', ['甲', '甲']],
    ['~~甲~~乙', '甲乙', ['甲', '甲'], ['乙', '乙']],
    ['甲 ***乙*** 丙', '甲 乙 丙', ['乙', '乙'], ['丙', '丙']],
    ['**甲*乙*丙**', '甲乙丙', ['甲', '甲'], ['乙', '乙'], ['丙', '丙']],
    ['**甲', '**甲', ['**', '**'], ['甲', '甲']],
  ],
  'links and images': [
    ['[甲](https://example.com)乙', '甲乙', ['甲', '甲'], ['乙', '乙']],
    ['[甲](u "t")乙', '甲乙', ['甲', '甲'], ['乙', '乙']],
    ['[**甲**乙](u)', '甲乙', ['甲', '甲'], ['乙', '乙']],
    ['[甲\\|乙](u)', '甲|乙', ['|', '\\|'], ['乙', '乙']],
    ['[甲][r]乙', '甲乙', ['甲', '甲'], ['乙', '乙']],
    ['[甲][missing]乙', '[甲][missing]乙', ['[甲]', '[甲]'], ['乙', '乙']],
    ['![甲](u)乙', '甲乙', ['乙', '乙']],
    ['![](u)乙', '乙', ['乙', '乙']],
    ['![甲][r]乙', '甲乙', ['乙', '乙']],
    ['[![甲](u)](v)乙', '甲乙', ['乙', '乙']],
  ],
  autolinks: [
    [
      '<https://example.com/甲>乙',
      'https://example.com/甲乙',
      ['甲', '甲'],
      ['乙', '乙'],
      ['https', 'https'],
    ],
    ['<https://example.com/?a&amp;b>乙', 'https://example.com/?a&amp;b乙', ['amp;', 'amp;'], ['乙', '乙']],
    ['<a@example.com>乙', 'a@example.com乙', ['a@example.com', 'a@example.com'], ['乙', '乙']],
    ['见 https://example.com/a 乙', '见 https://example.com/a 乙', ['https', 'https'], ['乙', '乙']],
    ['见 www.example.com 乙', '见 www.example.com 乙', ['www', 'www'], ['乙', '乙']],
    ['见 a@example.com 乙', '见 a@example.com 乙', ['a@example.com', 'a@example.com'], ['乙', '乙']],
    ['**见 a@example.com** 乙', '见 a@example.com 乙', ['a@example.com', 'a@example.com'], ['乙', '乙']],
    // After a mark that is no blank an address becomes a link without a position, and so does the text beside it.
    ['见：www.example.com 乙', '见：www.example.com 乙', ['www', 'www'], ['乙', '乙']],
    [
      '甲<br>b：www.example.com 乙',
      '甲\nb：www.example.com 乙',
      ['b：', 'b：'],
      ['www', 'www'],
      ['乙', '乙'],
    ],
    ['**甲**：a@example.com。*乙*', '甲：a@example.com。乙', ['a@', 'a@'], ['。', '。'], ['乙', '乙']],
  ],
  'footnote references': [
    ['甲[^1]乙', '甲乙', ['甲', '甲'], ['乙', '乙']],
    ['甲[^2]乙', '甲[^2]乙', ['[^2]', '[^2]'], ['乙', '乙']],
  ],
  'line breaks': [
    ['甲<br>乙', '甲\n乙', ['\n', '<br>'], ['乙', '乙']],
    ['甲<br/>乙', '甲\n乙', ['\n', '<br/>'], ['乙', '乙']],
    ['甲<br />乙', '甲\n乙', ['\n', '<br />'], ['乙', '乙']],
    ['甲<BR>乙', '甲\n乙', ['\n', '<BR>'], ['乙', '乙']],
    ['甲<br><br>乙', '甲\n\n乙', ['\n\n', '<br><br>'], ['乙', '乙']],
  ],
  'other HTML': [
    ['甲<!-- x -->乙', '甲乙', ['甲', '甲'], ['乙', '乙']],
    ['甲<span class="x">乙</span>丙', '甲乙丙', ['乙', '乙'], ['丙', '丙']],
    ['甲<sup>1</sup>', '甲1', ['1', '1']],
    ['甲<ICP>乙', '甲<ICP>乙', ['<ICP>', '<ICP>'], ['乙', '乙']],
    ['甲<br-x>乙', '甲<br-x>乙', ['<br-x>', '<br-x>']],
    ['甲<3乙', '甲<3乙', ['<3', '<3'], ['乙', '乙']],
    ['<甲证>乙', '<甲证>乙', ['<甲证>', '<甲证>'], ['乙', '乙']],
    ['甲<!-- x', '甲<!-- x', ['<!--', '<!--']],
  ],
}

describe.each(Object.entries(cases))('%s', (_, list) => {
  it.each(list.map(([content, text, ...places]) => [content, text, places] as const))(
    '%j',
    (content, text, places) => {
      const source = `| 类目 | 资质 |\n| --- | --- |\n| ${content} | 丁 |\n\n[r]: u\n[^1]: x\n`
      const cell = tablesIn(source)[0]?.rows[0]?.cells[0]
      if (!cell) throw new Error('There is no such cell')
      const start = source.indexOf(content, 25)
      expect(cell.range).toEqual({start, end: start + content.length})
      expect(cell.content.raw).toBe(content)
      expect(cell.content.text).toBe(text)
      for (const [part, from] of places) {
        const at = text.indexOf(part)
        const range = cell.content.rangeOf(at, at + part.length)
        expect(source.slice(range.start, range.end), `where ${JSON.stringify(part)} stands`).toBe(from)
      }
    },
  )
})

it("an image's alternative text stands in the image", () => {
  const source = '| 类目 |\n| --- |\n| 甲![乙 *丙*](u "t")丁 |\n'
  const content = tablesIn(source)[0]?.rows[0]?.cells[0]?.content
  expect(content?.text).toBe('甲乙 丙丁')
  const {start = 0, end = 0} = content?.rangeOf(1, 4) ?? {}
  expect('![乙 *丙*](u "t")').toContain(source.slice(start, end))
  expect(source.slice(start, end)).toContain('乙 *丙')
})

describe('an empty stretch of text', () => {
  const source = '| 类目 |\n| --- |\n| 甲**乙** |\n| |\n'
  const [first, blank] = tablesIn(source)[0]?.rows.map(({cells}) => cells[0]?.content) ?? []

  it('stands before the character that follows it', () => {
    const at = source.indexOf('乙')
    expect(first?.rangeOf(1, 1)).toEqual({start: at, end: at})
  })

  it('stands at the end of the content or right after the last character', () => {
    const after = source.indexOf('乙') + 1
    const range = first?.rangeOf(2, 2)
    expect(range?.start).toBe(range?.end)
    expect(range?.start).toBeGreaterThanOrEqual(after)
    expect(range?.start).toBeLessThanOrEqual(after + 2)
  })

  it('has a place in a blank cell', () => {
    expect(blank?.text).toBe('')
    expect(blank?.isBlank).toBe(true)
    expect(blank?.rangeOf(0, 0)).toEqual(blank?.range)
  })
})
