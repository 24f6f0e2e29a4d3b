import {expect, test} from 'vitest'
import {overlap} from '../../src/diff/match/names.ts'

/** What maintainers do to a name that stays the name of one thing. */
test.each([
  ['旅游', '旅游局', 'contained'],
  ['会展服务', '会展', 'contained'],
  ['银行信用卡', '信用卡', 'contained'],
  ['食药监', '食品药品监管', 'contained'],
  ['直播', '直播答题', 'contained'],
  ['酒/盐', '酒/盐类', 'contained'],
  ['婚庆服物', '婚庆服务', 'one character'],
  ['证劵投资', '证券投资', 'one character'],
  ['帐户管理', '账户管理', 'one character'],
])('%s and %s: %s', (before, after, expected) => {
  expect(overlap(before, after)).toBe(expected)
  expect(overlap(after, before)).toBe(expected)
})

/** Two things, whatever else they have in common. */
test.each([
  ['国内旅行社', '国际旅行社'],
  ['境内旅游', '境外旅游'],
  ['商品进口', '商品出口'],
  ['公立医院', '私立医院'],
  ['一类医疗器械', '二类医疗器械'],
  ['线上教育', '线下教育'],
  ['股票（港股）', '股票（美股）'],
  ['A类服务', 'B类服务'],
  ['5G服务', '4G服务'],
  ['省级媒体', '市级媒体'],
  ['汽车票', '火车票'],
  ['会计师事务所', '税务师事务所'],
  ['增值电信业务', '基础电信业务'],
  ['国内机票', '国内外机票'],
  ['股票', '股票（除港股）'],
  ['医疗', '医疗除外'],
  ['学历教育', '非学历教育'],
  ['银行', '银行信用卡'],
  ['票务', '股票信息服务平台'],
  ['食品', '初级食用农产品'],
  ['房地产', '房地产开发经营'],
])('%s is not %s', (before, after) => {
  expect(overlap(before, after)).toBe('none')
  expect(overlap(after, before)).toBe('none')
})
