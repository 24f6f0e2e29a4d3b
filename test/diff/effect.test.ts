import fc from 'fast-check'
import {describe, expect, it, test} from 'vitest'
import {compareRequirements} from '../../src/diff/requirement/compare.ts'
import {byName, type LicenseIdentity, satisfies} from '../../src/requirement/evaluate.ts'
import type {RequirementExpression} from '../../src/requirement/expression.ts'
import {anyExpression, document, letters, license, plainExpression, subsets} from '../query/expressions.ts'

const [a, b, c] = [license('甲证'), license('乙证'), license('丙证')]
const doubtful: RequirementExpression = {any: [{all: [a, b]}, c], ambiguous: true}

/** What the condition belongs to is in doubt as well. */
const conditional: RequirementExpression = {
  any: [{all: [license('甲证', {condition: '含演出'}), b]}, c],
  ambiguous: true,
}

/** 子证 is a kind of 总证 and was called 旧证; 孙证 is a kind of 子证. */
const identity: LicenseIdentity = {
  canonical: (name) => (name === '旧证' ? '子证' : name),
  kindsOf: (name) => ({子证: ['总证'], 孙证: ['旧证']})[name] ?? [],
}

type Side = RequirementExpression | null

describe('an edit that', () => {
  test.each<[string, Side, Side, string]>([
    ['asks for another as well', a, {all: [a, b]}, 'tightened'],
    ['allows another', a, {any: [a, b]}, 'loosened'],
    ['asks for another instead', a, b, 'changed'],
    ['asks for one where nothing was stated', null, a, 'tightened'],
    ['states that nothing is asked for', null, {all: []}, 'changed'],
    ['makes or of and', {all: [a, b]}, {any: [a, b]}, 'loosened'],
    ['adds a way', {any: [a, b]}, {any: [a, b, c]}, 'loosened'],
    ['adds to one way', {any: [a, b]}, {any: [a, {all: [b, c]}]}, 'tightened'],
    ['adds a way that asks for more', a, {any: [a, {all: [a, b]}]}, 'changed'],
    ['adds a condition', a, license('甲证', {condition: '含演出'}), 'tightened'],
    [
      'has another condition',
      license('甲证', {condition: '含演出'}),
      license('甲证', {condition: '含音乐'}),
      'changed',
    ],
    [
      'asks the condition of the other one too',
      {all: [license('甲证', {condition: '含演出'}), b]},
      {all: [license('甲证', {condition: '含演出'}), license('乙证', {condition: '含演出'})]},
      'tightened',
    ],
    [
      'has a doubt about whom it is for',
      {all: [{cases: [{when: '企业', require: a}]}, b], ambiguous: true},
      {any: [a, b, c]},
      'changed',
    ],
    [
      'asks for less, though perhaps of some only',
      {all: [a, b, c]},
      {all: [{cases: [{when: '企业', require: a}]}, b], ambiguous: true},
      'changed',
    ],
    ['waives it', a, license('甲证', {required: false}), 'loosened'],
    ['takes a kind of it only', license('总证'), license('孙证'), 'tightened'],
    ['takes what it is a kind of', license('旧证'), license('总证'), 'loosened'],
    [
      'takes a kind of it only, on the same condition',
      license('总证', {condition: '含演出'}),
      license('孙证', {condition: '含演出'}),
      'tightened',
    ],
    ['has another issuer', license('甲证', {issuer: '央行'}), license('甲证', {issuer: '证监会'}), 'changed'],
    ['has another note', license('甲证', {note: '原件'}), license('甲证', {note: '复印件'}), 'changed'],
    ['asks for a document of that name', a, document('甲证'), 'changed'],
    ['asks it of companies only', a, {cases: [{when: '企业', require: a}]}, 'tightened'],
    ['asks more of some', a, {all: [a, {cases: [{when: '企业', require: b}]}]}, 'tightened'],
    [
      'asks more of some than of others',
      {all: [a, {cases: [{when: '企业', require: b}]}]},
      {all: [a, b]},
      'tightened',
    ],
    [
      'changes what a case asks for',
      {
        cases: [
          {when: '企业', require: a},
          {when: '个人', require: {all: [b, c]}},
        ],
      },
      {
        cases: [
          {when: '企业', require: a},
          {when: '个人', require: b},
        ],
      },
      'loosened',
    ],
    ['may be read as asking for less', {all: [a, b]}, doubtful, 'changed'],
    ['asks for something, whatever the grouping', {all: []}, doubtful, 'tightened'],
    ['asks for more, whatever the grouping', doubtful, {all: [a, b, c, license('丁证')]}, 'tightened'],
    ['asks for as much as one reading does', doubtful, {all: [a, b, c]}, 'changed'],
    ['drops a doubtful condition', conditional, {any: [a, b, c]}, 'changed'],
    ['drops it and allows another', conditional, {any: [a, b, c, license('丁证')]}, 'loosened'],
    [
      'asks for all that a doubtful text names, and more',
      conditional,
      {all: [a, b, c, license('丁证')]},
      'changed',
    ],
  ])('%s', (_what, before, after, expected) => {
    const compared = compareRequirements(before, after, identity)
    expect(compared).toMatchObject({isSame: false, effect: expected, isTooLarge: false})
    const back = {tightened: 'loosened', loosened: 'tightened', changed: 'changed'}[expected]
    expect(compareRequirements(after, before, identity)).toMatchObject({isSame: false, effect: back})
  })
})

