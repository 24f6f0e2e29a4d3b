import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {RequirementExpression, Term} from '../../src/requirement/expression.ts'
import {type Alternative, toAlternatives} from '../../src/requirement/normal-form.ts'
import {everyShape, unlistable} from './datasets.ts'
import {requirement} from './random.ts'

const a = {license: 'a'}
const b = {license: 'b'}
const c = {license: 'c'}
const d = {document: 'd'}

/** The alternatives in short: `a b | c`, conditions before a colon. */
function short(expression: RequirementExpression, limit?: number): string | null {
  const write = ({when, terms}: Alternative) =>
    [...when.map((text) => `${text}:`), ...terms.map(nameOf)].join(' ')
  return toAlternatives(expression, limit)?.map(write).join(' | ') ?? null
}

function nameOf(term: Term): string {
  return 'license' in term ? term.license : term.document
}

describe('the alternatives of', () => {
  it.each<[string, RequirementExpression, string]>([
    ['a term', a, 'a'],
    ['a document', d, 'd'],
    ['all', {all: [a, d]}, 'a d'],
    ['any', {any: [b, a]}, 'b | a'],
    ['nothing', {all: []}, ''],
    ['any in all', {all: [a, {any: [b, c]}, d]}, 'a b d | a c d'],
    ['all in any', {any: [{all: [a, b]}, c]}, 'a b | c'],
    ['any in any', {any: [a, {any: [b, c]}]}, 'a | b | c'],
    ['two choices', {all: [{any: [a, b]}, {any: [c, d]}]}, 'a c | a d | b c | b d'],
    ['one choice twice', {all: [{any: [a, b]}, {any: [a, b]}]}, 'a | a b | b'],
    ['a term twice', {all: [a, b, a]}, 'a b'],
    ['an alternative twice', {any: [{all: [a, b]}, c, {all: [b, a]}]}, 'a b | c'],
    [
      'cases',
      {
        cases: [
          {when: 'x', require: a},
          {when: 'y', require: {any: [b, c]}},
        ],
      },
      'x: a | y: b | y: c',
    ],
    ['cases in cases', {cases: [{when: 'x', require: {cases: [{when: 'y', require: a}]}}]}, 'x: y: a'],
    ['a case in the same case', {cases: [{when: 'x', require: {cases: [{when: 'x', require: a}]}}]}, 'x: a'],
    [
      'cases in all',
      {
        all: [
          a,
          {
            cases: [
              {when: 'x', require: b},
              {when: 'y', require: {all: []}},
            ],
          },
        ],
      },
      'x: a b | y: a',
    ],
    ['one case in all', {all: [a, {cases: [{when: 'x', require: b}]}]}, 'x: a b | ¬x: a'],
    [
      'cases of the same',
      {
        cases: [
          {when: 'x', require: a},
          {when: 'y', require: a},
        ],
      },
      'x: a | y: a',
    ],
    ['a term that is not required', {license: 'a', required: false}, ''],
    ['all with one that is not required', {all: [a, {license: 'b', required: false}]}, 'a'],
    ['any with one that is not required', {any: [a, {document: 'd', required: false}]}, 'a | '],
    ['doubt', {any: [a, b], ambiguous: true}, 'a | b'],
  ])('%s', (_, expression, expected) => {
    expect(short(expression)).toBe(expected)
  })

  it('none to choose from are none', () => {
    expect(toAlternatives({any: []})).toEqual([])
    expect(toAlternatives({cases: []})).toEqual([])
    expect(toAlternatives({all: [a, {any: []}]})).toEqual([])
  })

  it('keep terms apart that differ in anything', () => {
    const variants: Term[] = [
      {license: 'a'},
      {document: 'a'},
      {license: 'a', canonical: 'b'},
      {license: 'a', status: 'renamed'},
      {license: 'a', condition: 'b'},
      {license: 'a', issuer: 'b'},
      {license: 'a', aliases: ['b']},
      {license: 'a', note: 'b'},
    ]
    expect(toAlternatives({all: variants})).toEqual([{when: [], terms: variants}])
    expect(toAlternatives({any: variants})).toHaveLength(variants.length)
  })

  it('keep the terms as they are', () => {
    expect(toAlternatives(everyShape)?.map(({when, terms}) => [when, terms.map(nameOf)])).toEqual([
      [[], ['甲证', '备案证明']],
      [[], ['甲证', '乙证']],
      [['旅行社'], ['甲证', '丙证']],
      [
        ['非旅行社', '境内'],
        ['甲证', '承诺书'],
      ],
      [['非旅行社', '境外'], ['甲证']],
    ])
    expect(toAlternatives(everyShape)?.[0]?.terms[0]).toMatchObject({
      issuer: '央行',
      aliases: ['甲照', '甲牌'],
    })
  })
})

