import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {compareRequirements} from '../../src/diff/requirement/compare.ts'
import type {LicenseIdentity} from '../../src/requirement/evaluate.ts'
import type {RequirementExpression, Term} from '../../src/requirement/expression.ts'
import {toAlternatives} from '../../src/requirement/normal-form.ts'
import {document, license} from '../query/expressions.ts'
import {alternativeTable, cases, condition, effectOf, truthTable} from './truth-table.ts'

/** 子证 is a kind of 总证 and was called 旧证; 孙证 is a kind of 旧证. */
const identity: LicenseIdentity = {
  canonical: (name) => (name === '旧证' ? '子证' : name),
  kindsOf: (name) => ({子证: ['总证'], 孙证: ['旧证']})[name] ?? [],
}

const licenses = fc.constantFrom('总证', '子证', '旧证', '孙证', '甲证')

const term: fc.Arbitrary<Term> = fc.oneof(
  {weight: 5, arbitrary: licenses.map((name) => license(name))},
  {weight: 2, arbitrary: licenses.map((name) => license(name, {condition}))},
  {weight: 1, arbitrary: licenses.map((name) => license(name, {required: false}))},
  {weight: 1, arbitrary: fc.constantFrom({}, {condition}).map((details) => document('证明', details))},
)

const requirement = fc.letrec<{node: RequirementExpression}>((tie) => {
  const operands = fc.array(tie('node'), {maxLength: 3})
  const each = fc.array(fc.record({when: fc.constantFrom(...cases), require: tie('node')}), {maxLength: 3})
  return {
    node: fc.oneof(
      {maxDepth: 3, withCrossShrink: true},
      term,
      operands.map((all) => ({all})),
      operands.map((any) => ({any})),
      each.map((list) => ({cases: list})),
    ),
  }
}).node

const stated = fc.option(requirement, {freq: 20})

describe('compared with asking everyone', () => {
  it('an effect is what it says', () => {
    fc.assert(
      fc.property(stated, stated, (before, after) => {
        const [was, is] = [truthTable(before), truthTable(after)]
        const compared = compareRequirements(before, after, identity)
        expect(compared).toMatchObject({effect: effectOf(was, is), isTooLarge: false})
        if (compared.isSame) expect(is).toEqual(was)
      }),
      {numRuns: 1000},
    )
  })

  it('an edit of one place is what it says', () => {
    const ways: ((one: RequirementExpression, other: RequirementExpression) => RequirementExpression)[] = [
      (one, other) => ({all: [one, other]}),
      (one, other) => ({any: [one, other]}),
      (one, other) => ({all: [one, {cases: [{when: '企业', require: other}]}]}),
    ]
    fc.assert(
      fc.property(requirement, requirement, fc.constantFrom(...ways), (one, other, put) => {
        const after = put(one, other)
        const expected = effectOf(truthTable(one), truthTable(after))
        expect(compareRequirements(one, after, identity).effect).toBe(expected)
      }),
      {numRuns: 1000},
    )
  })

  it('the alternatives of a requirement are met by the same', () => {
    fc.assert(
      fc.property(requirement, (one) => {
        const each = (toAlternatives(one) ?? []).map(({when, terms}) => alternativeTable(when, terms))
        expect(truthTable(one).map((_, index) => each.some((table) => table[index]))).toEqual(truthTable(one))
      }),
      {numRuns: 300},
    )
  })
})

it('where a text is in doubt, an effect is so in every reading', () => {
  let decided = 0
  fc.assert(
    fc.property(doubtful, stated, ({texts, readings}, other) => {
      const {effect} = compareRequirements(texts, other, identity)
      if (effect === 'changed') return
      decided++
      const table = truthTable(other)
      expect(readings.map((one) => effectOf(truthTable(one), table))).toEqual(readings.map(() => effect))
    }),
    {numRuns: 1000},
  )
  expect(decided).toBeGreaterThan(100)
})

/** A requirement with a doubt in one of its parts, and all that it may mean. */
const doubtful = fc
  .tuple(fc.array(term, {minLength: 2, maxLength: 3}), fc.boolean())
  .map(([terms, isAll]) => ({
    texts: {...(isAll ? {all: terms} : {any: terms}), ambiguous: true} as RequirementExpression,
    readings: withConditions(terms).flatMap(groupings),
  }))
  .chain((part) =>
    fc.tuple(requirement, fc.constantFrom(...contexts)).map(([other, put]) => ({
      texts: put(part.texts, other),
      readings: part.readings.map((reading) => put(reading, other)),
    })),
  )

const contexts: readonly ((
  one: RequirementExpression,
  other: RequirementExpression,
) => RequirementExpression)[] = [
  (one) => one,
  (one, other) => ({all: [one, other]}),
  (one, other) => ({any: [other, one]}),
  (one, other) => ({all: [{cases: [{when: '企业', require: one}]}, other]}),
  (one, other) => ({
    cases: [
      {when: '企业', require: one},
      {when: '个人', require: other},
    ],
  }),
]

/** What a condition in the text may belong to: to its term, or to all up to it. */
function withConditions(terms: readonly Term[]): readonly (readonly Term[])[] {
  const last = terms.findLastIndex((one) => one.condition !== undefined)
  return last < 1 ? [terms] : [terms, terms.map((one, index) => (index <= last ? {...one, condition} : one))]
}

/** All brackets that can be set, with each connective. */
function groupings(terms: readonly RequirementExpression[]): readonly RequirementExpression[] {
  const [only, ...more] = terms
  if (only && more.length === 0) return [only]
  return terms.flatMap((one, at) =>
    groupings(terms.toSpliced(at, 1)).flatMap((rest) => [{all: [one, rest]}, {any: [one, rest]}]),
  )
}
