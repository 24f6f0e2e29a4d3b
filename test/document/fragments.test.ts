import {describe, expect, it} from 'vitest'
import {findFragments} from '../../src/document/fragments.ts'
import {read} from './read.ts'

/** Each fragment as its kind and the lines that it consists of. */
function fragments(source: string): readonly string[] {
  const document = read(source)
  return findFragments(document).map(({kind, lines}) =>
    [kind, ...lines.map(({range}) => document.lines.lineAt(range.start))].join(' '),
  )
}

const table = '| 类目 | 资质 |\n| --- | --- |\n| 甲 | 乙 |\n'

describe('a fragment', () => {
  it.each([
    ['rows without a delimiter row', '| 类目 | 资质 |\n| 甲 | 乙 |\n', ['no-delimiter 1 2']],
    ['rows without one, without outer pipes', '类目 | 资质\n甲 | 乙\n', ['no-delimiter 1 2']],
    ['rows without one below text', '正文\n\n\n| 类目 | 资质 |\n| 甲 | 乙 |\n', ['no-delimiter 4 5']],
    ['too short a delimiter row', '| 类目 | 资质 |\n| --- |\n| 甲 | 乙 |\n', ['delimiter-width 1 2 3']],
    ['too long a delimiter row', '| 类目 | 资质 |\n|--|--|--|\n| 甲 | 乙 |\n', ['delimiter-width 1 2 3']],
    ['a delimiter row that makes a heading', '| 类目 | 资质 |\n---\n', ['delimiter-width 1 2']],
    [
      'a delimiter row with a wrong dash',
      '| 类目 | 资质 |\n|——|——|\n| 甲 | 乙 |\n',
      ['delimiter-form 1 2 3'],
    ],
    [
      'a delimiter row with a wrong colon',
      '| 类目 | 资质 |\n|：--|--|\n| 甲 | 乙 |\n',
      ['delimiter-form 1 2 3'],
    ],
    ['full-width pipes', '｜类目｜资质｜\n｜--｜--｜\n｜甲｜乙｜\n', ['wide-pipes 1 2 3']],
    ['a delimiter row without a header', '|--|--|\n| 甲 | 乙 |\n', ['no-header 1 2']],
    ['rows after a blank line', `${table}\n| 丙 | 丁 |\n| 戊 | 己 |\n`, ['cut-off 5 6']],
    ['rows after a comment', `${table}<!-- x -->\n| 丙 | 丁 |\n`, ['cut-off 5']],
    ['rows after two blank lines each', `${table}\n| 丙 | 丁 |\n\n| 戊 | 己 |\n`, ['cut-off 5 7']],
    [
      'rows without outer pipes after a blank line',
      '类目 | 资质\n--|--\n甲 | 乙\n\n丙 | 丁\n',
      ['cut-off 5'],
    ],
    ['a row alone', '正文\n\n| 甲 | 乙 |\n\n正文\n', ['stray 3']],
    ['a table below a tag', '<div>\n| 类目 | 资质 |\n|--|--|\n| 甲 | 乙 |\n</div>\n', ['in-html 2 3 4 5']],
    ['rows in a block quote', '> | 类目 | 资质 |\n> | 甲 | 乙 |\n', ['no-delimiter 1 2']],
    ['rows in a list', '- 甲\n\n  | 类目 | 资质 |\n  | 甲 | 乙 |\n', ['no-delimiter 3 4']],
    [
      'a header cut off from its delimiter row',
      '| 类目 | 资质 |\n\n|--|--|\n| 甲 | 乙 |\n',
      ['parted-head 1'],
    ],
  ])('%s', (_, source, expected) => {
    expect(fragments(source)).toEqual(expected)
    expect(fragments(source.replaceAll('\n', '\r\n'))).toEqual(expected)
    expect(fragments(source.replaceAll('\n', '\r'))).toEqual(expected)
    expect(fragments(`\uFEFF${source}`)).toEqual(expected)
  })

  it('names the table it is cut off from', () => {
    const document = read(`${table}\n| 丙 | 丁 |\n`)
    const [fragment] = findFragments(document)
    expect(fragment?.table?.header.line).toBe(1)
    expect(fragment?.table).toBe(document.sections[0]?.blocks[0])
  })
})

describe('what is no fragment', () => {
  it.each([
    ['a table', table],
    ['two tables', `${table}\n${table}`],
    ['a table with a header only', '| 类目 | 资质 |\n| --- | --- |\n'],
    ['a table and prose', `${table}\n正文\n`],
    ['prose with a pipe', '用 a | b 表示二选一。\n'],
    ['lines of prose with pipes', '用 a | b 表示二选一。\n而 a | b | c 表示三选一。\n还有一行没有。\n'],
    ['a paragraph with a pipe at its beginning', '| 是竖线。\n'],
    ['an absolute value', '|x| 是绝对值。\n'],
    ['escaped pipes', '\\| 甲 \\| 乙 \\|\n'],
    ['one cell with an escaped pipe in it', '| 甲 \\| 乙 |\n'],
    ['prose that ends in a pipe after a table', `${table}\n命令是 a | b\n其他。\n`],
    ['a command in a code span', '运行 `cat a | grep b` 即可。\n'],
    ['a list with pipes', '- 甲 | 乙\n- 丙 | 丁\n'],
    ['fenced code', '```\n| 类目 | 资质 |\n| 甲 | 乙 |\n```\n'],
    ['indented code', '    | 类目 | 资质 |\n    | 甲 | 乙 |\n'],
    ['a comment', '<!--\n| 类目 | 资质 |\n|--|--|\n-->\n'],
    ['HTML with preformatted text', '<pre>\n| 类目 | 资质 |\n|--|--|\n</pre>\n'],
    ['front matter', '---\na: |\n  | b | c |\n---\n'],
    ['a heading with pipes', '## 甲 | 乙 | 丙\n'],
    ['a thematic break', '甲\n\n---\n\n乙\n'],
    ['nothing', ''],
  ])('%s', (_, source) => {
    expect(fragments(source)).toEqual([])
    expect(fragments(source.replaceAll('\n', '\r\n'))).toEqual([])
  })
})
