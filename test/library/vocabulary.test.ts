import {readFileSync} from 'node:fs'
import {remark} from 'remark'
import {describe, expect, test} from 'vitest'
import {
  ConfigurationError,
  type LicenseIdentity,
  type LicenseOptions,
  licenseIdentity,
  lintText,
  type RequirementExpression,
  readDataset,
  readDatasets,
  satisfies,
  type VocabularyData,
} from '../../src/index.ts'
import remarkCatalint from '../../src/remark.ts'

const vocabulary: VocabularyData = {
  version: 1,
  licenses: [
    {name: '新证', aliases: ['新的证'], successor: {name: '更新证', from: '2999-06', source: '令'}},
    {name: '更新证'},
    {name: '小证', kindOf: [{name: '新证', source: '令'}]},
    {name: '蓝盾标识'},
  ],
}

const alone: VocabularyData = {...vocabulary, extends: false}

function asking(qualification: string): string {
  return `## 一级类目：服务\n\n| 二级类目 | 资质 |\n| --- | --- |\n| 甲 | ${qualification} |\n`
}

function requirementOf(
  qualification: string,
  options: LicenseOptions,
): RequirementExpression | null | undefined {
  return readDataset(asking(qualification), options).categories[0]?.subcategories[0]?.requirement
}

describe('a vocabulary', () => {
  test('makes bare names known to the rules', () => {
    const bare = (options: LicenseOptions) =>
      lintText(asking('请提供蓝盾标识'), options).findings.filter(({rule}) => rule === 'license-unbracketed')
    expect(bare({})).toEqual([])
    expect(bare({vocabulary})).toMatchObject([{start: {line: 5, column: 10}, end: {line: 5, column: 14}}])
  })

  test('is judged by the day', () => {
    expect(requirementOf('《新的证》', {vocabulary, asOf: '2999-05-31'})).toEqual({
      license: '新的证',
      canonical: '新证',
    })
    expect(requirementOf('《新的证》', {vocabulary, asOf: '2999-06-01'})).toEqual({
      license: '新的证',
      canonical: '更新证',
      status: 'renamed',
    })
  })

  test('holds for all documents', () => {
    const sources = ['a.md', 'b.md'].map((path) => ({path, source: asking('《新的证》')}))
    const {categories} = readDatasets(sources, {vocabulary})
    expect(categories.map(({subcategories}) => subcategories[0]?.requirement)).toEqual([
      {license: '新的证', canonical: '新证'},
      {license: '新的证', canonical: '新证'},
    ])
  })

  test('may stand in the place of the built-in one', () => {
    expect(requirementOf('《ICP备案》', {vocabulary})).toHaveProperty('canonical')
    expect(requirementOf('《ICP备案》', {vocabulary: alone})).toEqual({license: 'ICP备案'})
  })

  test('reaches the remark plugin', async () => {
    const rulesOf = async (options: LicenseOptions) => {
      const {messages} = await remark().use(remarkCatalint, options).process(asking('请提供蓝盾标识'))
      return messages.map(({ruleId}) => ruleId)
    }
    expect(await rulesOf({})).not.toContain('license-unbracketed')
    expect(await rulesOf({vocabulary, asOf: '2026-06-01'})).toContain('license-unbracketed')
    await expect(rulesOf({asOf: 'today'})).rejects.toThrow(/wrong date: today/)
  })
})

