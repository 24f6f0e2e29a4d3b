import fc from 'fast-check'
import {describe, expect, it, test} from 'vitest'
import type {CategoryEntry, SubcategoryEntry} from '../../src/dataset/entries.ts'
import {countByStatus, query} from '../../src/query/query.ts'
import {prettyQuery} from '../../src/report/query.ts'
import {jsonQuery} from '../../src/report/query-json.ts'
import {wrap} from '../../src/report/wrap.ts'
import {byName, type LicenseIdentity} from '../../src/requirement/evaluate.ts'
import type {RequirementExpression} from '../../src/requirement/expression.ts'
import {displayWidth} from '../../src/text/width.ts'
import {anyExpression, document, license} from './expressions.ts'

const identity: LicenseIdentity = {
  canonical: (name) => name,
  kindsOf: (name) => (name === 'ICP证' ? ['增值电信业务经营许可证'] : []),
}

const travel: RequirementExpression = {
  cases: [
    {when: '旅行社', require: license('旅行社业务经营许可证')},
    {when: '其他', require: {all: [license('营业执照'), license('丙证', {condition: '含旅游'})]}},
  ],
}

const stage = license('营业执照', {condition: '含演出'})

const categories: readonly CategoryEntry[] = [
  category('金融业', [
    row('信托', {any: [license('金融许可证'), {all: [license('甲证'), document('验资报告')]}]}),
    row('理财', {all: [license('甲证'), license('营业执照')], ambiguous: true}),
    row('空白', null),
    row('网店', {any: [license('增值电信业务经营许可证'), license('甲证')]}),
  ]),
  category(null, [row('', null), row('旅游', travel, '出行'), row('演出', stage), row('门票', {any: []})]),
  category('空', []),
]

function category(name: string | null, subcategories: readonly SubcategoryEntry[]): CategoryEntry {
  return {name, document: 'docs/a.md', line: 5, subcategories}
}

function row(name: string, requirement: RequirementExpression | null, group?: string): SubcategoryEntry {
  const qualification = requirement && '资质'
  return {name, ...(group === undefined ? {} : {group}), line: 9, column: 3, qualification, requirement}
}

const plain = {language: 'en', color: false, width: 100} as const

function report(entries: readonly CategoryEntry[], held: readonly string[], options = {}): string {
  const result = query(entries, held, identity)
  return prettyQuery(result, countByStatus(result), {...plain, ...options})
}

