import {describe, expect, it} from 'vitest'
import {mayConcern} from '../../src/concern.ts'
import type {TableDeclarations} from '../../src/dataset/declaration.ts'
import {prefilterOf, Tally} from './check.ts'
import {contractSets} from './contract-sets.ts'

const builtIn: TableDeclarations = {}

/** A table of other things, so that lines of both kinds are there. */
const others =
  '# 接口\n\n| 属性 | 类型 | 必填 | 说明 |\n| --- | --- | --- | --- |\n| id | string | 是 | 类目的编号 |\n\n## 其他\n\n'

describe('what holds something is looked at', () => {
  it.each([
    ['a table', '| 二级类目 | 资质 |\n|-|-|\n'],
    ['a table without pipes at its ends', '子类目 | 准入要求\n:-|-:\n'],
    ['a header in other width and case', '| ＳＵＢＣＡＴＥＧＯＲＹ | Licence |\n|-|-|\n'],
    ['header words by their endings', '| 商品二级类目 | 所需许可证说明 |\n|-|-|\n'],
    ['emphasis within a word', '| 二级**类目** | 资*质* |\n|-|-|\n'],
    ['a character reference in a word', '| 二级&#31867;目 | 资质 |\n|-|-|\n'],
    ['a link, a comment and a remark in words', '| [二级](u)类目 | 资<!-- x -->质（必填） |\n|-|-|\n'],
    ['an escaped pipe in an address', '| 二级类目 | 资[](a\\|b)质 |\n|-|-|\n'],
    ['blanks between ideographs', '| 二 级 类 目 | 资　质 |\n|-|-|\n'],
    ['a compatibility ideograph', '| 二級\uF9D0目 | 資質 |\n|-|-|\n'],
    ['a table in a quote in a list', '- > | 二级类目 | 资质 |\n  > |-|-|\n'],
    ['a table at the end of a paragraph', '说明\n二级类目 | 资质\n-|-\n'],
    ['lines that end with CR', '| 二级&#31867;目 | &#36164;质 |\r|-|-|\r'],
    ['a table without a delimiter row', '| 二级类目 | 资质 |\n| 甲 | 《乙》 |\n'],
    ['a table between wide pipes', '｜二级类目｜资质｜\n｜甲｜《乙》｜\n'],
    ['a table in HTML', '<div>\n| 二级类目 | 资质 |\n| - | - |\n</div>\n'],
    ['header words far from the delimiter row', '| - | - |\n| 甲 | 乙 |\n| ：二级类目 | *资质* |\n'],
    ['a category heading', '## 一级类目：金融业\n'],
    ['a heading between lines that end with CR', '甲\r\r# 一级类目：金融业\r'],
    ['a numbered heading', '### 1.2 一级分类: 金融业\n'],
    ['a heading with an anchor before it', '## <a name="x>y"></a>一级类目：金融业\n'],
    ['a heading in capitals', '# TOP-LEVEL CATEGORY: Finance\n'],
    ['a heading over a line', '一级类目\n：金融业\n======\n'],
    ['a heading in a quote, with a tag over its lines', '> 一级<i\n> id=x>类目：金融业\n> ===\n'],
    ['a tag whose end begins a line', '一级<i\n     >类目：金融业\n===\n'],
    ['a heading in a footnote', '甲[^1]\n\n[^1]: # 一级类目：金融业\n'],
    ['a task over a table', '- [x] 一级类目：金融业\n\n| a |\n|:-|\n'],
    ['a link in a label', '## [一级](a b)[类](<u> "v")目：金融业\n\n## [一级][r]类目：甲\n\n[r]: u\n'],
    ['a paragraph over any table', '**一级类目：** 金融业\n\n| a |\n|-|\n'],
    ['a comment to the program', '<!-- catalint-disable-file -->\n'],
  ])('%s', (_, source) => {
    const tally = new Tally()
    tally.add('alone', source, builtIn)
    tally.add('below others', others + source, builtIn)
    expect(tally).toMatchObject({wrong: [], counts: {needed: 2, 'passed over': 0, 'in vain': 0}})
  })

  it.each([
    ['labels that look like markup', '甲\n'],
    ['a heading that announces', '## 价格\n\n| 商品名 | 价格 | 单位 | 原产地 |\n|-|-|-|-|\n'],
    ['columns by endings', '| 收费项目s | E\u0301 FEE |\n|-|-|\n'],
    ['one required column', '| - |\n| 甲 |\n名称\n'],
    ['one required column', '名称\n:-\n'],
    ['labels of its own', '## re\u0301gion №：甲\n'],
    ['labels of its own', '## [x](u)：甲\n'],
    ['labels of its own', '## [x] ：甲\n\n[x]: u\n'],
    ['labels of its own', '| q&amp;a | licence |\n|-|-|\n'],
  ])('with %s: %j', (name, source) => {
    expect(prefilterOf(contractSets[name] ?? {}).mayConcern(source)).toBe(true)
  })
})

describe('what holds nothing is passed over', () => {
  it.each([
    ['nothing', ''],
    ['tables of other things', others],
    ['header words in prose', '二级类目和资质的说明，见 subcategory 与 license。\n'],
    ['one header word of two', '| 二级类目 | 说明 |\n|-|-|\n| 甲 | 资质 |\n'],
    ['header words in two rows', '| 说明 | 名称 |\n|-|-|\n| 二级类目 | 甲 |\n| 乙 | 资质 |\n'],
    ['a label within a heading', '## 关于一级类目：金融业\n'],
    ['a label without a colon', '## 一级类目说明\n\n一级类目 金融业\n'],
    ['a general label', '## 类目：金融业\n\n## Category: Finance\n'],
    ['the beginning of a label', '## Top\n\nThis is a long line, only: level of categories\n'],
    [
      'references in rows and before prose',
      '| a | b |\n|-|-|\n| Array&lt;string&gt; | &nbsp; |\n\n&nbsp;甲：乙\n',
    ],
    ['HTML', '<div class="a>b">\n<p>一级</p>\n<img src="x">\n</div>\n'],
    ['tasks, links and footnotes', '- [x] 甲：乙\n- [甲](u "一级类目：")\n\n[^1]: 乙：丙\n'],
  ])('%s', (_, source) => {
    expect(prefilterOf(builtIn).mayConcern(source)).toBe(false)
  })

  it('unless it is asked to parse everything, or rules were handed in', () => {
    expect(mayConcern('', {fast: false})).toBe(true)
    expect(mayConcern('', {extraRules: [{} as never]})).toBe(true)
    expect(mayConcern('', {fast: true, extraRules: []})).toBe(false)
  })

  it('unless cells of the first documents end with its header words', () => {
    const inTwoRows = '| 说明 | 名称 |\n|-|-|\n| 二级类目 | 甲 |\n| 乙 | 资质 |\n'
    const tables = {...builtIn}
    expect(mayConcern(inTwoRows, {tables})).toBe(true)
    expect(mayConcern('甲，乙\n', {tables})).toBe(false)
    expect(mayConcern(inTwoRows, {tables})).toBe(false)
  })

  it('unless it is nested so deeply that the parser has to say so', () => {
    expect(mayConcern(`${'- '.repeat(200)}x\n`, {})).toBe(true)
    expect(mayConcern(`${'>'.repeat(200)}x\n`, {})).toBe(true)
    expect(mayConcern(`${'- '.repeat(40)}x\n`, {})).toBe(false)
  })
})
