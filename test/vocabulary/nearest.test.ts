import {describe, expect, it, test} from 'vitest'
import {builtInVocabulary} from '../../src/vocabulary/built-in.ts'
import {createVocabulary} from '../../src/vocabulary/vocabulary.ts'

const vocabulary = builtInVocabulary()
const today = '2026-11-24'

test.each([
  ['国际旅游社业务经营许可证', '国际旅行社业务经营许可证'],
  ['导游员资格证书', '导游人员资格证书'],
  ['食品经营许可证书', '食品经营许可证'],
  ['网络文化经营许可', '网络文化经营许可证'],
  ['信息网络传播视听节目许可征', '信息网络传播视听节目许可证'],
  ['网络出版服许务可证', undefined],
  ['网络出版服务许证可', undefined],
  ['快递务业经营许可证', '快递业务经营许可证'],
  ['营业性演出出许可证', '营业性演出许可证'],
  // what is close may itself have another name today
  ['互联网出版的许可证', '网络出版服务许可证'],
])('%s may be %s', (name, expected) => {
  expect(vocabulary.nearest(name, today)).toBe(expected)
})

describe('nothing is near', () => {
  test.each([
    // known, each a licence of its own
    '税务师事务所执业证书',
    '会计师事务所执业证书',
    '增值电信业务经营许可证',
    '基础电信业务经营许可证',
    '国内旅行社业务经营许可证',
    'ＩＣＰ 证',
    // unknown, and different in law from what they look like
    '审计师事务所执业证书',
    '成品油批发经营批准证书',
    '成品油仓储经营批准证书',
    '烟草专卖批发许可证',
    '第三类医疗器械经营备案凭证',
    '第一类医疗器械经营备案凭证',
    '医疗器械生产许可证',
    '食品使用许可证',
    '药品生产许可证',
    '饮品经营许可证',
    '食盐经营许可证',
    '铁路运输经营许可证',
    '道路运输经营备案证',
    '广播电视频率许可证',
    '电视剧制作许可证（丙种）',
    '企业征信业务经营许可证',
    '测绘资格证书',
    '互联网食品信息服务资格证书',
    '经营性互联网信息服务备案核准',
    '国际水路运输经营许可证',
    '特种作业许可证',
    '植物诊疗许可证',
    '助理执业兽医资格证书',
    // far from everything, or too short to say
    '代理记账许可证',
    '旅游业务经营许可证',
    '营业热照',
    '导游照',
    '',
    '__proto__',
  ])('to %s', (name) => {
    expect(vocabulary.nearest(name, today)).toBeUndefined()
  })
})

it('says nothing where two licences are as near', () => {
  const two = createVocabulary({
    version: 1,
    licenses: [
      {name: '某某业务许可甲证'},
      {name: '某某业务许可丙证'},
      {name: '某某的业务特许证'},
      {name: '某某地业务特许证'},
    ],
  })
  expect(two.nearest('某某业务特许证', today)).toBeUndefined()
})

it('says one licence where two of its names are as near', () => {
  const one = createVocabulary({
    version: 1,
    licenses: [{name: '某某的业务特许证', aliases: ['某某地业务特许证']}],
  })
  expect(one.nearest('某某业务特许证', today)).toBe('某某的业务特许证')
})

it('answers at once for a name of a million characters', () => {
  expect(vocabulary.nearest('许可'.repeat(500_000), today)).toBeUndefined()
})
