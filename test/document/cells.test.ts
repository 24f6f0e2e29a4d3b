import {describe, expect, it} from 'vitest'
import {tablesIn, texts, written} from './read.ts'

const table = '| 类目 | 资质 |\n| --- | --- |\n| 甲 | 乙 丙 |\n'
const cells = [
  ['类目', '资质'],
  ['甲', '乙 丙'],
]

/** Documents with one table each, and what is written in its cells. */
const sources: Readonly<Record<string, readonly [string, readonly (readonly string[])[]]>> = {
  'with LF': [table, cells],
  'with CRLF': [table.replaceAll('\n', '\r\n'), cells],
  'with CR': [table.replaceAll('\n', '\r'), cells],
  'after a byte order mark': [`\uFEFF${table}`, cells],
  'after a byte order mark with CRLF': [`\uFEFF${table.replaceAll('\n', '\r\n')}`, cells],
  'after text with astral characters': [`𠮷𠮷\n\n${table}`, cells],
  'without a final line ending': [table.trimEnd(), cells],
  'padded with tabs': ['|\t类目\t|\t资质|\n|--|--|\n|\t\t甲|\t乙 丙 \t|\n', cells],
  'without padding': ['|类目|资质|\n|-|-|\n|甲|乙 丙|\n', cells],
  'without pipes at the ends': ['类目 | 资质\n--- | ---\n甲 | 乙 丙\n', cells],
  'without pipes at the end': ['| 类目 | 资质\n| --- | ---\n| 甲 | 乙 丙 \n', cells],
  'without pipes at the beginning': ['类目 | 资质 |\n--- | --- |\n甲 | 乙 丙 |\n', cells],
  'with blanks after the last pipe': ['| 类目 | 资质 | \n| --- | --- |\t\n| 甲 | 乙 丙 | \t\n', cells],
  'with an indent': ['  | 类目 | 资质 |\n | --- | --- |\n   | 甲 | 乙 丙 |\n', cells],
  'with aligned columns': ['| 类目 | 资质 |\n| :-: | --: |\n|  甲  | 乙 丙 |\n', cells],
  'in a list': ['1. 一\n\n   | 类目 | 资质 |\n   | --- | --- |\n   | 甲 | 乙 丙 |\n', cells],
  'as a list item': ['- | 类目 | 资质 |\n  | --- | --- |\n  | 甲 | 乙 丙 |\n', cells],
  'in a block quote': ['> | 类目 | 资质 |\n> | --- | --- |\n>| 甲 | 乙 丙 |\n', cells],
  'in a quote in a list in a quote': [
    '> - > | 类目 | 资质 |\n>   > | --- | --- |\n>   > | 甲 | 乙 丙 |\n',
    cells,
  ],
  'in a footnote': [
    '[^1]: 一\n\n    | 类目 | 资质 |\n    | --- | --- |\n    | 甲 | 乙 丙 |\n\n甲[^1]\n',
    cells,
  ],
  'right below a paragraph': [`正文\n${table}`, cells],
  'with a header only': ['| 类目 | 资质 |\n| --- | --- |\n', [['类目', '资质']]],
  'of one column': ['| 类目 |\n| --- |\n| 甲 |\n', [['类目'], ['甲']]],
  'with blank cells': [
    '| 类目 | 资质 |\n| --- | --- |\n| | |\n|||\n|  |\t|\n',
    [
      ['类目', '资质'],
      ['', ''],
      ['', ''],
      ['', ''],
    ],
  ],
  'with rows of other widths': [
    '| 类目 | 资质 |\n| --- | --- |\n| 甲 |\n| 甲 | 乙 | 丙 |\n| 甲 | 乙 | |\n甲\n',
    [['类目', '资质'], ['甲'], ['甲', '乙', '丙'], ['甲', '乙', ''], ['甲']],
  ],
  'with escaped pipes': [
    '| 类目 | 资质 |\n| --- | --- |\n| 甲\\|乙 | `丙\\|丁` |\n',
    [
      ['类目', '资质'],
      ['甲\\|乙', '`丙\\|丁`'],
    ],
  ],
  'with an escaped backslash before a pipe': [
    '| 类目 | 资质 |\n| --- | --- |\n| 甲\\\\|乙 |\n',
    [
      ['类目', '资质'],
      ['甲\\\\', '乙'],
    ],
  ],
  'with the last pipe escaped': [
    '| 类目 | 资质 |\n| --- | --- |\n| 甲 | 乙\\|\n| 甲 | 乙\\\\|\n',
    [
      ['类目', '资质'],
      ['甲', '乙\\|'],
      ['甲', '乙\\\\'],
    ],
  ],
  'with a pipe in a code span that is not escaped': [
    '| 类目 | 资质 |\n| --- | --- |\n| `甲|乙` |\n',
    [
      ['类目', '资质'],
      ['`甲', '乙`'],
    ],
  ],
  'with full-width blanks, which are text': [
    '| 类目 | 资质 |\n| --- | --- |\n|　甲 | 乙　|\n',
    [
      ['类目', '资质'],
      ['　甲', '乙　'],
    ],
  ],
  'with line separators, which end no line': [
    '| 类目 | 资质 |\n| --- | --- |\n| 甲\u2028甲 | 乙\u0085乙 |\n',
    [
      ['类目', '资质'],
      ['甲\u2028甲', '乙\u0085乙'],
    ],
  ],
}

