import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {ConfigurationError, defineRule, lintText, readDataset, readDatasets} from '../../src/index.ts'

const document = [
  '## 一级类目：金融业',
  '',
  '| 二级类目 | 资质 |',
  '| --- | --- |',
  '| 信托 | 《金融许可证 》 |',
  '| 基金 | |',
  '',
].join('\n')

describe('lintText', () => {
  it('points at the very characters', () => {
    const {path, findings} = lintText(document, {path: 'docs/a.md'})
    expect(path).toBe('docs/a.md')
    expect(findings.map(({rule}) => rule)).toEqual(['license-spacing', 'no-empty-cell'])
    expect(findings[0]).toMatchObject({
      level: 'warning',
      start: {line: 5, column: 14, offset: 54},
      end: {line: 5, column: 15, offset: 55},
      category: '金融业',
      key: '信托',
      column: '资质',
      fix: {safe: true, edits: [{start: 54, end: 55, text: ''}]},
    })
  })

  it('says it in Chinese when asked', () => {
    const [finding] = lintText(document, {language: 'zh'}).findings
    expect(finding?.message).toBe('书名号内侧有空白，应为 `《金融许可证》`')
    expect(finding?.help).toBe('删去空白')
  })

  it('gives plain data, which survives being written as JSON', () => {
    const source = readFileSync('fixtures/documents/service-categories.md', 'utf8')
    const {findings} = lintText(source)
    expect(findings.some(({folded}) => folded !== undefined)).toBe(true)
    expect(findings.some(({fix, related}) => fix !== undefined && related !== undefined)).toBe(true)
    expect(JSON.parse(JSON.stringify(findings))).toStrictEqual(findings)
  })

  it('leaves out rules that are off and takes other levels', () => {
    const rules = {'license-spacing': 'off', 'no-empty-cell': 'error'} as const
    expect(lintText(document, {rules}).findings.map(({rule, level}) => [rule, level])).toEqual([
      ['no-empty-cell', 'error'],
    ])
  })

  it('takes options', () => {
    const rules = {'no-empty-cell': ['info', {optional: false}]} as const
    expect(lintText(document, {rules}).findings.map(({rule}) => rule)).toEqual(['license-spacing'])
  })

  it.each([
    ['an unknown rule', {'no-such-rule': 'off'}, /unknown rule: no-such-rule/],
    ['a name from the prototype', {constructor: 'off'}, /unknown rule: constructor/],
    ['an unknown level', {'no-empty-cell': 'fatal'}, /unknown level of no-empty-cell: fatal/],
    [
      'an unknown option',
      {'no-empty-cell': ['info', {nope: 1}]},
      /nope is 1, expected an option named optional/,
    ],
    [
      'a wrong value',
      {'no-empty-cell': ['info', {optional: 'no'}]},
      /optional is "no", expected true or false/,
    ],
  ])('refuses %s', (_, rules, message) => {
    const lint = () => lintText(document, {rules: rules as Record<string, 'off'>})
    expect(lint).toThrow(ConfigurationError)
    expect(lint).toThrow(message)
  })

  it('runs rules of one’s own', () => {
    const noFunds = defineRule({
      id: 'no-funds',
      summary: {en: 'Disallow funds.', zh: '禁止基金。'},
      level: 'error',
      messages: {funds: {en: 'Unexpected `{name}`', zh: '不应有“{name}”'}},
      check({document: {records}, report}) {
        for (const record of records) {
          if (record.name === '基金')
            report('funds', {at: record.row.range, record, data: {name: record.name}})
        }
      },
    })
    const {findings} = lintText(document, {extraRules: [noFunds], rules: {'no-funds': 'warning'}})
    expect(findings.find(({rule}) => rule === 'no-funds')).toMatchObject({
      level: 'warning',
      message: 'Unexpected `基金`',
      start: {line: 6, column: 1},
      category: '金融业',
      key: '基金',
    })
  })

  it('finds nothing in an empty text', () => {
    expect(lintText('').findings).toEqual([])
  })
})

describe('readDataset', () => {
  it('states rows, licences and problems', () => {
    expect(readDataset(document, {path: 'docs/a.md'})).toEqual({
      $schema: 'https://unpkg.com/catalint/schema/dataset.schema.json',
      version: 1,
      documents: [
        {
          path: 'docs/a.md',
          title: null,
          sha256: 'dc232fb17db208ed7a1e9ffb0838a238e717343f4a2274774bfc4a90ee2863d1',
        },
      ],
      categories: [
        {
          name: '金融业',
          document: 'docs/a.md',
          line: 1,
          subcategories: [
            {
              name: '信托',
              line: 5,
              column: 3,
              qualification: '《金融许可证》',
              requirement: {license: '金融许可证'},
              problems: ['license-spacing'],
            },
            {name: '基金', line: 6, column: 3, qualification: null, requirement: null},
          ],
        },
      ],
      licenses: [
        {
          name: '金融许可证',
          status: 'current',
          mentions: [{document: 'docs/a.md', category: '金融业', subcategory: '信托', line: 5}],
        },
      ],
    })
  })

  it('joins documents in the order given', () => {
    const sources = [
      {source: document, path: 'b.md'},
      {source: document, path: 'a.md'},
    ]
    const dataset = readDatasets(sources)
    expect(dataset.documents.map(({path}) => path)).toEqual(['b.md', 'a.md'])
    expect(dataset.categories.map((category) => category.document)).toEqual(['b.md', 'a.md'])
    expect(dataset.licenses[0]?.mentions.map((mention) => mention.document)).toEqual(['b.md', 'a.md'])
  })
})
