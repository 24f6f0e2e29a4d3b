import {describe, expect, it} from 'vitest'
import type {RequirementExpression, Term} from '../../src/requirement/expression.ts'
import {differences} from './differences.ts'
import {readNotation} from './notation.ts'

const a: Term = {license: '甲'}
const b: Term = {license: '乙'}
const c: Term = {license: '丙'}
const photo: Term = {document: '三张门店照片'}

const same: readonly (readonly [string, RequirementExpression])[] = [
  ['《甲》', a],
  [
    ' 《甲》 ',
    {...a, canonical: '丁', condition: '含网络表演', issuer: '央行', note: '复印件', aliases: ['戊']},
  ],
  ['{门店照片}', photo],
  ['《甲》&《乙》', {all: [a, b]}],
  ['《甲》|《乙》', {any: [a, b]}],
  ['《甲》&《乙》|《丙》', {any: [{all: [a, b]}, c]}],
  ['《甲》|《乙》&《丙》', {any: [a, {all: [b, c]}]}],
  ['(《甲》|《乙》)&《丙》', {all: [{any: [a, b]}, c]}],
  ['《甲》&《乙》&《丙》', {all: [{all: [a, b]}, c]}],
  ['《甲》|(《乙》|《丙》)', {any: [a, b, c]}],
  ['((《甲》))', {all: [a]}],
  ['~(《甲》&《乙》)', {all: [a, b], ambiguous: true}],
  ['~(《甲》&《乙》&《丙》)', {all: [{all: [a, b]}, c], ambiguous: true}],
  ['~((《甲》|《乙》)&《丙》)', {all: [{any: [a, b]}, c], ambiguous: true}],
  ['《甲》&~(《乙》&《丙》)', {all: [a, {all: [b, c], ambiguous: true}]}],
  ['[自营: 《甲》]', {cases: [{when: '自营', require: a}]}],
  [
    '[自营: 《甲》|《乙》] ; [平台: 《丙》]',
    {
      cases: [
        {when: '自营', require: {any: [a, b]}},
        {when: '平台', require: c},
      ],
    },
  ],
  [
    '《甲》&[自营: 《乙》];[平台: 《丙》]',
    {
      all: [
        a,
        {
          cases: [
            {when: '自营', require: b},
            {when: '平台', require: c},
          ],
        },
      ],
    },
  ],
  ['~([自营: 《甲》])', {cases: [{when: '自营', require: a}], ambiguous: true}],
  ['!《甲》', {...a, required: false}],
  ['!{照片}', {...photo, required: false}],
  ['《甲》<网络><表演>', {...a, condition: '经营范围含网络表演'}],
  ['《甲》<>@央行"复印""盖章"=丁=戊', {...a, issuer: '央行', note: '复印件，盖章', aliases: ['丁', '戊']}],
  ['《甲（乙）》&{丙(丁)}', {all: [{license: '甲（乙）'}, {document: '丙(丁)'}]}],
]

