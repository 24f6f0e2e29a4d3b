import {isAddition, isTerm, type RequirementExpression, type Term} from '../../src/requirement/expression.ts'
import {subsets} from '../query/expressions.ts'

/** What an applicant has, meets and is. */
interface Applicant {
  readonly held: readonly string[]
  /** The condition, for which of these it is met. */
  readonly met: readonly string[]
  readonly cases: readonly string[]
}

export const condition = 'x'

export const cases = ['企业', '个人'] as const

/** What serves for each licence, itself included. 旧证 is what 子证 was called. */
const serving: Readonly<Record<string, readonly string[]>> = {
  总证: ['总证', '子证', '孙证'],
  子证: ['子证', '孙证'],
  旧证: ['子证', '孙证'],
  孙证: ['孙证'],
  甲证: ['甲证'],
  证明: ['证明'],
}

const everyone: readonly Applicant[] = subsets(['总证', '子证', '孙证', '甲证', '证明']).flatMap((held) =>
  subsets(held).flatMap((met) => subsets(cases).map((own) => ({held, met, cases: own}))),
)

/** Whether each of all applicants that there can be meets a requirement: by its words alone, with no diagram. */
export function truthTable(requirement: RequirementExpression | null): readonly boolean[] {
  return everyone.map((applicant) => requirement === null || isMetBy(requirement, applicant))
}

/** As {@link truthTable}, of one list of conditions and terms. */
export function alternativeTable(when: readonly string[], terms: readonly Term[]): readonly boolean[] {
  return everyone.map((applicant) => {
    const isCase = (text: string) =>
      text.startsWith('¬') ? !applicant.cases.includes(text.slice(1)) : applicant.cases.includes(text)
    return when.every(isCase) && terms.every((term) => isTermMet(term, applicant))
  })
}

/** What the second means for those who met the first. */
export function effectOf(before: readonly boolean[], after: readonly boolean[]) {
  const isLost = before.some((was, index) => was && !after[index])
  const isGained = after.some((is, index) => is && !before[index])
  if (isLost === isGained) return 'changed'
  return isLost ? 'tightened' : 'loosened'
}

function isMetBy(requirement: RequirementExpression, applicant: Applicant): boolean {
  if (isTerm(requirement)) return isTermMet(requirement, applicant)
  const isMet = (operand: RequirementExpression) => isMetBy(operand, applicant)
  if ('any' in requirement) return requirement.any.some(isMet)
  const isNamed = ({when}: {readonly when: string}) => applicant.cases.includes(when)
  if ('cases' in requirement) {
    return requirement.cases.some((one) => isNamed(one) && isMet(one.require))
  }
  return requirement.all.every(
    (operand) => isMet(operand) || (isAddition(operand) && !operand.cases.some(isNamed)),
  )
}

function isTermMet(term: Term, {held, met}: Applicant): boolean {
  if (term.required === false) return true
  const ones = serving['license' in term ? term.license : term.document] ?? []
  return ones.some((one) => held.includes(one) && (term.condition === undefined || met.includes(one)))
}