describe('the same requirement', () => {
  test.each<[string, Side, Side]>([
    ['in another order', {any: [a, {all: [b, c]}]}, {any: [{all: [c, b]}, a]}],
    ['in other brackets', {all: [a, {all: [b, c]}]}, {all: [{all: [a, b]}, c]}],
    ['multiplied out', {all: [a, {any: [b, c]}]}, {any: [{all: [a, b]}, {all: [a, c]}]}],
    ['in another width', license('甲证（A）'), license('甲证(a)')],
    ['of a licence under another name', license('旧证'), license('子证')],
    ['of a licence whose other name the text states', license('己证', {canonical: '庚证'}), license('庚证')],
    ['said twice', a, {all: [a, a]}],
    ['with the same doubt', doubtful, {...doubtful}],
    [
      'with the same doubt, read on another day',
      doubtful,
      {any: [{all: [license('甲证', {canonical: '丁证', status: 'renamed'}), b]}, c], ambiguous: true},
    ],
    ['of nothing', null, null],
  ])('%s', (_what, before, after) => {
    expect(compareRequirements(before, after, identity)).toMatchObject({isSame: true, isTooLarge: false})
    expect(compareRequirements(after, before, identity)).toMatchObject({isSame: true})
  })
})

describe('the licences that came and went', () => {
  test.each<[Side, Side, readonly string[], readonly string[]]>([
    [{all: [a, b]}, {all: [b, c]}, ['丙证'], ['甲证']],
    [a, {any: [{all: [a, b]}, a]}, ['乙证'], []],
    [license('旧证'), {all: [license('子证'), a]}, ['甲证'], []],
    [license('旧证'), license('子证'), ['子证'], ['旧证']],
    [a, {all: [a, license('乙证', {required: false})]}, [], []],
    [document('证明'), null, [], []],
  ])('from %j to %j', (before, after, added, removed) => {
    expect(compareRequirements(before, after, identity).licenses).toEqual({added, removed})
  })
})

describe('compared with trying every set of licences', () => {
  it('an effect is what it says', () => {
    fc.assert(
      fc.property(plainExpression, plainExpression, (before, after) => {
        const sets = subsets(letters).map(
          (held) => [satisfies(before, held), satisfies(after, held)] as const,
        )
        const lost = sets.some(([was, is]) => was && !is)
        const gained = sets.some(([was, is]) => !was && is)
        const {effect, isTooLarge} = compareRequirements(before, after, byName)
        expect(isTooLarge).toBe(false)
        expect(effect).toBe(lost === gained ? 'changed' : lost ? 'tightened' : 'loosened')
      }),
      {numRuns: 2000},
    )
  })

  it('what is the same is met alike', () => {
    fc.assert(
      fc.property(anyExpression, anyExpression, (before, after) => {
        if (!compareRequirements(before, after, byName).isSame) return
        for (const held of subsets([...letters, 'p', 'q'])) {
          expect(satisfies(after, held)).toBe(satisfies(before, held))
        }
      }),
      {numRuns: 2000},
    )
  })
})

describe('a large requirement', () => {
  const names = Array.from({length: 400}, (_, index) => license(`${index}`))

  it('is compared where that is easy', () => {
    const shuffled = names.toReversed()
    expect(compareRequirements({any: names}, {any: shuffled}, byName)).toMatchObject({isSame: true})
    expect(compareRequirements({all: names}, {all: shuffled.slice(1)}, byName)).toMatchObject({
      effect: 'loosened',
    })
  })

  it('is changed, and said to be too large, where it is not', () => {
    // Each pair with a licence far away in the order: the diagram doubles with each.
    const pairs = names.slice(0, 20).map((one, index) => ({all: [one, license(`x${index}`)]}))
    const before = {any: [{all: names.slice(0, 20)}, ...pairs]}
    const after = {any: pairs}
    expect(compareRequirements(before, after, byName)).toMatchObject({effect: 'changed', isTooLarge: true})
    expect(compareRequirements(after, before, byName)).toMatchObject({effect: 'changed', isTooLarge: true})
  })

  it('may be deep', () => {
    let deep: RequirementExpression = a
    for (let depth = 0; depth < 500; depth++) deep = depth % 2 ? {all: [deep, b]} : {any: [deep, c]}
    expect(compareRequirements(deep, {all: [deep, license('丁证')]}, byName).effect).toBe('tightened')
  })
})
