import {describe, expect, it} from 'vitest'
import {lintText, readDataset} from '../../src/index.ts'
import {toCr, toCrlf, withBom} from '../harness/transform.ts'

/** A table whose rows have one finding each, `license-spacing`, on the lines from 5 on. */
function page(rows: readonly string[], {above = '', below = ''} = {}): string {
  return `${above}## 一级类目：甲\n\n| 二级类目 | 资质 |\n| --- | --- |\n${rows.join('\n')}\n${below}`
}

const flawed = ['| 乙 | 《丙证 》 |', '| 丁 | 《戊证 》 |', '| 己 | 《庚证 》 |']

/** What is found, as `line rule`. */
function found(source: string, options: Parameters<typeof lintText>[1] = {}): readonly string[] {
  return lintText(source, options).findings.map(({rule, start}) => `${start.line} ${rule}`)
}

const spacing = (...lines: readonly number[]) => lines.map((line) => `${line} license-spacing`)

const forms = [
  ['line feeds', (text: string) => text],
  ['CRLF', toCrlf],
  ['CR', toCr],
  ['a byte order mark', withBom],
  ['CRLF and a byte order mark', (text: string) => withBom(toCrlf(text))],
] as const

const cases: readonly (readonly [name: string, source: string, left: readonly string[]])[] = [
  ['nothing without a comment', page(flawed), spacing(5, 6, 7)],
  [
    'the row, by a comment in its last cell',
    page(['| 乙 | 《丙证 》 <!-- catalint-disable-line license-spacing --> |', ...flawed.slice(1)]),
    spacing(6, 7),
  ],
  [
    'the row, by a comment in its first cell',
    page(['| <!-- catalint-disable-line license-spacing --> 乙 | 《丙证 》 |', ...flawed.slice(1)]),
    spacing(6, 7),
  ],
  [
    'all rules on the row',
    page(['| 乙<!-- catalint-disable-line -->\t\t | 《丙证 》 |', ...flawed.slice(1)]),
    spacing(6, 7),
  ],
  [
    'the next row, by a comment in the row before',
    page(['| 乙 | 《丙证 》 <!-- catalint-disable-next-line license-spacing --> |', ...flawed.slice(1)]),
    spacing(5, 7),
  ],
  [
    'what is named, in any order and with commas',
    page(['|\t\t乙 | 《丙证 》 <!--catalint-disable-line cell-whitespace,，license-spacing、--> |']),
    [],
  ],
  [
    'no other rule',
    page(['|\t\t乙 | 《丙证 》 <!-- catalint-disable-line license-spacing --> |']),
    ['5 cell-whitespace'],
  ],
  [
    'all rules, with a reason',
    page(['|\t\t乙 | 《丙证 》 <!-- catalint-disable-line -- license-name --> |']),
    [],
  ],
  [
    'with a reason after —',
    page(['| 乙 | 《丙证 》 <!-- catalint-disable-line license-spacing —原文如此 --> |']),
    [],
  ],
  [
    'rows between two comments round a table',
    `<!-- catalint-disable license-spacing -->\n\n${page(flawed)}\n<!-- catalint-enable license-spacing -->\n\n${page(flawed).replace('甲', '子')}`,
    spacing(17, 18, 19),
  ],
  [
    'rows from a comment in a cell to one in another',
    page([
      '| 乙 | 《丙证 》 |',
      '| 丁 <!-- catalint-disable license-spacing --> | 《戊证 》 |',
      '| 己 | 《庚证 》 |',
      '| 辛 | 《壬证 》 <!-- catalint-enable --> |',
      '| 癸 | 《子证 》 |',
    ]),
    spacing(5, 9),
  ],
  [
    'to the end where nothing is switched on again',
    page(['| 乙 | 《丙证 》 |', '| 丁 | 《戊证 》 <!-- catalint-disable --> |', '| 己 | 《庚证 》 |']),
    spacing(5),
  ],
  [
    'all rules but one that is switched on again',
    page([
      '|\t\t乙 | 《丙证 》 <!-- catalint-disable --> |',
      '| 丁 | 《戊证 》 <!-- catalint-enable license-spacing --> |',
      '|\t\t己 | 《庚证 》 |',
      '| 辛 | 《壬证 》 <!-- catalint-disable --> |',
    ]),
    spacing(7),
  ],
  [
    'the whole file, from anywhere',
    page(flawed, {below: '\n<!-- catalint-disable-file license-spacing -->\n'}),
    [],
  ],
  [
    'a heading, by a comment at its end',
    page([], {above: '## 一级类目： 乙 <!-- catalint-disable-line -->\n\n'}),
    ['5 no-empty-category'],
  ],
  [
    'a heading, by a comment above, blank line or not',
    '<!-- catalint-disable-next-line category-heading -->\n\n## 一级类目： 甲\n\n<!-- catalint-disable-next-line category-heading -->\n## 一级类目： 乙\n\n<!-- catalint-disable-next-line no-empty-category -->\n<!-- catalint-disable-next-line category-heading -->\n\n\n## 一级类目： 丙\n',
    ['3 no-empty-category', '6 no-empty-category'],
  ],
  [
    'the header line only, by a comment above the table',
    '## 一级类目：甲\n\n<!-- catalint-disable-next-line table-header -->\n| 二级类目 | 资质 | 资质 |\n| --- | --- | --- |\n| 乙 | 《丙证 》 | |\n',
    spacing(6),
  ],
  [
    'several comments in one block of HTML',
    page(flawed, {
      above: '<!-- catalint-disable\nlicense-spacing --><!-- catalint-disable-file table-header -->\n\n',
    }),
    ['2 unused-directive'],
  ],
  [
    'within a block quote',
    page(flawed)
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n')
      .replace('> ## ', '> <!-- catalint-disable\n> license-spacing -->\n> ## '),
    [],
  ],
  [
    'within a list',
    `- <!-- catalint-disable license-spacing -->\n\n${page(flawed).replace(/^(?=.)/gm, '  ')}`,
    [],
  ],
]