describe('the cells of a table', () => {
  it.each(Object.entries(sources))('%s', (_, [source, expected]) => {
    expect(tablesIn(source)).toHaveLength(1)
    expect(written(source)).toEqual(expected)
  })

  it('end where their content does and have the padding outside', () => {
    const source = '| 类目 |  资质 |\n|--|--|\n|\t甲|| \n'
    const [found] = tablesIn(source)
    expect(found?.header.cells.map(({outer}) => outer)).toEqual([
      {start: 1, end: 5},
      {start: 6, end: 11},
    ])
    expect(found?.header.cells.map(({range}) => range)).toEqual([
      {start: 2, end: 4},
      {start: 8, end: 10},
    ])
    const row = source.lastIndexOf('|\t')
    expect(found?.rows[0]?.cells.map(({outer}) => outer)).toEqual([
      {start: row + 1, end: row + 3},
      {start: row + 4, end: row + 4},
    ])
  })

  it('are on the line of their row', () => {
    const lines = (source: string) =>
      tablesIn(source).flatMap(({header, rows}) => [header, ...rows].map(({line}) => line))
    expect(lines(`正文\n\n${table}| 丁 | |\n`)).toEqual([3, 5, 6])
    expect(lines(`正文\r\r${table.replaceAll('\n', '\r')}`)).toEqual([3, 5])
    expect(lines(`\uFEFF${table}`)).toEqual([1, 3])
  })

  it('show no markup in their text', () => {
    expect(texts('| 类目 | 资质 |\n|--|--|\n| **甲** | [乙](u)<br>`丙\\|` |\n')).toEqual([
      ['类目', '资质'],
      ['甲', '乙\n丙|'],
    ])
  })
})

describe('what is no table', () => {
  it.each([
    ['fenced code', '```\n| 类目 | 资质 |\n| --- | --- |\n```\n'],
    ['indented code', '    | 类目 | 资质 |\n    | --- | --- |\n'],
    ['a comment', '<!--\n| 类目 | 资质 |\n| --- | --- |\n-->\n'],
    ['HTML', '<div>\n| 类目 | 资质 |\n| --- | --- |\n</div>\n'],
    ['front matter', '---\na: |\n| 类目 | 资质 |\n| -- | -- |\n---\n'],
    ['a delimiter row of another width', '| 类目 | 资质 |\n| --- |\n| 甲 | 乙 |\n'],
    ['nothing', ''],
    ['a byte order mark', '\uFEFF'],
  ])('%s', (_, source) => {
    expect(tablesIn(source)).toEqual([])
  })
})
