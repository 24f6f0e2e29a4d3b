import fc from 'fast-check'
import {describe, expect, it, test} from 'vitest'
import {cheapestAlternative} from '../../src/query/cheapest.ts'
import {type Evaluation, evaluate} from '../../src/query/evaluate.ts'
import type {Way} from '../../src/query/ways.ts'
import {byName, Holdings, type LicenseIdentity, satisfies} from '../../src/requirement/evaluate.ts'
import type {RequirementExpression, Term} from '../../src/requirement/expression.ts'
import {anyExpression, document, letters, license, plainExpression, subsets} from './expressions.ts'

const [a, b, c, d] = [license('甲证'), license('乙证'), license('丙证'), license('丁证')]

function judge(requirement: RequirementExpression | null, held = '', identity = byName): Evaluation {
  return evaluate(requirement, new Holdings(held.split(' ').filter(Boolean), identity))
}

/** Such as `旅行社: 甲证+乙证 if 甲证 含演出`. */
function write({when, missing, conditions}: Way): string {
  const checks = conditions.map(({term, condition}) => ` if ${nameOf(term)} ${condition}`)
  return when.map((text) => `${text}: `).join('') + missing.map(nameOf).join('+') + checks.join('')
}

const nameOf = (term: Term) => ('license' in term ? term.license : term.document)

const applicants: RequirementExpression = {
  cases: [
    {when: '旅行社', require: a},
    {when: '其他', require: {all: [b, c]}},
  ],
}

const conditional = license('甲证', {condition: '含演出'})

describe('a subcategory', () => {
  test.each<[string, RequirementExpression | null, string, Evaluation['status'], readonly string[]]>([
    ['states nothing', null, '甲证', 'unstated', []],
    ['is open', {any: [a, b]}, '乙证', 'open', []],
    ['asks for nothing after all', license('甲证', {required: false}), '', 'open', []],
    ['lacks one', a, '', 'missing', ['甲证']],
    ['lacks the rest', {all: [a, b, document('证明')]}, '乙证', 'missing', ['甲证+证明']],
    ['lacks either', {any: [b, a]}, '', 'missing', ['乙证', '甲证']],
    ['lacks little rather than much', {any: [{all: [a, b]}, c]}, '', 'missing', ['丙证', '甲证+乙证']],
    ['lacks nothing that can be spared', {any: [{all: [a, b]}, a]}, '', 'missing', ['甲证']],
    ['counts what is held', {any: [c, {all: [a, b]}]}, '甲证', 'missing', ['丙证', '乙证']],
    ['cannot be had', {any: []}, '甲证', 'missing', []],
    ['has one case that is met', applicants, '甲证', 'conditional', ['旅行社: ']],
    ['has every case met', applicants, '甲证 乙证 丙证', 'open', []],
    ['has no case met', applicants, '乙证', 'missing', ['旅行社: 甲证', '其他: 丙证']],
    ['has a condition', conditional, '甲证', 'conditional', [' if 甲证 含演出']],
    ['has a condition that does not matter', {any: [conditional, b]}, '甲证 乙证', 'open', []],
    ['says the condition of what is missing', conditional, '', 'missing', ['甲证 if 甲证 含演出']],
    [
      'says the condition of what is held too',
      {all: [conditional, b]},
      '甲证',
      'missing',
      ['乙证 if 甲证 含演出'],
    ],
    [
      'has cases with conditions',
      {
        cases: [
          {when: '个人', require: a},
          {when: '企业', require: conditional},
        ],
      },
      '甲证',
      'conditional',
      ['个人: ', '企业:  if 甲证 含演出'],
    ],
    ['is open to whom a case does not bind', {any: [applicants, d]}, '甲证 丁证', 'open', []],
  ])('%s', (_what, requirement, held, status, ways) => {
    const evaluation = judge(requirement, held)
    expect({status: evaluation.status, ways: evaluation.ways.map(write)}).toEqual({status, ways})
    expect(evaluation.isComplete).toBe(true)
  })

  it('shows three ways at most, and says that there are more', () => {
    const {ways, isComplete} = judge({any: [{all: [a, b]}, c, d, license('戊证')]})
    expect(ways.map(write)).toEqual(['丙证', '丁证', '戊证'])
    expect(isComplete).toBe(false)
    expect(judge({any: [c, d, license('戊证'), {all: [c, d]}]}).isComplete).toBe(true)
  })

  it('tells which licence serves under another name', () => {
    const identity: LicenseIdentity = {
      canonical: (name) => (name === '网证' ? '网络证' : name),
      kindsOf: (name) => (name === '网络证' ? ['大证'] : []),
    }
    expect(judge({all: [license('大证'), license('网络证'), a]}, '网证 甲证', identity)).toMatchObject({
      status: 'open',
      served: [
        {name: '大证', held: '网证'},
        {name: '网络证', held: '网证'},
      ],
    })
    expect(judge(license('大证', {required: false}), '网证', identity).served).toEqual([])
    expect(judge(license('大证'), '网证 大证', identity).served).toEqual([])
  })

  it('lacks one licence once, whatever it is called', () => {
    const identity: LicenseIdentity = {
      canonical: (name) => (name === '旧证' ? '新证' : name),
      kindsOf: () => [],
    }
    expect(judge({all: [license('旧证'), license('新证')]}, '', identity).ways.map(write)).toEqual(['旧证'])
    expect(judge({any: [license('新证'), license('旧证')]}, '', identity).ways.map(write)).toEqual(['新证'])
  })

  it('keeps a licence and a document of one name apart', () => {
    expect(judge({all: [a, document('甲证')]}).ways.map(write)).toEqual(['甲证+甲证'])
  })

  it('passes doubt on, wherever it stands', () => {
    expect(judge({all: [a, b], ambiguous: true}).isAmbiguous).toBe(true)
    expect(judge({cases: [{when: '个人', require: {any: [a], ambiguous: true}}]}).isAmbiguous).toBe(true)
    expect(judge({any: [{all: [a, b]}, c]}).isAmbiguous).toBe(false)
  })

  it('calls nothing open that another reading may close', () => {
    const mixed = {any: [{all: [a, b]}, c]}
    expect(judge(mixed, '丙证').status).toBe('open')
    expect(judge({...mixed, ambiguous: true}, '丙证').status).toBe('conditional')
    expect(judge({...mixed, ambiguous: true}, '甲证').status).toBe('missing')
  })
})