describe('the limit', () => {
  const choices = (count: number, size: number): RequirementExpression => ({
    all: Array.from({length: count}, (_, at) => ({
      any: Array.from({length: size}, (_, option) => ({license: `${at}.${option}`})),
    })),
  })

  it('is the most that is listed', () => {
    expect(toAlternatives(choices(3, 10))).toHaveLength(1000)
    expect(toAlternatives({any: [choices(3, 10), a]})).toBeNull()
    expect(toAlternatives(choices(1, 1001))).toBeNull()
    expect(short({any: [a, b]}, 2)).toBe('a | b')
    expect(short({any: [a, b]}, 1)).toBeNull()
    expect(short({any: [a, a]}, 1)).toBe('a')
  })

  it('ends what would never end', () => {
    expect(toAlternatives(unlistable)).toBeNull()
    expect(toAlternatives({any: Array.from({length: 1000}, (_, at) => choices(3, 9 + (at % 2)))})).toBeNull()
    const chain = Array.from({length: 300}, (_, at) => ({
      all: Array.from({length: at + 1}, (_, below) => ({license: `${below}`})),
    }))
    expect(toAlternatives({all: [{any: chain}, {any: chain}, {any: chain}]})).toBeNull()
  })

  it('is no limit on what is asked for together', () => {
    const many = Array.from({length: 100_000}, (_, at) => ({license: `${at}`}))
    expect(toAlternatives({all: many})?.[0]?.terms).toHaveLength(100_000)
    expect(toAlternatives({all: [{any: [a, b]}, ...many.slice(0, 1000)]})).toHaveLength(2)
  })

  it('does not stand in the way of depth', () => {
    let deep: RequirementExpression = a
    for (let depth = 0; depth < 64; depth++) {
      deep = depth % 2 ? {all: [deep, b]} : {cases: [{when: `${depth % 3}`, require: {any: [deep, c]}}]}
    }
    expect(toAlternatives(deep)).not.toBeNull()
  })
})

describe('any requirement', () => {
  it('is met by the same as its alternatives', () => {
    fc.assert(
      fc.property(requirement, (expression) => {
        const alternatives = toAlternatives(expression) ?? []
        for (const isTrue of assignments(expression)) {
          expect(alternatives.some((alternative) => isMet(alternative, isTrue))).toBe(
            holds(expression, isTrue),
          )
        }
      }),
      {numRuns: 500},
    )
  })

  it('has each alternative once, and each term in it once', () => {
    fc.assert(
      fc.property(requirement, (expression) => {
        const found = (toAlternatives(expression) ?? []).map(({when, terms}) => [
          ...when,
          ...terms.map(keyOf),
        ])
        for (const keys of found) expect(new Set(keys).size).toBe(keys.length)
        expect(new Set(found.map((keys) => keys.sort().join('\n'))).size).toBe(found.length)
      }),
    )
  })
})

type Assignment = (key: string) => boolean

function isMet({when, terms}: Alternative, isTrue: Assignment): boolean {
  return when.every(isTrue) && terms.every((term) => isTrue(keyOf(term)))
}

function holds(expression: RequirementExpression, isTrue: Assignment): boolean {
  if ('all' in expression) return expression.all.every((operand) => holds(operand, isTrue))
  if ('any' in expression) return expression.any.some((operand) => holds(operand, isTrue))
  if ('cases' in expression)
    return expression.cases.some(({when, require}) => isTrue(when) && holds(require, isTrue))
  return expression.required === false || isTrue(keyOf(expression))
}

/** Every way in which the terms and conditions of an expression can be true or false. */
function* assignments(expression: RequirementExpression): Iterable<Assignment> {
  const keys = [...new Set(keysOf(expression))]
  for (let bits = 0; bits < 2 ** keys.length; bits++) yield (key) => ((bits >> keys.indexOf(key)) & 1) === 1
}

function* keysOf(expression: RequirementExpression): Iterable<string> {
  if ('all' in expression) for (const operand of expression.all) yield* keysOf(operand)
  else if ('any' in expression) for (const operand of expression.any) yield* keysOf(operand)
  else if ('cases' in expression) {
    for (const {when, require} of expression.cases) {
      yield when
      yield* keysOf(require)
    }
  } else yield keyOf(expression)
}

function keyOf(term: Term): string {
  return JSON.stringify(Object.entries(term).sort())
}
