import fc from 'fast-check'
import {remark} from 'remark'
import remarkGfm from 'remark-gfm'
import {describe, expect, it, test} from 'vitest'
import type {Dataset} from '../../src/dataset/entries.ts'
import {diffDatasets} from '../../src/index.ts'
import {markdownDiff} from '../../src/report/dataset-diff/markdown.ts'
import {prettyDiff} from '../../src/report/dataset-diff/pretty.ts'
import type {RequirementExpression} from '../../src/requirement/expression.ts'
import {escapeMarkdown} from '../../src/text/escape-markdown.ts'
import {displayWidth} from '../../src/text/width.ts'
import {category, datasetOf, row} from '../export/build.ts'
import {license} from '../query/expressions.ts'

const [a, b] = [license('甲证'), license('乙证')]

function asking(name: string, requirement: RequirementExpression, qualification: string, more = {}) {
  return row(name, {requirement, qualification, line: 9, ...more})
}

/** On lines that do not depend on what else was made. */
function at(line: number, one: ReturnType<typeof category>) {
  return {...one, line}
}

const plainRow = (name: string, more = {}) => row(name, {line: 9, ...more})

const before = datasetOf({
  'a.md': [
    at(
      1,
      category('a.md', '金融', [
        asking('信托', {any: [a, b]}, '《甲证》或《乙证》'),
        plainRow('典当'),
        plainRow('银行'),
      ]),
    ),
    at(
      10,
      category('a.md', '旅行', [plainRow('签证'), plainRow('门票'), plainRow('ＷｉＦｉ'), plainRow('机票')]),
    ),
    at(20, category('a.md', '彩票', [plainRow('福彩', {group: '国家'})])),
  ],
})

const after = datasetOf({
  'b.md': [
    at(
      1,
      category('b.md', '金融', [
        asking('信托', {all: [a, b]}, '《甲证》及《乙证》'),
        plainRow('银行'),
        asking('保险', a, '《甲证》'),
      ]),
    ),
    at(
      10,
      category('b.md', '旅行', [
        plainRow('签证'),
        plainRow('门票服务'),
        plainRow('WiFi', {note: '限境外'}),
        plainRow('租车'),
      ]),
    ),
    at(30, category('b.md', null, [plainRow('机票'), asking('', a, '《甲证》')])),
  ],
})

const diff = diffDatasets(before, after)

const pretty = {language: 'en', color: false, width: 80} as const

describe('the report for people', () => {
  it('says what came, went and changed, category by category', () => {
    expect(prettyDiff(diff, pretty)).toBe(
      `
金融  b.md:9
  ~ 信托: tightened
      - 《甲证》或《乙证》
      + 《甲证》及《乙证》
  + 保险: 《甲证》
  - 典当: no qualification stated

旅行  b.md:9
  ~ 门票服务: renamed, was 旅行 › 门票 (no qualification on either side, same
    neighbours, overlapping names)
  = WiFi: name written otherwise
      - ＷｉＦｉ
      + WiFi
  ~ WiFi: another note
      - –
      + 限境外
  + 租车: no qualification stated

(under no category)  b.md:30
  + the category is new
    + (no name): 《甲证》
  ~ 机票: moved here from 旅行 › 机票

彩票  a.md:20
  - the category is gone
    - 国家 › 福彩: no qualification stated

3 added, 2 removed, 1 renamed, 1 moved, 2 changed (1 tightened), 1 reformatted
`.trimStart(),
    )
  })

  it('speaks Chinese', () => {
    expect(prettyDiff(diff, {...pretty, language: 'zh'})).toBe(
      `
金融  b.md:9
  ~ 信托：收紧
      - 《甲证》或《乙证》
      + 《甲证》及《乙证》
  + 保险：《甲证》
  - 典当：未注明资质

旅行  b.md:9
  ~ 门票服务：改名，原为旅行 › 门票（双方均未注明资质，相邻行相同，名称重叠）
  = WiFi：名称写法不同
      - ＷｉＦｉ
      + WiFi
  ~ WiFi：备注变更
      - –
      + 限境外
  + 租车：未注明资质

（不属于任何类目）  b.md:30
  + 新增类目
    + （无名称）：《甲证》
  ~ 机票：从旅行 › 机票移来

彩票  a.md:20
  - 类目已删除
    - 国家 › 福彩：未注明资质

新增 3、删除 2、改名 1、移动 1、变更 2（1 收紧）、仅写法不同 1
`.trimStart(),
    )
  })

  it('says where nothing differs, or the text alone', () => {
    expect(prettyDiff(diffDatasets(before, before), pretty)).toBe('Nothing differs\n')
    const texts = {...before, documents: [{path: 'a.md', title: null, sha256: 'b2'}]}
    expect(prettyDiff(diffDatasets(before, texts), pretty)).toBe(
      'Documents\n  = a.md: text written otherwise\n\nThe data are the same, only the text differs: 1 reformatted\n',
    )
  })

  it('names licences that came and went, other names for one, and doubts', () => {
    const doubtful: RequirementExpression = {any: [{all: [a, b]}, license('丙证')], ambiguous: true}
    const old = datasetOf({
      'a.md': [
        category('a.md', '金融', [
          asking('信托', a, '《甲证》'),
          asking('银行', license('旧证', {canonical: '新证'}), '《旧证》'),
        ]),
      ],
    })
    const now = datasetOf({
      'a.md': [
        category('a.md', '金融', [
          asking('信托', doubtful, '《甲证》及《乙证》或《丙证》'),
          asking('银行', license('新证'), '《新证》'),
        ]),
      ],
    })
    expect(prettyDiff(diffDatasets(old, now), pretty)).toContain(
      `
  ~ 信托: changed
      - 《甲证》
      + 《甲证》及《乙证》或《丙证》
      now asks for 《乙证》, 《丙证》
      one of the texts allows another reading
  = 银行: text written otherwise
      the same licence: 《旧证》 is 《新证》
`,
    )
  })

  it('keeps categories of one name in two documents apart', () => {
    const both = (...rows: readonly string[]) =>
      datasetOf({
        'a.md': [
          category(
            'a.md',
            '其他',
            rows.map((name) => plainRow(`${name}一`)),
          ),
        ],
        'b.md': [
          category(
            'b.md',
            '其他',
            rows.map((name) => plainRow(`${name}二`)),
          ),
        ],
      })
    expect(prettyDiff(diffDatasets(both('甲'), both('甲', '乙')), pretty)).toBe(
      `
其他  a.md:9
  + 乙一: no qualification stated

其他  b.md:9
  + 乙二: no qualification stated

2 added
`.trimStart(),
    )
  })

  it('colours by what it means for applicants', () => {
    const colored = prettyDiff(diff, {...pretty, color: true})
    expect(colored).toContain('\u001B[31m~\u001B[39m 信托: tightened')
    expect(colored).toContain('\u001B[32m+\u001B[39m 保险')
    expect(colored).toContain('\u001B[31m-\u001B[39m 典当')
  })

  test.each([40, 60, 100])('fits %i columns', (width) => {
    for (const line of prettyDiff(diff, {...pretty, width}).split('\n')) {
      expect(displayWidth(line)).toBeLessThanOrEqual(width)
    }
  })
})