describe('a requirement of too many alternatives', () => {
  const choices = Array.from({length: 12}, (_, i) => ({
    any: [{all: [license(`${i}甲`), license(`${i}乙`)]}, license(`${i}丙`)],
  }))

  it('is answered with one cheap way', () => {
    const {status, ways, isComplete} = judge({all: choices}, '0甲 0乙 1甲 2丙')
    expect({status, isComplete}).toEqual({status: 'missing', isComplete: false})
    expect(ways.map(write)).toEqual([
      [1, 3, 4, 5, 6, 7, 8, 9, 10, 11]
        .map((i) => `${i}丙`)
        .join('+')
        .replace('1丙', '1乙'),
    ])
  })

  it('is conditional by one way', () => {
    const asked = choices.map(({any}) => ({any: [...any, license('丁证', {condition: '含演出'})]}))
    const {status, ways} = judge({all: asked}, '丁证')
    expect(status).toBe('conditional')
    expect(ways.map(write)).toEqual([' if 丁证 含演出'])
  })

  it('is answered with a way that is enough, if there is one', () => {
    fc.assert(
      fc.property(anyExpression, fc.subarray([...letters, 'p']), (requirement, held) => {
        const found = cheapestAlternative(requirement, new Holdings(held, byName))
        const all = minimalSets(requirement, held)
        expect(found).toHaveLength(Math.min(1, all.length))
        for (const {when, terms} of found) {
          const parts = [
            ...when.map((text) => `when ${text}`),
            ...terms.flatMap((term) => partsOfTerm(term, held)),
          ]
          expect(isEnough(requirement, held, new Set(parts))).toBe(true)
          expect(countMissing(parts) === 0).toBe(all.some((other) => countMissing(other) === 0))
        }
      }),
      {numRuns: 300},
    )
  })

  it('is answered with few conditions', () => {
    const cheapest = cheapestAlternative({any: [conditional, b]}, new Holdings([], byName))
    expect(cheapest.map(({terms}) => terms)).toEqual([[b]])
  })

  it('is answered, however long the list is', () => {
    const many = Array.from({length: 5000}, (_, i) => ({any: [license(`${i}`), {all: [a, b]}, c]}))
    expect(judge({all: many}).ways.map(({missing}) => missing.length)).toEqual([5000])
  })
})

describe('what is missing', () => {
  it('opens the subcategory, and no part of it does', () => {
    fc.assert(
      fc.property(plainExpression, fc.subarray([...letters]), (requirement, held) => {
        const {status, ways} = evaluate(requirement, new Holdings(held, byName))
        expect(status).toBe(satisfies(requirement, held) ? 'open' : 'missing')
        for (const {missing} of ways) {
          const names = missing.map(nameOf)
          for (const part of subsets(names)) {
            expect(satisfies(requirement, [...held, ...part])).toBe(part.length === names.length)
          }
        }
      }),
      {numRuns: 500},
    )
  })

  it('is the smallest there is, conditions and cases counted as parts', () => {
    fc.assert(
      fc.property(anyExpression, fc.subarray([...letters, 'p']), (requirement, held) => {
        const expected = minimalSets(requirement, held)
        const isMet = expected.some((parts) => countMissing(parts) === 0)
        const wanted = isMet ? expected.filter((parts) => countMissing(parts) === 0) : expected
        const {status, ways, isComplete} = evaluate(requirement, new Holdings(held, byName))
        expect(status === 'open').toBe(opensToAll(requirement, held))
        if (status === 'open') return
        expect(status).toBe(isMet ? 'conditional' : 'missing')
        const found = ways.map(partsOf)
        for (const parts of found) expect(wanted).toContainEqual(parts)
        expect(new Set(found.map(String)).size).toBe(found.length)
        expect(found).toHaveLength(Math.min(3, wanted.length))
        expect(isComplete).toBe(wanted.length <= 3)
        const sizes = wanted.map(countMissing).sort((x, y) => x - y)
        expect(found.map(countMissing)).toEqual(sizes.slice(0, found.length))
      }),
      {numRuns: 500},
    )
  })
})