describe('the report for people', () => {
  it('says what is open, what is so on conditions, and what the others lack', () => {
    expect(report(categories, ['营业执照', 'ICP证'])).toBe(
      `
金融业  docs/a.md:5
  ✓ 网店: open
      ICP证 serves as 《增值电信业务经营许可证》
  × 信托: missing any one of these:
      – 《金融许可证》
      – 《甲证》 and 验资报告
  × 理财: missing 《甲证》
      the text allows another reading
  – 1 subcategory states no qualification

(under no category)  docs/a.md:5
  ? 演出: open if 《营业执照》 meets “含演出”
  × 出行 › 旅游: missing any one of these:
      – for “旅行社”: 《旅行社业务经营许可证》
      – for “其他”: 《丙证》, if 《丙证》 meets “含旅游”
  × 门票: nothing meets its qualification
  – 1 subcategory states no qualification

空  docs/a.md:5
  – no subcategories

1 open, 1 open on conditions, 4 missing something, 2 with no qualification stated
`.trimStart(),
    )
  })

  it('speaks Chinese', () => {
    expect(report(categories, ['营业执照', 'ICP证'], {language: 'zh'})).toBe(
      `
金融业  docs/a.md:5
  ✓ 网店：可开通
      ICP证可作为《增值电信业务经营许可证》
  × 信托：缺少以下任意一项：
      – 《金融许可证》
      – 《甲证》和验资报告
  × 理财：缺少《甲证》
      原文可有另一种理解
  – 1 个二级类目未注明资质要求

（不属于任何类目）  docs/a.md:5
  ? 演出：可开通，前提是《营业执照》须符合“含演出”
  × 出行 › 旅游：缺少以下任意一项：
      – 限“旅行社”：《旅行社业务经营许可证》
      – 限“其他”：《丙证》，前提是《丙证》须符合“含旅游”
  × 门票：没有任何资质能满足其要求
  – 1 个二级类目未注明资质要求

空  docs/a.md:5
  – 没有二级类目

可开通 1 个，有条件可开通 1 个，缺少资质 4 个，未注明资质 2 个
`.trimStart(),
    )
  })

  test.each<[string, RequirementExpression, readonly string[], string, string]>([
    ['one case', travel, ['旅行社业务经营许可证'], '? 旅游: open for “旅行社”', '? 旅游：可开通，限“旅行社”'],
    [
      'one case on a condition',
      travel,
      ['营业执照', '丙证'],
      '? 旅游: open for “其他”, if 《丙证》 meets “含旅游”',
      '? 旅游：可开通，限“其他”，前提是《丙证》须符合“含旅游”',
    ],
    [
      'two cases',
      travel,
      ['旅行社业务经营许可证', '营业执照', '丙证'],
      '? 旅游: open in any of these cases:\n      – for “旅行社”\n      – for “其他”, if 《丙证》 meets “含旅游”',
      '? 旅游：符合以下任一情形即可开通：\n      – 限“旅行社”\n      – 限“其他”，前提是《丙证》须符合“含旅游”',
    ],
    [
      'a lack in one case',
      {cases: [{when: '旅行社', require: license('甲证')}]},
      ['乙证'],
      '× 旅游: for “旅行社”: missing 《甲证》',
      '× 旅游：限“旅行社”，缺少《甲证》',
    ],
    [
      'a long list',
      {all: [license('甲'), license('乙', {condition: '含演出'}), document('证明')]},
      ['戊'],
      '× 旅游: missing 《甲》, 《乙》 and 证明, if 《乙》 meets “含演出”',
      '× 旅游：缺少《甲》、《乙》和证明，前提是《乙》须符合“含演出”',
    ],
    [
      'one of very many ways',
      {all: Array.from({length: 9}, (_, i) => ({any: [license(`${i}甲`), license(`${i}乙`)]}))},
      ['0甲', '1甲', '2甲', '3甲', '4甲', '5甲', '6甲', '7甲'],
      '× 旅游: missing any one of these:\n      – 《8甲》\n      – … or in other ways',
      '× 旅游：缺少以下任意一项：\n      – 《8甲》\n      – … 另有其他方式',
    ],
    [
      'more ways than three',
      {any: ['甲', '乙', '丙', '丁'].map((name) => license(name))},
      ['戊'],
      '× 旅游: missing any one of these:\n      – 《甲》\n      – 《乙》\n      – 《丙》\n      – … or in other ways',
      '× 旅游：缺少以下任意一项：\n      – 《甲》\n      – 《乙》\n      – 《丙》\n      – … 另有其他方式',
    ],
  ])('says %s', (_what, requirement, held, english, chinese) => {
    const entries = [category('甲', [row('旅游', requirement)])]
    expect(report(entries, held)).toContain(`\n  ${english}\n\n`)
    expect(report(entries, held, {language: 'zh'})).toContain(`\n  ${chinese}\n\n`)
  })

  it('counts what states no qualification', () => {
    const entries = [category('甲', [row('一', null), row('二', null)])]
    expect(report(entries, ['甲'])).toContain('  – 2 subcategories state no qualification\n')
  })

  it('has a word where there is nothing', () => {
    expect(report([], ['甲'])).toBe('No categories found\n')
    expect(report([category('甲', [row('', license('乙证'))])], ['甲'])).toContain('× (no name): missing')
  })

  it('fits the terminal', () => {
    const asked = {all: Array.from({length: 9}, (_, i) => license(`第${i}号经营许可证（Abcdef gh）`))}
    for (const width of [40, 57, 80]) {
      const text = report([category('甲', [row('长长的类目名称'.repeat(9), asked)])], ['甲'], {width})
      for (const line of text.split('\n').slice(1, -2)) expect(displayWidth(line)).toBeLessThanOrEqual(width)
    }
  })

  it('colours only where that is wanted', () => {
    const colored = report(categories, ['营业执照'], {color: true})
    expect(report(categories, ['营业执照'])).not.toContain('\u001B')
    expect(colored).toContain('\u001B[31m×')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what is looked for
    expect(colored.replace(/\u001B\[\d+m/g, '')).toBe(report(categories, ['营业执照']))
  })
})

test('a wrapped text keeps its characters, and no line is too wide', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'bc', ' ', '证', '《', '》', '）', '”', '\u001B', '👨‍👩‍👧'),
  })
  fc.assert(
    fc.property(text, fc.integer({min: 12, max: 30}), (value, columns) => {
      const lines = wrap(value, columns)
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns)
      const shown = value.replaceAll('\u001B', '<U+001B>')
      expect(lines.join('').replaceAll(' ', '')).toBe(shown.replaceAll(' ', ''))
    }),
  )
  expect(wrap('ab cde《金融许可证》', 10)).toEqual(['ab cde《金', '融许可证》'])
  expect(wrap('missing words here', 10)).toEqual(['missing', 'words here'])
  expect(wrap('缺少《金融证》', 12)).toEqual(['缺少《金融', '证》'])
  expect(wrap('甲乙丙》》》', 8)).toEqual(['甲乙丙》', '》》'])
  expect(wrap('abcde fg', 5)).toEqual(['abcde', 'fg'])
  expect(wrap('abcdefghijkl', 5)).toEqual(['abcde', 'fghij', 'kl'])
})

