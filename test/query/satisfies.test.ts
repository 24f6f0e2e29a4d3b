import fc from 'fast-check'
import {describe, expect, it, test} from 'vitest'
import {type LicenseIdentity, satisfies} from '../../src/requirement/evaluate.ts'
import type {RequirementExpression} from '../../src/requirement/expression.ts'
import {document, letters, license, plainExpression, subsets} from './expressions.ts'

const [a, b, c] = [license('甲证'), license('乙证'), license('丙证')]

const identity: LicenseIdentity = {
  canonical: (name) => ({旧证: '新证', 网证: '网络证', 大证旧称: '大证'})[name] ?? name,
  kindsOf: (name) => ({网络证: ['大证旧称'], 大证: ['总证'], 环一: ['环二'], 环二: ['环一']})[name] ?? [],
}

describe('a requirement', () => {
  test.each<[string, RequirementExpression | null, string, boolean]>([
    ['that asks for nothing', null, '', true],
    ['for one licence', a, '甲证', true],
    ['for another licence', a, '乙证', false],
    ['for both, with one', {all: [a, b]}, '甲证', false],
    ['for both, with both', {all: [a, b]}, '乙证 甲证', true],
    ['for either', {any: [a, b]}, '乙证', true],
    ['for either, with a third', {any: [a, b]}, '丙证', false],
    ['for all of nothing', {all: []}, '', true],
    ['for any of nothing', {any: []}, '甲证', false],
    ['of no cases', {cases: []}, '甲证', false],
    [
      'for one case',
      {
        cases: [
          {when: '个人', require: a},
          {when: '企业', require: b},
        ],
      },
      '乙证',
      true,
    ],
    [
      'for no case',
      {
        cases: [
          {when: '个人', require: a},
          {when: '企业', require: b},
        ],
      },
      '丙证',
      false,
    ],
    ['that nests', {all: [a, {any: [b, {all: [c, document('证明')]}]}]}, '甲证 丙证 证明', true],
    ['that asks for more of some', {all: [a, {cases: [{when: '直播', require: b}]}]}, '甲证', true],
    [
      'that asks for more of some, without the rest',
      {all: [a, {cases: [{when: '直播', require: b}]}]},
      '乙证',
      false,
    ],
    ['that nests, with less', {all: [a, {any: [b, {all: [c, document('证明')]}]}]}, '甲证 丙证', false],
    ['for a document in other width and case', document('住建部门（Ｘ）文件'), '住建部门(x)文件', true],
    ['for another document', document('住建部门文件'), '部门文件', false],
    ['on a condition', license('甲证', {condition: '经营范围含演出'}), '甲证', true],
    ['not asked for', license('甲证', {required: false}), '', true],
    ['of a licence with another name', license('甲证', {aliases: ['乙证']}), '乙证', true],
    ['of a licence named otherwise today', license('甲证', {canonical: '乙证'}), '乙证', true],
    ['of a document with another name', document('证明', {aliases: ['凭证']}), '凭证', true],
  ])('%s', (_what, requirement, held, expected) => {
    expect(satisfies(requirement, held.split(' ').filter(Boolean))).toBe(expected)
  })
})

describe('licences are compared by what they are', () => {
  test.each([
    ['旧证', '新证', true],
    ['新证', '旧证', true],
    ['旧证', '旧证', true],
    ['网证', '网络证', true],
    // A kind of a licence serves as that licence, over any number of steps and names, and not the other way.
    ['大证', '网证', true],
    ['总证', '网证', true],
    ['网证', '大证', false],
    ['网证', '总证', false],
    ['环二', '环一', true],
    ['新证', '环一', false],
  ])('%s asked for, %s held', (asked, held, expected) => {
    expect(satisfies(license(asked), [held], {identity})).toBe(expected)
    expect(satisfies(license('丁', {aliases: [asked]}), [held], {identity})).toBe(expected)
  })

  it('by a vocabulary that is an object with a state of its own', () => {
    class Names implements LicenseIdentity {
      readonly #names = new Map([['旧证', '新证']])
      canonical(name: string): string {
        return this.#names.get(name) ?? name
      }
      kindsOf(name: string): readonly string[] {
        return this.#names.has(name) ? ['总证'] : []
      }
    }
    expect(satisfies(license('新证'), ['旧证'], {identity: new Names()})).toBe(true)
    expect(satisfies(license('总证'), ['旧证'], {identity: new Names()})).toBe(true)
    expect(satisfies(license('总证'), ['新证'], {identity: new Names()})).toBe(false)
  })

  it('and documents by their words', () => {
    expect(satisfies(document('新证'), ['旧证'], {identity})).toBe(false)
  })
})

describe('an expression', () => {
  it('is met by what one of its alternatives lists, and by nothing else', () => {
    fc.assert(
      fc.property(plainExpression, (requirement) => {
        const lists = alternatives(requirement)
        for (const held of subsets(letters)) {
          const expected = lists.some((list) =>
            list.every((name) => (held as readonly string[]).includes(name)),
          )
          expect(satisfies(requirement, held)).toBe(expected)
        }
      }),
      {numRuns: 300},
    )
  })

  it('may be deep and long', () => {
    let deep: RequirementExpression = a
    for (let depth = 0; depth < 1000; depth++) deep = depth % 2 ? {all: [deep, b]} : {any: [deep, c]}
    expect(satisfies(deep, ['甲证', '乙证'])).toBe(true)
    expect(satisfies(deep, ['甲证'])).toBe(false)
    const choices = Array.from({length: 20_000}, (_, i) => ({any: [license(`${i}`), license(`${i}x`)]}))
    expect(
      satisfies(
        {all: choices},
        choices.map((_, i) => `${i}x`),
      ),
    ).toBe(true)
  })
})

/** The sets of names that meet a requirement, multiplied out without any thrift. */
function alternatives(requirement: RequirementExpression): readonly (readonly string[])[] {
  if ('all' in requirement) {
    return requirement.all.reduce<readonly (readonly string[])[]>(
      (lists, operand) => lists.flatMap((list) => alternatives(operand).map((more) => [...list, ...more])),
      [[]],
    )
  }
  if ('any' in requirement) return requirement.any.flatMap(alternatives)
  return 'license' in requirement ? [[requirement.license]] : []
}
