import {describe, expect, it} from 'vitest'
import {read} from './read.ts'

/** The headings with their depth, their content as written and their text. */
function headings(source: string) {
  return read(source).sections.flatMap(({heading}) =>
    heading ? [[heading.depth, heading.content.raw, heading.content.text]] : [],
  )
}

describe('headings', () => {
  it.each([
    ['## 甲\n', 2, '甲', '甲'],
    ['##\t甲 \t\n', 2, '甲', '甲'],
    ['##   甲 ##  \n', 2, '甲', '甲'],
    ['## 甲##\n', 2, '甲##', '甲##'],
    ['## 甲 \\##\n', 2, '甲 \\##', '甲 ##'],
    ['## **甲** &amp; `乙`\n', 2, '**甲** &amp; `乙`', '甲 & 乙'],
    ['###### 甲', 6, '甲', '甲'],
    ['##\n', 2, '', ''],
    ['## ##\n', 2, '', ''],
    ['甲\n===\n', 1, '甲', '甲'],
    ['  甲  \n---\n', 2, '甲', '甲'],
    ['甲\r\n---\r\n', 2, '甲', '甲'],
    ['甲\r---\r', 2, '甲', '甲'],
    ['\uFEFF# 甲\n', 1, '甲', '甲'],
    ['> ## 甲\n', 2, '甲', '甲'],
    ['- ## 甲\n', 2, '甲', '甲'],
  ])('%j', (source, depth, raw, text) => {
    expect(headings(source)).toEqual([[depth, raw, text]])
  })

  it('may go over lines above an underline', () => {
    const [, section] = read('甲\n  乙\n---\n').sections
    expect(section?.heading?.content.raw).toBe('甲\n  乙')
  })

  it.each(['##甲\n', '####### 甲\n', '\\## 甲\n', '    ## 甲\n', '```\n## 甲\n```\n', '<!--\n## 甲\n-->\n'])(
    '%j is none',
    (source) => {
      expect(headings(source)).toEqual([])
    },
  )
})

describe('sections', () => {
  const {sections} = read('甲\n\n# 一\n\n乙\n\n### 二\n\n## 三\n\n### 四\n\n# 五\n')
  const name = (index: number) => sections[index]?.heading?.content.text

  it('begin at headings, and the first one has none', () => {
    expect(sections.map(({heading}) => heading?.content.text)).toEqual([
      undefined,
      '一',
      '二',
      '三',
      '四',
      '五',
    ])
    expect(sections.map(({blocks}) => blocks.length)).toEqual([1, 1, 0, 0, 0, 0])
  })

  it('stand under the nearest one of a lesser depth', () => {
    const parents = sections.map(({parent}) => (parent ? sections.indexOf(parent) : -1))
    expect(parents.map((index) => name(index))).toEqual([undefined, undefined, '一', '一', '三', undefined])
  })
})

describe('the title', () => {
  it.each([
    ['---\ntitle: 甲\n---\n# 乙\n', '甲'],
    ['---\ntitle: "甲"\n---\n', '甲'],
    ["---\r\ntitle:  '甲' \r\n---\r\n", '甲'],
    ['---\rtitle: 甲\r---\r', '甲'],
    ['\uFEFF---\ntitle: 甲\n---\n', '甲'],
    ['+++\ntitle = "甲"\n+++\n', '甲'],
    ['---\norder: 1\n---\n# 乙\n', '乙'],
    ['---\nsubtitle: 甲\n---\n', null],
    ['## 甲\n\n# 乙\n\n# 丙\n', '乙'],
    ['# **乙** [丙](u)\n', '乙 丙'],
    ['---\ntitle:\n---\n\n# 乙\n', '乙'],
    ['正文\n\n---\ntitle: 甲\n---\n', null],
    ['', null],
  ])('of %j is %j', (source, title) => {
    expect(read(source).title).toBe(title)
  })
})