// Clears the screen, returns, breaks the line, reverses, hides, half a pair.
const hostile = 'x\u001B[2J\r\n\u202E\u200B\t\u009B31m\uD800y'

// biome-ignore lint/suspicious/noControlCharactersInRegex: this is what is looked for
const dangerous = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\uFEFF\p{Cs}]/u

describe('nothing in a document or an argument reaches the terminal', () => {
  const details = {condition: hostile}
  const requirements: readonly RequirementExpression[] = [
    license(hostile),
    license(hostile, details),
    {cases: [{when: hostile, require: {all: [license('甲', details), document(`${hostile}证`)]}}]},
    license('增值电信业务经营许可证', {aliases: [hostile]}),
  ]
  const entries = [
    {
      ...category(
        hostile,
        requirements.map((requirement) => row(hostile, requirement, hostile)),
      ),
      document: hostile,
    },
  ]

  test.each(['en', 'zh'] as const)('through the report in %s', (language) => {
    for (const held of [[hostile], ['甲'], ['增值电信业务经营许可证']]) {
      const text = report(entries, held, {language})
      expect(text).not.toMatch(dangerous)
      expect(text).toContain('x<U+001B>[2J')
    }
  })

  test('through JSON, which keeps the values', () => {
    const result = query(entries, [hostile], byName)
    const text = jsonQuery(result, countByStatus(result))
    expect(text).not.toMatch(dangerous)
    expect(JSON.parse(text)).toMatchObject({
      held: [hostile],
      categories: [{name: hostile, document: hostile}],
    })
  })
})

describe('the report for programs', () => {
  it('has every row', () => {
    const result = query(
      [
        category('金融业', [
          {...row('信托', travel, '组'), problems: ['no-duplicate-key']},
          row('网店', license('增值电信业务经营许可证')),
          row('空白', null),
        ]),
      ],
      ['ICP证', '营业执照'],
      identity,
    )
    const missing = [license('丙证', {condition: '含旅游'})]
    expect(JSON.parse(jsonQuery(result, countByStatus(result)))).toEqual({
      version: 1,
      held: ['ICP证', '营业执照'],
      categories: [
        {
          name: '金融业',
          document: 'docs/a.md',
          line: 5,
          subcategories: [
            {
              name: '信托',
              group: '组',
              line: 9,
              status: 'missing',
              ways: [
                {when: ['旅行社'], missing: [{license: '旅行社业务经营许可证'}], conditions: []},
                {when: ['其他'], missing, conditions: [{license: '丙证', condition: '含旅游'}]},
              ],
              complete: true,
              served: [],
              ambiguous: false,
              problems: ['no-duplicate-key'],
            },
            {
              name: '网店',
              line: 9,
              status: 'open',
              ways: [],
              complete: true,
              served: [{name: '增值电信业务经营许可证', held: 'ICP证'}],
              ambiguous: false,
            },
            {
              name: '空白',
              line: 9,
              status: 'unstated',
              ways: [],
              complete: true,
              served: [],
              ambiguous: false,
            },
          ],
        },
      ],
      summary: {open: 1, conditional: 0, missing: 1, unstated: 1},
    })
  })
})

test('any requirement can be told', () => {
  fc.assert(
    fc.property(fc.array(anyExpression), fc.constantFrom('en', 'zh'), (requirements, language) => {
      const entries = [
        category(
          '甲',
          requirements.map((requirement, i) => row(`${i}`, requirement)),
        ),
      ]
      const lines = report(entries, ['A', 'p'], {language}).split('\n')
      for (const index of requirements.keys()) {
        expect(lines.filter((line) => new RegExp(`^  [✓?×] ${index}[:：]`).test(line))).toHaveLength(1)
      }
      expect(lines.join('')).not.toContain('undefined')
    }),
  )
})
