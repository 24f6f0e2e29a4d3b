import {describe, expect, it, test} from 'vitest'
import type {Change} from '../../src/diff/model.ts'
import {diffDatasets} from '../../src/index.ts'
import type {RequirementExpression} from '../../src/requirement/expression.ts'
import {category, datasetOf, row} from '../export/build.ts'
import {license} from '../query/expressions.ts'

type Categories = Readonly<Record<string, readonly string[]>>

/** Rows as `name`, `name=licence` or `group/name`. */
function dataset(categories: Categories, path = 'a.md') {
  const read = (text: string) => {
    const [, group, name = '', asked] = /^(?:([^/]+)\/)?([^=]*)(?:=(.+))?$/.exec(text) ?? []
    const requirement: RequirementExpression | null = asked === undefined ? null : license(asked)
    return row(name, {
      ...(group === undefined ? {} : {group}),
      requirement,
      qualification: asked === undefined ? null : `《${asked}》`,
    })
  }
  return datasetOf({
    [path]: Object.entries(categories).map(([name, rows]) => category(path, name, rows.map(read))),
  })
}

/** The changes in a line each, such as `renamed 甲›一 → 甲›二`. */
function told(before: Categories, after: Categories): readonly string[] {
  return diffDatasets(dataset(before), dataset(after)).changes.map(line).sort()
}

function line(change: Change): string {
  const rows =
    'subcategories' in change && change.subcategories
      ? `: ${change.subcategories.map(({name}) => name).join()}`
      : ''
  const path = 'path' in change ? change.path.join('›') : `${change.from.join('›')} → ${change.to.join('›')}`
  return `${change.kind} ${path}${rows}`
}

describe('a row is renamed', () => {
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    [
      'where something is added to its name',
      ['甲', '旅游', '乙'],
      ['甲', '旅游局', '乙'],
      ['renamed 类›旅游 → 类›旅游局'],
    ],
    ['where something is taken from it', ['旅游局'], ['旅游'], ['renamed 类›旅游局 → 类›旅游']],
    ['at the beginning', ['旅游', '乙'], ['旅游局', '乙'], ['renamed 类›旅游 → 类›旅游局']],
    ['at the end', ['甲', '旅游'], ['甲', '旅游局'], ['renamed 类›旅游 → 类›旅游局']],
    [
      'with the one beside it',
      ['旅游', '食品', '乙'],
      ['旅游局', '食品店', '乙'],
      ['renamed 类›旅游 → 类›旅游局', 'renamed 类›食品 → 类›食品店'],
    ],
    [
      'by one character, where it asks for something',
      ['婚庆服物=证'],
      ['婚庆服务=证'],
      ['renamed 类›婚庆服物 → 类›婚庆服务'],
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(told({类: before}, {类: after})).toEqual(expected)
  })
})

describe('a row is another', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['where it asks for something else', ['旅游=甲证'], ['旅游局=乙证']],
    ['where it asks for something now', ['旅游'], ['旅游局=甲证']],
    ['where one character differs and neither asks for anything', ['国内旅行社'], ['国际旅行社']],
    ['where one of two characters differs', ['信托=证'], ['信贷=证']],
    ['where one of three characters differs, and one is added', ['信托业=证'], ['信贷业务=证']],
    ['where the name is denied', ['金融=证'], ['非金融=证']],
    ['where the name is one character', ['店=证'], ['酒店=证']],
    ['where nothing of the name is kept', ['旅游=证'], ['酒店=证']],
    ['where its place is another', ['旅游=证', '甲', '乙'], ['甲', '旅游局=证', '乙']],
    [
      'where one stands beside it that was not there',
      ['甲', '旅游=证', '乙'],
      ['甲', '旅游局=证', '新', '乙'],
    ],
    ['where it could be either of two', ['旅游=证', '甲'], ['旅游局=证', '旅游社=证', '甲']],
    ['where either of two could be it', ['旅游=证', '旅游社=证', '甲'], ['旅游社局=证', '甲']],
    [
      'where two could be either of two',
      ['旅游=证', '旅游社=证', '甲'],
      ['旅游社团=证', '旅游社局=证', '甲'],
    ],
    ['where two have changed places', ['旅游=甲证', '食品=乙证', '丙'], ['食品店=乙证', '旅游局=甲证', '丙']],
    ['where the row after it is another', ['旅游=证', '甲', '乙', '丙'], ['旅游局=证', '乙', '甲', '丙']],
    ['where its group is another', ['组/旅游=证'], ['团/旅游局=证']],
  ])('%s', (_what, before, after) => {
    const kinds = told({类: before}, {类: after}).map((text) => text.split(' ')[0])
    expect(kinds).toContain('removed')
    expect(kinds).toContain('added')
    expect(kinds).not.toContain('renamed')
  })

  it('where nine rows in a row are written anew', () => {
    const names = Array.from({length: 9}, (_, index) => `${'一二三四五六七八九'[index]}号服务=证`)
    const longer = names.map((name) => name.replace('服务', '服务店'))
    expect(told({类: names}, {类: longer})).toHaveLength(18)
    expect(told({类: names.slice(1)}, {类: longer.slice(1)})).toHaveLength(8)
  })
})