describe('the report for a pull request', () => {
  it('has the counts on top and a table for each category', () => {
    expect(markdownDiff(diff, {language: 'en'})).toBe(
      `
<!-- catalint-diff -->
### Changes of the category data

**3 added · 2 removed · 1 renamed · 1 moved · 2 changed (1 tightened) · 1 reformatted**

<details open><summary><b>金融</b> (3) <sub>b.md</sub></summary>

| Change | Subcategory | Before | After |
| --- | --- | --- | --- |
| tightened | 信托 | 《甲证》或《乙证》 | 《甲证》及《乙证》 |
| added | 保险 |  | 《甲证》 |
| removed | 典当 | no qualification stated |  |

</details>

<details open><summary><b>旅行</b> (4) <sub>b.md</sub></summary>

| Change | Subcategory | Before | After |
| --- | --- | --- | --- |
| renamed, was 旅行 › 门票 (no qualification on either side, same neighbours, overlapping names) | 门票服务 |  |  |
| name written otherwise | WiFi | ＷｉＦｉ | WiFi |
| another note | WiFi | – | 限境外 |
| added | 租车 |  | no qualification stated |

</details>

<details open><summary><b>(under no category)</b> (2) <sub>b.md</sub></summary>

| Change | Subcategory | Before | After |
| --- | --- | --- | --- |
| the category is new |  |  |  |
| added | (no name) |  | 《甲证》 |
| moved here from 旅行 › 机票 | 机票 |  |  |

</details>

<details open><summary><b>彩票</b> (1) <sub>a.md</sub></summary>

| Change | Subcategory | Before | After |
| --- | --- | --- | --- |
| the category is gone |  |  |  |
| removed | 国家 › 福彩 | no qualification stated |  |

</details>
`.trimStart(),
    )
  })

  it('says where nothing differs', () => {
    expect(markdownDiff(diffDatasets(before, before), {language: 'en'})).toBe(
      '<!-- catalint-diff -->\n### Changes of the category data\n\nNothing differs\n',
    )
    expect(markdownDiff(diffDatasets(before, before), {language: 'zh'})).toContain('\n没有差异\n')
  })

  it('folds what is a matter of the text, and many categories', () => {
    const texts = {...before, documents: [{path: 'a.md', title: null, sha256: 'b2'}]}
    expect(markdownDiff(diffDatasets(before, texts), {language: 'en'})).toContain(
      '<details><summary><b>Documents',
    )
    const many = Array.from({length: 11}, (_, index) => category('a.md', `类${index}`, [row('行')]))
    expect(
      markdownDiff(diffDatasets(datasetOf({'a.md': []}), datasetOf({'a.md': many})), {language: 'en'}),
    ).not.toContain('<details open>')
  })

  it('is no longer than a comment may be, and says what it leaves out', () => {
    const many = Array.from({length: 500}, (_, at) =>
      category(
        'a.md',
        `类目${at}`,
        Array.from({length: 10}, (_, index) =>
          row(`行${index}`, {qualification: '《甲证》'.repeat(10), requirement: a}),
        ),
      ),
    )
    const none = many.map((one) => ({...one, subcategories: []}))
    const long = diffDatasets(datasetOf({'a.md': none}), datasetOf({'a.md': many}))
    for (const language of ['en', 'zh'] as const) {
      const text = markdownDiff(long, {language})
      expect(text.length).toBeLessThanOrEqual(65_536)
      expect(text.length).toBeGreaterThan(60_000)
      const shown = text.match(/^\| (?:added|新增) /gm)?.length ?? 0
      expect(text).toContain(language === 'en' ? '**5000 added**' : '**新增 5000**')
      expect(text).toContain(
        language === 'en'
          ? `\n${5000 - shown} more changes are left out here`
          : `\n另有 ${5000 - shown} 处变化未列出`,
      )
      expect(text.match(/<details/g)?.length).toBe(text.match(/<\/details>/g)?.length)
    }
  })
})

