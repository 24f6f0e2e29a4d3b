import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parseRequirement} from '../../src/requirement/grammar/parse.ts'
import {toExpression} from '../../src/requirement/grammar/to-expression.ts'
import {printRequirement} from '../../src/requirement/print.ts'
import {builtInVocabulary} from '../../src/vocabulary/built-in.ts'
import {readCaseFiles} from './case-files.ts'
import {violations} from './violations.ts'

/** Words of the grammar, names, marks and what looks like them. */
const pieces = [
  ...[
    '《甲许可证》',
    '《乙证书》',
    '《丙、丁合格证》',
    '营业执照',
    'ICP备案',
    'ICP证',
    '食品经营许可证',
    '《甲',
    '乙》',
    '<<丙>>',
    '〈丁证〉',
    '《》',
  ],
  ...[
    '或',
    '或者',
    '/',
    '及',
    '和',
    '与',
    '且',
    '并',
    '以及',
    '、',
    '，',
    ',',
    '；',
    ';',
    '。',
    '：',
    ':',
    '\n',
    ' ',
    '\t',
    '但',
    '+',
  ],
  ...[
    '请上传',
    '需提供',
    '提供',
    '还需提供',
    '同时提供',
    '无需提供',
    '也可提供',
    '出具',
    '需',
    '须',
    '应',
    '旅行社',
    '个人',
    '企业',
    '平台',
  ],
  ...['（', '）', '(', ')', '【', '】', '「', '」', '“', '”', '[', ']', '\\'],
  ...[
    '经营范围含',
    '许可范围应包括',
    '含',
    '注明',
    '有效期内的',
    '央行颁发的',
    '住建部门',
    '备案证明',
    '批准文件',
    '截图',
    '合同',
    '加盖公章',
  ],
  ...['一、', '二、', '1、', '2、', '1.', '2.', '①', '②', '(1)', '（二）', '- ', 'a、'],
  ...['二选一', '（3选2）', '任选其一', '之一', '均需提供', '以下', '如下', '以上', '资质', '材料'],
  ...[
    '即',
    '又称',
    '原',
    '适用类别：',
    '适用于',
    '注：',
    '备注：',
    '如',
    '若',
    '涉及食品',
    '如有',
    '（如有）',
    '无',
    '其中：',
  ],
  ...[
    '材料「',
    '情形「',
    '（条件：「',
    '（有歧义）',
    '（必需：否）',
    '证照「',
    '共和国',
    '派出机构',
    'A',
    '1',
    '网络表演',
    '\u200B',
    '\uD800',
    '😀',
  ],
]

const texts = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(fc.constantFrom(...pieces), {maxLength: 14}).map((words) => words.join('')),
  },
  {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 60})},
  {weight: 1, arbitrary: fc.string({unit: fc.constantFrom(...pieces.join('')), maxLength: 60})},
)

const seed = 20_240_607

describe('a reading of any text', () => {
  it('has ranges that nest and cover, and leaves nothing out', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(violations(parse(text))).toEqual([])
      }),
      {numRuns: 6000, seed},
    )
  })

  it('can be printed and read again', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const requirement = toExpression(parse(text).root, unnamed)
        const printed = printRequirement(requirement)
        expect(toExpression(parse(printed).root, unnamed), printed).toEqual(requirement)
      }),
      {numRuns: 6000, seed},
    )
  })
})

describe.each(readCaseFiles().map(({text}) => text))('%s', (text) => {
  it('is covered, and the same when printed and read again', () => {
    const parsed = parse(text)
    expect(violations(parsed)).toEqual([])
    const requirement = toExpression(parsed.root, unnamed)
    expect(toExpression(parse(printRequirement(requirement)).root, unnamed)).toEqual(requirement)
  })
})

function parse(text: string) {
  return parseRequirement(text, (words) => builtInVocabulary().findNames(words))
}

function unnamed() {
  return {}
}
