import {describe, expect, it, test} from 'vitest'
import {builtInVocabulary} from '../../src/vocabulary/built-in.ts'
import {createVocabulary} from '../../src/vocabulary/vocabulary.ts'

const vocabulary = builtInVocabulary()
const today = '2026-11-24'

describe('保险许可证, which becomes 金融许可证 on 2026-06-01', () => {
  test.each(['2021-06-30', '2021-07-01', '2026-05-31'])('is current on %s', (day) => {
    expect(vocabulary.lookUp('保险许可证', day)).toMatchObject({
      matched: 'name',
      status: 'current',
      canonical: '保险许可证',
      verified: true,
    })
  })

  test.each(['2026-06-01', '2026-11-24'])('is renamed on %s', (day) => {
    expect(vocabulary.lookUp('保险许可证', day)).toMatchObject({
      status: 'renamed',
      canonical: '金融许可证',
      since: '2026-06-01',
      source: expect.stringMatching(/^http/),
      verified: true,
    })
  })
})

describe('经营保险业务许可证, whose first rename is not verified', () => {
  test.each([
    ['2021-06-30', 'current', undefined, undefined],
    ['2021-07-01', 'renamed', '保险许可证', '2021-07-01'],
    ['2026-05-31', 'renamed', '保险许可证', '2021-07-01'],
    ['2026-06-01', 'renamed', '金融许可证', '2026-06-01'],
    ['2026-11-24', 'renamed', '金融许可证', '2026-06-01'],
  ])('keeps its name on %s', (day, status, presumed, since) => {
    const known = vocabulary.lookUp('经营保险业务许可证', day)
    expect(known).toMatchObject({status, canonical: '经营保险业务许可证', verified: false})
    expect([known?.presumed, known?.since]).toEqual([presumed, since])
    expect(vocabulary.canonicalName('经营保险业务许可证', day)).toBe('经营保险业务许可证')
  })
})

test.each([
  ['互联网出版许可证', 'renamed', '网络出版服务许可证', '2016-03-10'],
  ['食品流通许可证', 'renamed', '食品经营许可证', '2015-10-01'],
  ['化妆品生产企业卫生许可证', 'renamed', '化妆品生产许可证', '2017-01-01'],
  ['酒类流通备案登记证', 'abolished', '酒类流通备案登记表', '2016-11'],
  ['因私出入境中介机构经营许可证', 'abolished', '因私出入境中介机构经营许可证', '2018-11-10'],
  ['文网文', 'informal', '网络文化经营许可证', undefined],
  ['ICP备案', 'informal', '非经营性互联网信息服务备案核准', undefined],
  ['ICP证', 'informal', 'ICP证', undefined],
  ['工业产品生产许可证', 'current', '全国工业产品生产许可证', undefined],
  ['营业执照', 'current', '营业执照', undefined],
])('%s is %s: %s', (name, status, canonical, since) => {
  const known = vocabulary.lookUp(name, today)
  expect(known).toMatchObject({status, canonical, verified: true})
  expect(known?.since).toBe(since)
})

test('an abolition says what it is limited to', () => {
  expect(vocabulary.lookUp('组织机构代码证', today)).toMatchObject({status: 'abolished', scope: '企业'})
  expect(vocabulary.lookUp('组织机构代码证', '2015-09-30')?.status).toBe('current')
})

test.each(['ICP证', 'icp证', 'ＩＣＰ证', 'ICP 证', ' ICP证\n', 'I\u200BCP证'])('%j is ICP证', (name) => {
  expect(vocabulary.lookUp(name, today)?.entry.name).toBe('ICP证')
})

test.each(['电视剧制作许可证(甲种)', '电视剧制作许可证（甲种）'])('%s is one name', (name) => {
  expect(vocabulary.canonicalName(name, today)).toBe('电视剧制作许可证（甲种）')
})

test('says by which of its names a licence was found', () => {
  const matched = ['导游证', '电子导游证', '健康证'].map((name) => vocabulary.lookUp(name, today)?.matched)
  expect(matched).toEqual(['name', 'alias', 'informal'])
})

test('an unknown name stands for itself, normalised', () => {
  expect(vocabulary.lookUp('代理记账许可证', today)).toBeUndefined()
  expect(vocabulary.canonicalName(' 代理记账许可证 ', today)).toBe('代理记账许可证')
  expect(vocabulary.kindsOf('代理记账许可证', today)).toEqual([])
})

