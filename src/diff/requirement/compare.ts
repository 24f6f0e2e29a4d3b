import {isAskedFor, type LicenseIdentity} from '../../requirement/evaluate.ts'
import {isAmbiguous, type RequirementExpression, type Term, termsOf} from '../../requirement/expression.ts'
import {nameKey} from '../../text/normalize.ts'
import type {Effect, LicenseChanges} from '../model.ts'
import {TooLarge} from './diagrams.ts'
import {RequirementFunctions} from './functions.ts'
import {Things} from './things.ts'
import {wordsKey} from './words-key.ts'

/** How two requirements stand to each other. */
export interface RequirementComparison {
  /** Whether they ask for the same, with the same details: no more than their words differ. */
  readonly isSame: boolean
  /** What it means for those who meet them; `changed` also where neither asks for more, or where that is not known. */
  readonly effect: Effect
  /** Whether one of the texts allows another reading. */
  readonly isAmbiguous: boolean
  /** Whether they are too large to be compared. */
  readonly isTooLarge: boolean
  readonly licenses: LicenseChanges
}

type Requirement = RequirementExpression | null

/** Compares two requirements as Boolean functions. */
export function compareRequirements(
  before: Requirement,
  after: Requirement,
  identity: LicenseIdentity,
): RequirementComparison {
  if (wordsOf(before) === wordsOf(after)) return {...same, licenses: licenseChanges(before, after, String)}
  const things = new Things([...termsIn(before), ...termsIn(after)], identity)
  const doubt = [before, after].some((one) => one !== null && isAmbiguous(one))
  const relation = relate(before, after, things)
  // That nothing is stated and that nothing is asked for are two statements.
  const isUnstated = before === null || after === null
  const isSame = relation === 'equal' && !isUnstated && detailsOf(before, things) === detailsOf(after, things)
  return {
    isSame,
    effect: relation === 'tightened' || relation === 'loosened' ? relation : 'changed',
    isAmbiguous: doubt,
    isTooLarge: relation === 'too large',
    licenses: licenseChanges(before, after, isSame ? String : (_, term) => things.of(term)),
  }
}

const same = {isSame: true, effect: 'changed', isAmbiguous: false, isTooLarge: false} as const

/** Its words as they are compared. What is known of a name besides belongs to the day on which the text was read. */
function wordsOf(requirement: Requirement): string {
  return JSON.stringify(requirement, (key, value: unknown) => {
    if (key === 'canonical' || key === 'status') return undefined
    return typeof value === 'string' ? wordsKey(value) : value
  })
}

type Relation = 'equal' | 'tightened' | 'loosened' | 'incomparable' | 'too large'

function relate(before: Requirement, after: Requirement, things: Things): Relation {
  // Taken in one order, so that what is too large one way is so the other way too.
  if (JSON.stringify(before) > JSON.stringify(after)) return opposite[relate(after, before, things)]
  const functions = new RequirementFunctions(things)
  const {diagrams} = functions
  try {
    const [first, second] = [before, after].map((one) => ({
      least: functions.of(one, 'least'),
      most: functions.of(one, 'most'),
    }))
    if (!first || !second) return 'incomparable'
    if (first.least === second.most && first.most === second.least) return 'equal'
    const isStricter = (one: typeof first, other: typeof first) =>
      one.least !== other.most && diagrams.implies(one.least, other.most)
    if (isStricter(second, first)) return 'tightened'
    return isStricter(first, second) ? 'loosened' : 'incomparable'
  } catch (error) {
    if (error instanceof TooLarge) return 'too large'
    throw error
  }
}

const opposite: Readonly<Record<Relation, Relation>> = {
  equal: 'equal',
  tightened: 'loosened',
  loosened: 'tightened',
  incomparable: 'incomparable',
  'too large': 'too large',
}

function termsIn(requirement: Requirement): readonly Term[] {
  return requirement === null ? [] : [...termsOf(requirement)]
}

/** What the terms say, each once, in whatever order. */
function detailsOf(requirement: Requirement, things: Things): string {
  const details = termsIn(requirement).map((term) => {
    const {condition, issuer, note, required, aliases = []} = term
    const texts = [condition, issuer, note].map((text) => (text === undefined ? null : wordsKey(text)))
    return JSON.stringify([things.of(term), ...texts, required, aliases.map(nameKey).sort()])
  })
  return JSON.stringify([...new Set(details)].sort())
}

/** The licences that only one of two requirements asks for, told apart as a key says. */
function licenseChanges(
  before: Requirement,
  after: Requirement,
  keyOf: (name: string, term: Term) => string,
): LicenseChanges {
  const [own, other] = [before, after].map((requirement) => licensesBy(requirement, keyOf))
  return {added: without(other, own), removed: without(own, other)}
}

function licensesBy(requirement: Requirement, keyOf: (name: string, term: Term) => string) {
  const licenses = new Map<string, string>()
  for (const term of termsIn(requirement)) {
    if (!('license' in term) || !isAskedFor(term)) continue
    const key = keyOf(nameKey(term.license), term)
    if (!licenses.has(key)) licenses.set(key, term.license)
  }
  return licenses
}

function without(
  licenses: ReadonlyMap<string, string> | undefined,
  others: ReadonlyMap<string, string> | undefined,
): readonly string[] {
  return [...(licenses ?? [])].filter(([key]) => !others?.has(key)).map(([, name]) => name)
}
