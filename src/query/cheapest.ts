import {type Holdings, isAskedFor} from '../requirement/evaluate.ts'
import {isAddition, type RequirementExpression, type Term} from '../requirement/expression.ts'
import {type Alternative, otherwise} from '../requirement/normal-form.ts'

/**
 * An alternative of which little is missing, found without writing out the others: the cheapest branch at
 * each choice. There may be a cheaper one where branches share terms. None where nothing meets the requirement.
 */
export function cheapestAlternative(
  requirement: RequirementExpression,
  holdings: Holdings,
): readonly Alternative[] {
  const branch = cheapest(requirement, holdings)
  return branch ? [branch] : []
}

interface Branch extends Alternative {
  readonly missing: number
  /** The conditions and cases on it. */
  readonly checks: number
}

function cheapest(requirement: RequirementExpression, holdings: Holdings): Branch | undefined {
  if ('all' in requirement) return together(requirement.all.map((operand) => cheapestPart(operand, holdings)))
  if ('any' in requirement) return cheaper(requirement.any.map((operand) => cheapest(operand, holdings)))
  if (!('cases' in requirement)) return ofTerm(requirement, holdings)
  return cheaper(
    requirement.cases.map(({when, require}) => {
      const branch = cheapest(require, holdings)
      return branch && {...branch, when: [when, ...branch.when], checks: branch.checks + 1}
    }),
  )
}

/** What one case adds is asked of those only whom it names. */
function cheapestPart(operand: RequirementExpression, holdings: Holdings): Branch | undefined {
  const branch = cheapest(operand, holdings)
  if (!isAddition(operand)) return branch
  return cheaper([branch, {when: otherwise(operand), terms: [], missing: 0, checks: 1}])
}

function ofTerm(term: Term, holdings: Holdings): Branch {
  if (!isAskedFor(term)) return {when: [], terms: [], missing: 0, checks: 0}
  return {
    when: [],
    terms: [term],
    missing: holdings.serving(term) === undefined ? 1 : 0,
    checks: term.condition === undefined ? 0 : 1,
  }
}

function together(branches: readonly (Branch | undefined)[]): Branch | undefined {
  const all = branches.flatMap((branch) => branch ?? [])
  if (all.length < branches.length) return undefined
  return {
    when: all.flatMap(({when}) => when),
    terms: all.flatMap(({terms}) => terms),
    missing: all.reduce((sum, {missing}) => sum + missing, 0),
    checks: all.reduce((sum, {checks}) => sum + checks, 0),
  }
}

/** Of equal ones the first. */
function cheaper(branches: readonly (Branch | undefined)[]): Branch | undefined {
  return branches.reduce((best, branch) => {
    if (!best || !branch) return best ?? branch
    const difference = branch.missing - best.missing || branch.checks - best.checks
    return difference < 0 ? branch : best
  }, undefined)
}
