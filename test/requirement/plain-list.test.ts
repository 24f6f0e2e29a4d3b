import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {certainStretches, parseRequirement} from '../../src/requirement/grammar/parse.ts'
import {plainList} from '../../src/requirement/grammar/plain-list.ts'
import {toExpression} from '../../src/requirement/grammar/to-expression.ts'
import {QualificationReader} from '../../src/requirement/reader.ts'
import {builtInVocabulary} from '../../src/vocabulary/built-in.ts'
import {readCaseFiles} from './case-files.ts'

const vocabulary = builtInVocabulary()
const findKnown = (text: string) => vocabulary.findNames(text)

/** What a plain list may consist of, and what looks like it. */
const verbs = mostly(
  ['', '请上传', '请提供', '请提交', '需提供', '须提交', '提供', '上传'],
  ['无需提供', '请', '另需提供'],
)
const names = mostly(
  [
    '《甲许可证》',
    '《乙证书 》',
    '《 丙、丁合格证》',
    '营业执照',
    'ICP备案',
    'ICP证',
    '食品经营许可证',
    '《庚〈辛〉证》',
  ],
  [
    ...[
      '《戊或己证明》',
      '《同意书（如有）》',
      '《营业执照》副本',
      '《商标法》',
      '《甲',
      '《请上传》',
      '《或》',
      '备案证明',
    ],
    ...['《以上任选其一》', '《无需提供》', '《A：B》', '《1、壬证》', '《适用类别》', '《注：癸》'],
  ],
)
const connectives = mostly(['或', '或者', '、', '和', '及'], ['与', '及以上', '，', '或（', '；'])
const ends = mostly(['', '。'], ['。。', '）', '等', ' ', '。\n'])

const list = fc
  .tuple(
    verbs,
    fc.array(names, {minLength: 1, maxLength: 4}),
    fc.array(connectives, {minLength: 3, maxLength: 3}),
    fc.boolean(),
    ends,
  )
  .map(([verb, words, joints, isEven, end]) => {
    const joined = words.map((word, index) => (index === 0 ? word : joints[isEven ? 0 : index - 1] + word))
    return verb + joined.join('') + end
  })

function mostly(plain: readonly string[], others: readonly string[]) {
  return fc.oneof(
    {weight: 4, arbitrary: fc.constantFrom(...plain)},
    {weight: 1, arbitrary: fc.constantFrom(...others)},
  )
}

describe('reading the plainest texts without the grammar', () => {
  it('takes names alone or joined by one connective', () => {
    expect(read('请上传《甲许可证 》。')).toEqual({kind: 'all', words: ['甲许可证']})
    expect(read('《甲许可证》或《乙证书》')).toEqual({kind: 'any', words: ['甲许可证', '乙证书']})
    expect(read('需提供《甲许可证》、营业执照、《乙证书》。')).toEqual({
      kind: 'all',
      words: ['甲许可证', '营业执照', '乙证书'],
    })
  })

  it('leaves everything else to the grammar', () => {
    for (const text of [
      '无需提供《甲许可证》',
      '《甲许可证》或《乙证书》、《丙证书》',
      '《甲许可证》或《甲许可证》',
      '《甲许可证》副本',
      '请上传有效的《甲许可证》',
      '《甲许可证》。。',
      '点评与推荐',
    ]) {
      expect(read(text), text).toBeUndefined()
    }
  })

  it('says what the grammar says, whatever names are joined', {timeout: 60_000}, () => {
    let plain = 0
    fc.assert(
      fc.property(list, (text) => {
        if (read(text)) plain++
        expectAlike(text)
      }),
      {numRuns: 2000},
    )
    expect(plain).toBeGreaterThan(300)
  })

  it('says what the grammar says of all written cases', () => {
    const texts = readCaseFiles().map(({text}) => text)
    expect(texts.filter(read).length).toBeGreaterThan(10)
    for (const text of texts) expectAlike(text)
  })
})

function read(text: string) {
  return plainList(text, certainStretches(text, findKnown).names)
}

/** The reader takes the short way where it can; the tree is what the grammar reads. */
function expectAlike(text: string): void {
  const naming = new QualificationReader(vocabulary, '2026-06-01')
  const {root} = parseRequirement(text, findKnown)
  const expected = toExpression(root, (name) => {
    const expression = naming.express(`《${name}》`)
    const {license: _, ...known} = 'license' in expression ? expression : {license: ''}
    return known
  })
  expect(JSON.stringify(naming.express(text)), text).toBe(JSON.stringify(expected))
}