test.each(['__proto__', 'constructor', 'toString', '', '《》'])('%j is no name', (name) => {
  expect(vocabulary.lookUp(name, today)).toBeUndefined()
})

describe('a licence that is a class of another', () => {
  test.each(['ICP证', 'ICP经营许可证', 'EDI证', 'SP证'])('%s is one of 增值电信业务经营许可证', (name) => {
    expect(vocabulary.kindsOf(name, today)).toEqual(['增值电信业务经营许可证'])
  })

  it('does not count the other way round', () => {
    expect(vocabulary.kindsOf('增值电信业务经营许可证', today)).toEqual([])
    expect(vocabulary.canonicalName('ICP证', today)).not.toBe('增值电信业务经营许可证')
  })

  it('counts if it is verified', () => {
    expect(vocabulary.kindsOf('国际旅行社业务经营许可证', today)).toEqual([])
    expect(vocabulary.kindsOf('执业兽医师资格证书', today)).toEqual([])
  })

  it('counts through renames and further classes', () => {
    const chain = createVocabulary({
      version: 1,
      licenses: [
        {name: '旧证', successor: {name: '新证', from: '2020', source: '令'}},
        {name: '新证', kindOf: [{name: '总旧证', source: '令'}]},
        {name: '总旧证', successor: {name: '总证', from: '2021', source: '令'}},
        {
          name: '总证',
          kindOf: [
            {name: '大证', source: '令'},
            {name: '疑证', source: '令', verified: false},
          ],
        },
        {name: '大证'},
        {name: '疑证'},
      ],
    })
    expect(chain.kindsOf('旧证', '2022-01-01')).toEqual(['总证', '大证'])
    expect(chain.kindsOf('旧证', '2020-12-31')).toEqual(['总旧证'])
    expect(chain.kindsOf('旧证', '2019-12-31')).toEqual([])
  })
})

describe('a chain of renames', () => {
  const chain = createVocabulary({
    version: 1,
    licenses: [
      {name: '甲证', informalNames: ['甲'], successor: {name: '乙证', from: '2017', source: '一'}},
      {name: '乙证', successor: {name: '丙证', from: '2020-05', source: '二'}},
      {name: '丙证', successor: {name: '丁证', from: '2030-01-01', source: '三'}},
      {name: '丁证', abolished: {on: '2040', source: '四'}},
    ],
  })

  test.each([
    ['2016-12-31', 'current', '甲证', undefined],
    ['2017-01-01', 'renamed', '乙证', '2017'],
    ['2020-04-30', 'renamed', '乙证', '2017'],
    ['2020-05-01', 'renamed', '丙证', '2020-05'],
    ['2029-12-31', 'renamed', '丙证', '2020-05'],
    ['2030-01-01', 'renamed', '丁证', '2030-01-01'],
    ['2040-01-01', 'abolished', '丁证', '2040'],
  ])('on %s', (day, status, canonical, since) => {
    const known = chain.lookUp('甲证', day)
    expect([known?.status, known?.canonical, known?.since]).toEqual([status, canonical, since])
  })

  it('tells of a rename before it tells that the name is informal', () => {
    expect(chain.lookUp('甲', '2016-01-01')?.status).toBe('informal')
    expect(chain.lookUp('甲', '2018-01-01')).toMatchObject({status: 'renamed', canonical: '乙证'})
  })

  it('ends where it runs in a circle', () => {
    const circle = createVocabulary({
      version: 1,
      licenses: [
        {name: '甲证', successor: {name: '乙证', from: '2017', source: '一'}},
        {name: '乙证', successor: {name: '甲证', from: '2018', source: '二'}},
      ],
    })
    expect(circle.canonicalName('甲证', today)).toBe('乙证')
  })

  it('stops being certain at the first step that is not', () => {
    const doubtful = createVocabulary({
      version: 1,
      licenses: [
        {name: '甲证', successor: {name: '乙证', from: '2017', source: '一'}},
        {name: '乙证', successor: {name: '丙证', from: '2018', verified: false}},
        {name: '丙证', abolished: {on: '2019', source: '三'}},
      ],
    })
    expect(doubtful.lookUp('甲证', today)).toMatchObject({
      status: 'renamed',
      canonical: '乙证',
      presumed: '丙证',
      since: '2017',
      verified: true,
    })
    expect(doubtful.lookUp('乙证', today)).toMatchObject({
      status: 'renamed',
      canonical: '乙证',
      verified: false,
    })
  })
})