describe('texts of documents', () => {
  const markup = [
    '| a | b |',
    '`code`',
    '**a** _b_ ~~c~~',
    '<script>alert(1)</script>',
    '</details><img src=x onerror=alert(1)>',
    '[a](javascript:x)',
    '![a](https://example.com/a.png)',
    'https://example.com www.example.com a@example.com',
    '&lt; &copy;',
    '\\| \\',
    '$x^2$',
    ':smile: [^1] #12 GH-12 a/b#3',
    '@someone @org/team',
    'd670460b4b4aece5915caf5c68d12f560a9fe3e4',
    '一\n二\t三',
    '- a\n# b',
    '<!-- --> ]]> -->',
    '\u202E\u001B[2J',
  ]

  const parser = remark().use(remarkGfm)

  test.each(markup)('are shown in Markdown as they are: %j', (text) => {
    expectShown(text)
  })

  it('are shown in Markdown as they are, whatever they are', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom(...markup, ...'|`*_~[]()<>@#:&$!\\-+=.\n 1a甲'), {maxLength: 12})
          .map((parts) => parts.join('')),
        expectShown,
      ),
      {numRuns: 1000},
    )
  })

  /** In a cell of a table: parsed back, it is one text, and nothing that GitHub makes links of. */
  function expectShown(text: string): void {
    const tree = parser.parse(`| a | b |\n| --- | --- |\n| x${escapeMarkdown(text)}x | y |\n`)
    const [table] = tree.children
    expect(tree.children).toHaveLength(1)
    if (table?.type !== 'table') throw new Error('no table')
    const cells = table.children[1]?.children ?? []
    expect(cells).toHaveLength(2)
    const parts = (cells[0]?.children ?? []).map((node) => {
      if (node.type === 'html')
        return node.value === '<br>' ? '\n' : node.value === '<!-- -->' ? '' : `?${node.value}`
      if (node.type !== 'text') return `?${node.type}`
      expect(node.value).not.toMatch(/@\w|#\d|:\w+:|\bGH-\d|https?:\/\/|www\.|[\da-f]{7}/i)
      return node.value
    })
    expect(parts.join('')).toBe(`x${shownText(text)}x`)
  }

  function shownText(text: string): string {
    return text.replaceAll('\t', ' ').replaceAll('\u202E', '<U+202E>').replaceAll('\u001B', '<U+001B>')
  }

  it('do not reach the terminal, and break out of no cell', () => {
    const hostile = 'x\u001B[2J\u0007|</details>`@a\r\u202E\ny'
    const rows = (name: string, text: string) => [
      row(name, {qualification: text, requirement: license(text), note: text, group: text}),
    ]
    const dataset = (name: string, text: string): Dataset =>
      datasetOf({
        [hostile]: [
          category(hostile, hostile, rows(name, text)),
          category(hostile, name, rows(hostile, text)),
        ],
      })
    const told = diffDatasets(dataset(hostile, hostile), dataset(`${hostile}2`, `${hostile}3`))
    for (const language of ['en', 'zh'] as const) {
      const shown = prettyDiff(told, {language, color: false, width: 60})
      // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what is looked for
      expect(shown).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/)
      const text = markdownDiff(told, {language})
      // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what is looked for
      expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E`@]/)
      for (const line of text.split('\n').filter((each) => each.startsWith('|'))) {
        expect(line.match(/\|/g)).toHaveLength(5)
      }
    }
  })
})
