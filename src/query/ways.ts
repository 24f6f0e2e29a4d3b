import {type Holdings, isAskedFor, keysOf} from '../requirement/evaluate.ts'
import type {RequirementExpression, Term} from '../requirement/expression.ts'
import {type Alternative, toAlternatives} from '../requirement/normal-form.ts'
import {nameKey} from '../text/normalize.ts'
import {cheapestAlternative} from './cheapest.ts'

/** One way to meet a requirement, and what it still takes. */
export interface Way {
  /** The applicant or kind of service that it is for, in the words of the text. */
  readonly when: readonly string[]
  /** What is not held. */
  readonly missing: readonly Term[]
  /** What must hold for its licences to count, those held and those missing. */
  readonly conditions: readonly Condition[]
}

export interface Condition {
  /** The licence or document that must meet it. */
  readonly term: Term
  readonly condition: string
}

export interface Ways {
  /** The smallest first, those of one size in the order of the text; in none is anything to spare. */
  readonly ways: readonly Way[]
  /** Whether these are all there are. */
  readonly isComplete: boolean
}

/** The ways that take least: fewest licences and documents, then fewest conditions and cases. */
export function waysToMeet(requirement: RequirementExpression, holdings: Holdings): Ways {
  const alternatives = toAlternatives(requirement, mostAlternatives)
  const candidates = (alternatives ?? cheapestAlternative(requirement, holdings))
    .map((alternative) => toCandidate(alternative, holdings))
    .sort((a, b) => a.missing.length - b.missing.length || a.parts.size - b.parts.size)
  const isMet = candidates[0]?.missing.length === 0
  const kept: Candidate[] = []
  for (const candidate of candidates) {
    // Where nothing need be missing, a way that takes another licence is no news.
    if (isMet && candidate.missing.length > 0) break
    if (kept.some(({parts}) => isSubset(parts, candidate.parts))) continue
    if (kept.length === mostWays) return {ways: kept.map(toWay), isComplete: false}
    kept.push(candidate)
  }
  return {ways: kept.map(toWay), isComplete: alternatives !== null}
}

/** More ways are more than a person reads. */
const mostWays = 3

/** A text that allows more is not written out; then only one way is looked for. */
const mostAlternatives = 256

interface Candidate extends Way {
  /** The keys of all that it takes. */
  readonly parts: ReadonlySet<string>
}

function toCandidate({when, terms}: Alternative, holdings: Holdings): Candidate {
  const cases = new Map(when.map((text) => [`when ${nameKey(text)}`, text]))
  const missing = new Map<string, Term>()
  const conditions = new Map<string, Condition>()
  for (const term of terms.filter(isAskedFor)) {
    const key = `${'license' in term ? 'license' : 'document'} ${keysOf(term, holdings.identity)[0]}`
    if (holdings.serving(term) === undefined && !missing.has(key)) missing.set(key, term)
    const {condition} = term
    if (condition === undefined) continue
    const conditionKey = JSON.stringify([key, nameKey(condition)])
    if (!conditions.has(conditionKey)) conditions.set(conditionKey, {term, condition})
  }
  return {
    when: [...cases.values()],
    missing: [...missing.values()],
    conditions: [...conditions.values()],
    parts: new Set([...missing.keys(), ...conditions.keys(), ...cases.keys()]),
  }
}

function toWay({when, missing, conditions}: Candidate): Way {
  return {when, missing, conditions}
}

function isSubset(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  if (part.size > whole.size) return false
  for (const key of part) if (!whole.has(key)) return false
  return true
}