describe('a comment silences', () => {
  it.each(cases)('%s', (_, source, left) => {
    for (const [form, write] of forms) expect(found(write(source)), form).toEqual(left)
  })
})

describe('no comment is', () => {
  it.each([
    ['code', page(['| 乙 `<!-- catalint-disable-line -->` | 《丙证 》 |']), spacing(5)],
    [
      'a block of code',
      page(flawed, {above: '```\n<!-- catalint-disable-file -->\n```\n\n'}),
      spacing(9, 10, 11),
    ],
    ['an indented block', page(flawed, {above: '    <!-- catalint-disable-file -->\n\n'}), spacing(7, 8, 9)],
    ['escaped', page(['| 乙 \\<!-- catalint-disable-line --> | 《丙证 》 |']), spacing(5)],
    [
      'a script',
      page(flawed, {above: '<script>\n<!-- catalint-disable-file -->\n</script>\n\n'}),
      spacing(9, 10, 11),
    ],
    [
      'one that only mentions it',
      page(flawed, {above: '<!-- see catalint-disable-file -->\n\n'}),
      spacing(7, 8, 9),
    ],
    [
      'front matter',
      page(flawed, {above: '---\na: <!-- catalint-disable-file -->\n---\n\n'}),
      spacing(9, 10, 11),
    ],
    ['one without an end', page(flawed, {below: '\n<!-- catalint-disable-file\n'}), spacing(5, 6, 7)],
  ])('%s', (_, source, left) => {
    expect(found(source)).toEqual(left)
  })
})

describe('a directive is not called unused', () => {
  const source = page(['| 乙 <!-- catalint-disable-line license-spacing --> | |'])
  const all = page(['| 乙 <!-- catalint-disable-line --> | 《丙证》 |'])

  it('when its rule is off', () => {
    expect(found(source, {rules: {'no-empty-cell': 'off'}})).toEqual(['5 unused-directive'])
    expect(found(source, {rules: {'no-empty-cell': 'off', 'license-spacing': 'off'}})).toEqual([])
  })

  it('when it is for all rules and one of them is off', () => {
    expect(found(all)).toEqual(['5 unused-directive'])
    expect(found(all, {rules: {'no-empty-cell': 'off'}})).toEqual([])
  })

  it('where the document or the settings say so', () => {
    const file = '<!-- catalint-disable-file unused-directive -->\n\n'
    expect(found(file + all)).toEqual([])
    expect(found(`${file}## 一级类目：甲\n\n| 二级类目 | 资质 |\n| --- | --- |\n| 乙 | 丙 |\n`)).toEqual([])
    expect(found(all, {rules: {'unused-directive': 'off'}})).toEqual([])
    expect(lintText(all, {rules: {'unused-directive': 'error'}}).findings[0]?.level).toBe('error')
  })

  it('but it does not silence that itself unless it says so', () => {
    expect(found(`<!-- catalint-disable-file -->\n\n${page(['| 乙 | 《丙证》 |'])}`)).toEqual([
      '1 unused-directive',
    ])
  })
})

it('of two directives for one thing the first one does it', () => {
  const twice =
    '<!-- catalint-disable-line license-spacing --> <!-- catalint-disable-line license-spacing -->'
  const {findings} = lintText(page([`| 乙 | 《丙证 》 ${twice} |`]))
  expect(findings.map(({rule, start}) => [rule, start.column])).toEqual([['unused-directive', 60]])
})