describe('satisfies', () => {
  const requirement: RequirementExpression = {
    all: [{license: '营业执照'}, {any: [{license: '更新证'}, {license: '别证'}]}],
  }

  test('compares by name unless told how', () => {
    expect(satisfies(requirement, ['营业执照', '更新证'])).toBe(true)
    expect(satisfies(requirement, ['营业执照', '新证'])).toBe(false)
    expect(satisfies(null, [])).toBe(true)
  })

  test('takes the identity of a vocabulary and a day', () => {
    const held = ['营业执照', '新的证']
    const before = licenseIdentity({vocabulary, asOf: '2999-05-31'})
    const after = licenseIdentity({vocabulary, asOf: '2999-06-01'})
    expect(satisfies(requirement, held, {identity: before})).toBe(false)
    expect(satisfies(requirement, held, {identity: after})).toBe(true)
    expect(satisfies(requirement, ['营业执照', '小证'], {identity: before})).toBe(false)
    expect(satisfies(requirement, ['营业执照', '小证'], {identity: after})).toBe(true)
  })

  test('takes an identity of one’s own', () => {
    const identity: LicenseIdentity = {canonical: (name) => name.replace('旧', ''), kindsOf: () => []}
    expect(satisfies({license: '甲证'}, ['旧甲证'], {identity})).toBe(true)
    expect(satisfies({license: '甲证'}, ['旧甲证'])).toBe(false)
  })
})

describe('licenseIdentity', () => {
  test('is of today and of the built-in vocabulary where nothing is said', () => {
    const identity = licenseIdentity()
    expect(identity.canonical('食品流通许可证')).toBe('食品经营许可证')
    expect(identity.kindsOf('ICP证')).toEqual(['增值电信业务经营许可证'])
    expect(licenseIdentity({vocabulary}).canonical('新的证')).toBe('新证')
    expect(licenseIdentity({asOf: '2015-09-30'}).canonical('食品流通许可证')).toBe('食品流通许可证')
  })

  test('knows nothing else where the vocabulary stands alone', () => {
    const identity = licenseIdentity({vocabulary: alone})
    expect(identity.canonical('食品流通许可证')).toBe('食品流通许可证')
    expect(identity.kindsOf('ICP证')).toEqual([])
    expect(identity.kindsOf('小证')).toEqual(['新证'])
  })
})

const readers = {
  lintText: (options: LicenseOptions) => lintText(asking('《甲证》'), options),
  readDataset: (options: LicenseOptions) => readDataset(asking('《甲证》'), options),
  licenseIdentity,
}

describe.each(Object.entries(readers))('%s refuses', (_, read) => {
  test.each([['2026-02-30'], ['2026-06'], [''], [20260601], [null], [new Date(0)]])('the day %s', (asOf) => {
    const action = () => read({asOf: asOf as string})
    expect(action).toThrow(ConfigurationError)
    expect(action).toThrow(/^wrong date: .*, expected a day like 2026-06-01$/)
  })

  test.each([
    ['null', null, 'expected an object'],
    ['a text', 'v.json', 'expected an object'],
    ['another version', {version: 2, licenses: []}, 'version: expected 1'],
    ['a wrong entry', {version: 1, licenses: [{name: '《甲证》'}]}, /licenses\[0\]\.name: expected a name/],
    [
      'an own __proto__',
      JSON.parse('{"version": 1, "licenses": [], "__proto__": {}}'),
      /__proto__: is not known here/,
    ],
    [
      'a name that nothing has',
      {version: 1, licenses: [{name: '甲', successor: {name: '乙', from: '2020', source: '令'}}]},
      /licenses\[0\]\.successor\.name: names “乙”/,
    ],
  ])('%s for a vocabulary', (_what, data, message) => {
    const action = () => read({vocabulary: data as unknown as VocabularyData})
    expect(action).toThrow(ConfigurationError)
    expect(action).toThrow(/^wrong vocabulary: /)
    expect(action).toThrow(message)
  })
})

test('the package gives out the schema', () => {
  const root = new URL('../../', import.meta.url)
  const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
    exports: Record<string, string>
  }
  const path = manifest.exports['./schema/vocabulary.schema.json'] ?? ''
  const schema = JSON.parse(readFileSync(new URL(path, root), 'utf8')) as {$id: string}
  expect(schema.$id).toBe('https://unpkg.com/catalint/schema/vocabulary.schema.json')
})