const different: readonly (readonly [string, RequirementExpression, string])[] = [
  ['《甲》', b, 'the whole: expected 《甲》, read 《乙》'],
  ['《甲》', {license: '甲类'}, 'the whole: expected 《甲》, read 《甲类》'],
  ['《甲》', {document: '甲'}, 'the whole: expected 《甲》, read {甲}'],
  ['{甲}', a, 'the whole: expected {甲}, read 《甲》'],
  ['{合同}', photo, 'the whole: expected {合同}, read {三张门店照片}'],
  ['《甲》&《乙》', a, 'the whole: expected 《甲》&《乙》, read 《甲》'],
  ['《甲》', {any: [a, b]}, 'the whole: expected 《甲》, read 《甲》|《乙》'],
  ['《甲》&《乙》', {any: [a, b]}, 'the whole: expected 《甲》&《乙》, read 《甲》|《乙》'],
  ['《甲》&《乙》', {all: [b, a]}, 'all 1: expected 《甲》, read 《乙》'],
  [
    '《甲》&《乙》',
    {all: [a, b, c]},
    'all: expected 2 operands: 《甲》&《乙》, read 3 operands: 《甲》&《乙》&《丙》',
  ],
  [
    '《甲》&《乙》|《丙》',
    {all: [a, {any: [b, c]}]},
    'the whole: expected (《甲》&《乙》)|《丙》, read 《甲》&(《乙》|《丙》)',
  ],
  ['《甲》&《乙》', {all: [a, b], ambiguous: true}, 'all: unexpected mark of doubt'],
  ['~(《甲》&《乙》)', {all: [a, b]}, 'all: expected a mark of doubt'],
  ['~(《甲》&《乙》|《丙》)', {any: [{all: [a, b], ambiguous: true}, c]}, 'any: expected a mark of doubt'],
  ['《甲》&《乙》&《丙》', {all: [{all: [a, b], ambiguous: true}, c]}, 'all: expected 3 operands'],
  ['[自营: 《甲》]', {cases: [{when: '自营店', require: a}]}, 'cases: expected the cases 自营, read 自营店'],
  ['[自营: 《甲》]', {cases: [{when: '自营', require: b}]}, 'cases 自营: expected 《甲》, read 《乙》'],
  ['[自营: 《甲》]', a, 'the whole: expected [自营: 《甲》], read 《甲》'],
  [
    '[自营: 《甲》]',
    {cases: [{when: '自营', require: a}], ambiguous: true},
    'cases: unexpected mark of doubt',
  ],
  [
    '[自营: 《甲》];[平台: 《乙》]',
    {cases: [{when: '自营', require: a}]},
    'cases: expected the cases 自营 ; 平台, read 自营',
  ],
  [
    '[自营: 《甲》];[平台: 《乙》]',
    {any: [{cases: [{when: '自营', require: a}]}, {cases: [{when: '平台', require: b}]}]},
    'the whole: expected [自营: 《甲》];[平台: 《乙》], read ([自营: 《甲》])|([平台: 《乙》])',
  ],
  ['《甲》', {...a, required: false}, '甲: read as not required'],
  ['!《甲》', a, '甲: read as required'],
  ['《甲》<表演>', a, '甲: expected the condition 表演, read 《甲》'],
  ['《甲》<表演>', {...a, note: '表演'}, '甲: expected the condition 表演, read 《甲》"表演"'],
  ['《甲》<>', {...a, condition: '表演'}, '甲: expected no condition, read 《甲》<表演>'],
  ['《甲》"复印件"', {...a, note: '原件'}, '甲: expected the note 复印件, read 《甲》"原件"'],
  ['《甲》@央行', {...a, issuer: '证监会'}, '甲: expected the issuer 央行, read 《甲》@证监会'],
  ['《甲》=丁', {...a, aliases: ['丁类']}, '甲: expected the alias 丁, read 《甲》=丁类'],
  ['《甲》|《乙》<表演>', {any: [{...a, condition: '表演'}, b]}, 'any 2/乙: expected the condition 表演'],
]

const malformed = [
  '',
  '甲',
  '《甲',
  '《》',
  '《甲》&',
  '《甲》《乙》',
  '(《甲》',
  '《甲》)',
  '~《甲》',
  '~(《甲》)',
  '[自营 《甲》]',
  '[自营: 《甲》',
  '《甲》<乙',
  '《甲》@',
  '!!《甲》',
]

describe('the notation', () => {
  it.each(same)('%s is what it says', (notation, requirement) => {
    expect(differences(notation, requirement)).toEqual([])
  })

  it.each(different)('%s is told apart (%#)', (notation, requirement, message) => {
    expect(differences(notation, requirement).join('\n')).toContain(message)
  })

  it.each(malformed)('%j is refused', (notation) => {
    expect(() => readNotation(notation)).toThrow()
  })

  it('reports every difference, not only the first', () => {
    expect(differences('~(《甲》<含>|《乙》)', {any: [a, c]})).toHaveLength(3)
  })
})
