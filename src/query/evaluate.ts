import {type Holdings, isAskedFor, isOpen, isSatisfied} from '../requirement/evaluate.ts'
import {isAmbiguous, type RequirementExpression, termsOf} from '../requirement/expression.ts'
import {nameKey} from '../text/normalize.ts'
import {type Ways, waysToMeet} from './ways.ts'

/** What those who hold some licences can make of a requirement. */
export interface Evaluation extends Ways {
  readonly status: Status
  /** Licences of the text that something of another name serves for. */
  readonly served: readonly Served[]
  /** Whether the text allows another reading. */
  readonly isAmbiguous: boolean
}

export type Status =
  /** It is met, and nothing is left to check. */
  | 'open'
  /** It is met for some applicants, or if conditions hold: each way states which. */
  | 'conditional'
  /** It is not met: each way states what is missing. */
  | 'missing'
  /** The document states no qualification. */
  | 'unstated'

interface Served {
  /** The name in the text. */
  readonly name: string
  /** What is held. */
  readonly held: string
}

export function evaluate(requirement: RequirementExpression | null, holdings: Holdings): Evaluation {
  if (requirement === null) return {...nothingToDo, status: 'unstated', served: [], isAmbiguous: false}
  const about = {served: servedIn(requirement, holdings), isAmbiguous: isAmbiguous(requirement)}
  // Where the text allows another reading, that one may ask for more.
  if (isOpen(requirement, holdings) && !about.isAmbiguous) return {...nothingToDo, status: 'open', ...about}
  const status = isSatisfied(requirement, holdings) ? 'conditional' : 'missing'
  return {...waysToMeet(requirement, holdings), status, ...about}
}

const nothingToDo: Ways = {ways: [], isComplete: true}

function servedIn(requirement: RequirementExpression, holdings: Holdings): readonly Served[] {
  const served = new Map<string, Served>()
  for (const term of termsOf(requirement)) {
    if (!isAskedFor(term)) continue
    const held = holdings.serving(term)
    const name = 'license' in term ? term.license : term.document
    if (held !== undefined && nameKey(held) !== nameKey(name)) served.set(nameKey(name), {name, held})
  }
  return [...served.values()]
}