describe('a category', () => {
  test.each<[string, Categories, Categories, readonly string[]]>([
    [
      'is renamed where most rows are kept',
      {旧: ['一', '二', '三']},
      {新: ['一', '二', '四']},
      ['added 新›四', 'removed 旧›三', 'renamed 旧 → 新'],
    ],
    [
      'is another where half of them are',
      {旧: ['一', '二', '三', '五']},
      {新: ['一', '二', '四', '六']},
      ['added 新: 四,六', 'moved 旧 → 新: 一,二', 'removed 旧: 三,五'],
    ],
    [
      'is another where its one row is all they share',
      {旧: ['其他']},
      {新: ['其他']},
      ['added 新: ', 'moved 旧›其他 → 新›其他', 'removed 旧: '],
    ],
    [
      'is renamed where its name overlaps too',
      {旅行: ['其他']},
      {旅行社: ['其他']},
      ['renamed 旅行 → 旅行社'],
    ],
    [
      'is no other that was there before',
      {旧: ['一', '二', '三'], 新: []},
      {新: ['一', '二', '三']},
      ['moved 旧 → 新: 一,二,三', 'removed 旧: '],
    ],
    [
      'that could have become either of two has become none',
      {旧: ['一', '二', '三']},
      {新: ['一', '二', '三'], 别: ['一', '二', '三']},
      ['added 别: 一,二,三', 'added 新: 一,二,三', 'removed 旧: 一,二,三'],
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(told(before, after)).toEqual(expected)
  })
})

describe('a row is moved', () => {
  test.each<[string, Categories, Categories, readonly string[]]>([
    [
      'within its category first',
      {甲: ['组/其他'], 乙: ['丙']},
      {甲: ['团/其他'], 乙: ['丙', '其他']},
      ['added 乙›其他', 'moved 甲›组›其他 → 甲›团›其他'],
    ],
    [
      'where others went from its place, if it could have come from two',
      {甲: ['一', '二', '其他'], 乙: ['三', '其他'], 丙: ['四'], 丁: ['五']},
      {甲: ['二'], 乙: ['三'], 丙: ['四', '一', '其他'], 丁: ['五', '其他']},
      ['added 丁›其他', 'moved 甲 → 丙: 一,其他', 'removed 乙›其他'],
    ],
    [
      'nowhere, if it could have come from two and none went with it',
      {甲: ['二', '其他'], 乙: ['三', '其他'], 丙: ['四']},
      {甲: ['二'], 乙: ['三'], 丙: ['四', '其他']},
      ['added 丙›其他', 'removed 乙›其他', 'removed 甲›其他'],
    ],
    [
      'nowhere without a name',
      {甲: ['二', '=证'], 丙: ['四']},
      {甲: ['二'], 丙: ['四', '=证']},
      ['added 丙›', 'removed 甲›'],
    ],
    [
      'with its new width',
      {甲: ['一', 'ＷｉＦｉ'], 乙: ['二']},
      {甲: ['一'], 乙: ['二', 'WiFi']},
      ['moved 甲›ＷｉＦｉ → 乙›WiFi'],
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(told(before, after)).toEqual(expected)
  })
})

it('rows that state nothing are nothing', () => {
  expect(told({甲: ['一', '', '']}, {甲: ['', '一']})).toEqual([])
})
