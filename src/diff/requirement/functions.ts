import {isAskedFor} from '../../requirement/evaluate.ts'
import {
  type Cases,
  isAddition,
  isTerm,
  operandsOf,
  type RequirementExpression,
  type Term,
  termsOf,
} from '../../requirement/expression.ts'
import {type BooleanFunction, Diagrams} from './diagrams.ts'
import type {Things} from './things.ts'
import {wordsKey} from './words-key.ts'

/** How a text is taken that allows several readings: as the least, or the most, that any of them could ask for. */
export type Reading = 'least' | 'most'

/**
 * Requirements as Boolean functions of what someone has, of the conditions that it meets, and of the cases that they
 * are: as `toAlternatives` lists them.
 */
export class RequirementFunctions {
  readonly diagrams = new Diagrams()
  readonly #things: Things
  readonly #variables = new Map<string, number>()

  constructor(things: Things) {
    this.#things = things
  }

  of(requirement: RequirementExpression | null, reading: Reading): BooleanFunction {
    if (requirement === null) return Diagrams.always
    if (isTerm(requirement)) return this.#ofTerm(requirement, true)
    if (requirement.ambiguous) return this.#ofDoubtful(requirement, reading)
    if ('any' in requirement) {
      return this.diagrams.any(requirement.any.map((operand) => this.of(operand, reading)))
    }
    if ('all' in requirement) {
      return this.diagrams.all(requirement.all.map((operand) => this.#ofPart(operand, reading)))
    }
    return this.#ofCases(requirement, reading)
  }

  /** What one case adds is asked of those only whom it names. */
  #ofPart(operand: RequirementExpression, reading: Reading): BooleanFunction {
    const asked = this.of(operand, reading)
    if (!isAddition(operand)) return asked
    const others = operand.cases.map(({when}) => this.diagrams.not(this.#ofWhen(when)))
    return this.diagrams.any([asked, ...others])
  }

  #ofCases({cases}: Cases, reading: Reading): BooleanFunction {
    const each = cases.map(({when, require}) =>
      this.diagrams.all([this.#ofWhen(when), this.of(require, reading)]),
    )
    return this.diagrams.any(each)
  }

  /** A condition is one of what serves: another licence would have to meet it itself. */
  #ofTerm(term: Term, withCondition: boolean): BooleanFunction {
    if (!isAskedFor(term)) return Diagrams.always
    const {condition} = term
    const each = this.#things.servingFor(term).map((thing) => {
      const held = this.#variable(['thing', thing])
      if (condition === undefined || !withCondition) return held
      return this.diagrams.all([held, this.#variable(['condition', thing, wordsKey(condition)])])
    })
    return this.diagrams.any(each)
  }

  /** However its terms are grouped, it asks for all of them at most and for one of them at least. */
  #ofDoubtful(requirement: RequirementExpression, reading: Reading): BooleanFunction {
    const terms = [...termsOf(requirement)]
    const isPlain = !holdsCases(requirement)
    if (reading === 'least') {
      return isPlain ? this.diagrams.any(terms.map((term) => this.#ofTerm(term, false))) : Diagrams.always
    }
    // What a condition belongs to may be another thing in each reading.
    if (!isPlain || terms.some(({condition}) => condition !== undefined)) return Diagrams.never
    return this.diagrams.all(terms.map((term) => this.#ofTerm(term, false)))
  }

  #ofWhen(when: string): BooleanFunction {
    return this.#variable(['when', wordsKey(when)])
  }

  #variable(key: readonly string[]): BooleanFunction {
    const text = JSON.stringify(key)
    const number = this.#variables.get(text) ?? this.#variables.size
    this.#variables.set(text, number)
    return this.diagrams.variable(number)
  }
}

function holdsCases(requirement: RequirementExpression): boolean {
  if (isTerm(requirement)) return false
  return 'cases' in requirement || operandsOf(requirement).some(holdsCases)
}
