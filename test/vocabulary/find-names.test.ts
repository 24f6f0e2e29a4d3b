import {describe, expect, it, test} from 'vitest'
import {builtInVocabulary} from '../../src/vocabulary/built-in.ts'
import {createVocabulary} from '../../src/vocabulary/vocabulary.ts'

const vocabulary = builtInVocabulary()

function namesIn(text: string): readonly string[] {
  return vocabulary.findNames(text).map(({start, end}) => text.slice(start, end))
}

test.each([
  ['提供ICP证或ICP备案', ['ICP证', 'ICP备案']],
  ['需上传食品经营许可证、营业执照', ['食品经营许可证', '营业执照']],
  ['《增值电信业务经营许可证》', ['增值电信业务经营许可证']],
  ['ＩＣＰ证及icp备案', ['ＩＣＰ证', 'icp备案']],
  ['ICP 备案或 ICP 证', ['ICP 备案', 'ICP 证']],
  ['3C证书/文网文', ['3C证书', '文网文']],
  ['电视剧制作许可证(甲种)', ['电视剧制作许可证(甲种)']],
  ['公司营业执照复印件', ['营业执照']],
  ['上传营业执照照片', ['营业执照']],
  ['食品经营许可证照片', ['食品经营许可证']],
  ['个体工商户营业执照', ['营业执照']],
  ['1、营业执照2、导游证', ['营业执照', '导游证']],
  ['营业执照食品经营许可证', ['营业执照', '食品经营许可证']],
  ['网站ICP备案截图', ['ICP备案']],
  ['公众聚集场所投入使用、营业前消防安全检查合格证', ['公众聚集场所投入使用、营业前消防安全检查合格证']],
  ['', []],
])('%s', (text, names) => {
  expect(namesIn(text)).toEqual(names)
})

test.each([
  ['中华人民共和国增值电信业务经营许可证', ['中华人民共和国增值电信业务经营许可证']],
  ['非经营性ICP备案', ['非经营性ICP备案']],
  ['全国工业产品生产许可证', ['全国工业产品生产许可证']],
  ['网络预约出租汽车经营许可证', ['网络预约出租汽车经营许可证']],
  ['化妆品生产企业卫生许可证', ['化妆品生产企业卫生许可证']],
  ['中华人民共和国食品经营许可证', ['食品经营许可证']],
])('the longest name wins in %s', (text, names) => {
  expect(namesIn(text)).toEqual(names)
})

describe('no name is found', () => {
  test.each([
    // in a word that goes on
    'ICP证明',
    'ICP证书',
    'EDI证券',
    '健康证明',
    '导游证件',
    '网站备案管理办法',
    'ICP备案号',
    '营业执照号码',
    '食品经营许可证编号',
    // in a word that began before
    'XICP证',
    'AVSPX',
    'myAVSP2',
    '保健食品经营许可证',
    '饮用水卫生许可证',
    '食品生产企业卫生许可证',
    '旅馆业特种行业许可证',
    '林木种子生产经营许可证',
    // anywhere else
    '政府备案证明',
    '备案',
    '许可证',
    '经营范围包含食品经营',
    '统一社会信用代码',
  ])('in %s', (text) => {
    expect(namesIn(text)).toEqual([])
  })
})

it('counts in UTF-16 units of the text', () => {
  expect(vocabulary.findNames('😀：ICP 证。')).toEqual([{start: 3, end: 8}])
})

it('takes a shorter name where the longer one does not end', () => {
  const names = createVocabulary({version: 1, licenses: [{name: '甲乙证'}, {name: '甲乙证备案'}]})
  expect(names.findNames('甲乙证备案')).toEqual([{start: 0, end: 5}])
  expect(names.findNames('甲乙证备')).toEqual([{start: 0, end: 3}])
  expect(names.findNames('甲乙证备案表')).toEqual([{start: 0, end: 3}])
})

it('finds nothing without names', () => {
  expect(createVocabulary({version: 1, licenses: []}).findNames('营业执照')).toEqual([])
})

describe('takes time in step with the text', () => {
  test.each([
    ['names', '提供营业执照或ICP证、'],
    ['beginnings of names', '公众聚集场所投入使用、营业前消防安全检查合格'],
    ['one beginning', '增值电信'],
    ['letters', 'ICPICPICP'],
    ['blanks', 'ICP '],
    ['other text', '我们没有任何要求。'],
  ])('of %s', (_, piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length))
    const found = vocabulary.findNames(text)
    for (const [index, {start, end}] of found.entries()) {
      if (start < (found[index - 1]?.end ?? 0)) throw new Error(`overlap at ${start}`)
      if (!vocabulary.entryOf(text.slice(start, end))) throw new Error(`no name at ${start}`)
    }
    expect(found.length > 0).toBe(vocabulary.findNames(piece.repeat(3)).length > 0)
  })
})