function partsOf({when, missing, conditions}: Way): readonly string[] {
  return [
    ...missing.map((term) => `missing ${nameOf(term)}`),
    ...conditions.map(({term, condition}) => `check ${nameOf(term)} ${condition}`),
    ...when.map((text) => `when ${text}`),
  ].sort()
}

function countMissing(parts: readonly string[]): number {
  return parts.filter((part) => part.startsWith('missing')).length
}

/** Tries every set of parts; keeps those of which no part can be spared. */
function minimalSets(
  requirement: RequirementExpression,
  held: readonly string[],
): readonly (readonly string[])[] {
  const enough = subsets([...new Set(allParts(requirement, held))].sort()).filter((parts) =>
    isEnough(requirement, held, new Set(parts)),
  )
  return enough.filter(
    (parts) =>
      !enough.some((other) => other.length < parts.length && other.every((part) => parts.includes(part))),
  )
}

function allParts(requirement: RequirementExpression, held: readonly string[]): readonly string[] {
  if ('all' in requirement) {
    return requirement.all.flatMap((operand) => [...allParts(operand, held), ...otherwise(operand)])
  }
  if ('any' in requirement) return requirement.any.flatMap((operand) => allParts(operand, held))
  if ('cases' in requirement) {
    return requirement.cases.flatMap(({when, require}) => [`when ${when}`, ...allParts(require, held)])
  }
  return partsOfTerm(requirement, held)
}

function isEnough(
  requirement: RequirementExpression,
  held: readonly string[],
  parts: ReadonlySet<string>,
): boolean {
  const isTrue = (operand: RequirementExpression) => isEnough(operand, held, parts)
  if ('all' in requirement) {
    return requirement.all.every(
      (operand) => isTrue(operand) || otherwise(operand).some((part) => parts.has(part)),
    )
  }
  if ('any' in requirement) return requirement.any.some(isTrue)
  if ('cases' in requirement) {
    return requirement.cases.some(({when, require}) => parts.has(`when ${when}`) && isTrue(require))
  }
  return partsOfTerm(requirement, held).every((part) => parts.has(part))
}

/** One case beside other things asks nothing of those whom it does not name. */
function otherwise(operand: RequirementExpression): readonly string[] {
  if (!('cases' in operand) || operand.cases.length !== 1) return []
  return operand.cases.map(({when}) => `when ¬${when}`)
}

function partsOfTerm(term: Term, held: readonly string[]): readonly string[] {
  if (term.required === false) return []
  const missing = held.includes(nameOf(term)) ? [] : [`missing ${nameOf(term)}`]
  return term.condition === undefined ? missing : [...missing, `check ${nameOf(term)} ${term.condition}`]
}

/** Open means: whichever case is chosen where there is a choice of cases, nothing is missing or to be checked. */
function opensToAll(requirement: RequirementExpression, held: readonly string[]): boolean {
  return resolve(requirement).every((choice) => isEnough(choice, held, new Set()))
}

/** The requirement for every applicant there may be: each of its cases in turn. */
function resolve(requirement: RequirementExpression): readonly RequirementExpression[] {
  if ('cases' in requirement) {
    const choices = requirement.cases.flatMap(({require}) => resolve(require))
    // One case says nothing of those whom it does not name.
    return choices.length > 0 && requirement.cases.length > 1 ? choices : [...choices, {any: []}]
  }
  if (!('all' in requirement || 'any' in requirement)) return [requirement]
  const operands = 'all' in requirement ? requirement.all : requirement.any
  const choices = (operand: RequirementExpression) =>
    'all' in requirement && 'cases' in operand && operand.cases.length === 1
      ? [...operand.cases.flatMap(({require}) => resolve(require)), {all: []}]
      : resolve(operand)
  const chosen = operands.reduce<readonly (readonly RequirementExpression[])[]>(
    (lists, operand) => lists.flatMap((list) => choices(operand).map((choice) => [...list, choice])),
    [[]],
  )
  return chosen.map((list) => ('all' in requirement ? {all: list} : {any: list}))
}