describe('what is silenced', () => {
  it('is no problem of the row in the dataset, where errors are silenced too', () => {
    const duplicate = '| 乙 | 《丙证》 |\n| 乙 <!-- catalint-disable-line no-duplicate-key --> | 《丁证》 |'
    const problems = readDataset(page([duplicate])).categories.flatMap(({subcategories}) =>
      subcategories.map((row) => row.problems),
    )
    expect(problems).toEqual([undefined, undefined])
    expect(found(page([duplicate]))).toEqual([])
    expect(found(page([duplicate.replace(/ <!--.*?-->/, '')]))).toEqual(['6 no-duplicate-key'])
  })

  it('counts rules of one’s own', () => {
    expect(found(page(['| 乙 <!-- catalint-disable-line my-rule --> | 《丙证》 |']))).toEqual([
      '5 unused-directive',
    ])
  })
})

describe('a comment is nothing to', () => {
  const plain = page([
    '| 乙 | 请上传《丙证》。 |',
    '| 丁 | 请上传《戊证》。 |',
    '| 己 | 请上传《庚证》 |',
    '| 辛 | |',
  ])
  const {findings} = lintText(plain)
  const rows = (text: string) =>
    readDataset(text).categories.map(({name, subcategories}) => [
      name,
      subcategories.map((row) => [row.name, row.qualification, row.requirement]),
    ])
  const comment = '<!-- 待核 -->'

  it.each([
    [
      'after the text of each cell',
      (text: string) => text.replace(/(?<=[乙丁己辛。》]) (?=\|)/g, ` ${comment} `),
    ],
    [
      'after two blanks',
      (text: string) => text.replace(/(?<=[乙丁己辛。》]) (?=\|)/g, `  ${comment}  ${comment} `),
    ],
    ['right after it', (text: string) => text.replace(/(?<=[乙丁己辛。》]) (?=\|)/g, `${comment} `)],
    ['before it', (text: string) => text.replace(/(?<=\| )(?=[乙丁己辛请])/g, `${comment} `)],
    ['right before it', (text: string) => text.replace(/(?<=\| )(?=[乙丁己辛请])/g, comment)],
    ['in a blank cell', (text: string) => text.replace('| |', `| ${comment} |`)],
    ['after a heading', (text: string) => text.replace('甲', `甲 ${comment}`)],
    ['before a table', (text: string) => text.replace('| 二级', `${comment}\n\n| 二级`)],
  ])('the dataset and the rules, %s', (_, change) => {
    const text = change(plain)
    expect(text).toContain(comment)
    expect(rows(text)).toEqual(rows(plain))
    const said = lintText(text).findings.map(({rule, messageId, key}) => [rule, messageId, key])
    expect(said).toEqual(findings.map(({rule, messageId, key}) => [rule, messageId, key]))
  })

  it('the words on both sides, of which one blank is left', () => {
    const row = `| 乙  ${comment}  丁 | 甲${comment}乙 ${comment}${comment} 丙 |`
    expect(rows(page([row]))[0]?.[1]).toEqual([['乙 丁', '甲乙 丙', expect.anything()]])
    expect(found(page([row]))).toEqual(['5 cell-whitespace'])
  })

  it('the place where a full stop is missing', () => {
    const text = plain.replace('《庚证》', `《庚证》 ${comment}`)
    const edit = lintText(text).findings.find(({rule}) => rule === 'requirement-ending')?.fix?.edits[0]
    expect(edit).toEqual({start: text.indexOf('《庚证》') + 4, end: text.indexOf('《庚证》') + 4, text: '。'})
  })
})

describe('many comments', () => {
  /** As `n` lines or cells; twice as many take about twice as long, not four times. */
  const hostile: Readonly<Record<string, (n: number) => string>> = {
    'in rows': (n) => page(Array(n).fill('| 乙 | 《丙证 》 <!-- catalint-disable-line no-empty-row --> |')),
    'of one row': (n) =>
      page([`| 乙 | ${'《丙证 》 <!-- catalint-disable-line no-empty-row --> '.repeat(n)}|`]),
    'one below the other': (n) =>
      '<!-- catalint-disable-next-line no-empty-row -->\n\n'.repeat(n) + page(flawed),
    'that switch off and on': (n) =>
      '<!-- catalint-disable no-empty-row --><!-- catalint-enable no-empty-row license-name -->\n'.repeat(n),
    'between rows': (n) => page(Array(n).fill('| 乙 | 《丙证 》 |\n<!-- catalint-disable-line -->')),
    'with many names': (n) =>
      page(flawed, {above: `<!-- catalint-disable ${'licence-spacing x '.repeat(n)}-->\n\n`}),
    'in HTML without an end': (n) => `<div>\n${'<!-- catalint-disable-line '.repeat(n)}`,
    'in one block of HTML': (n) => '<!-- catalint-disable-line -->'.repeat(n),
  }

  it.each(Object.entries(hostile))('%s', {timeout: 60_000}, (_, write) => {
    lintText(write(200))
    const times = [2000, 8000].map((n) => {
      const start = performance.now()
      lintText(write(n))
      return performance.now() - start
    })
    expect(times[1]).toBeLessThan(10 * (times[0] ?? 0) + 500)
  })
})
