import {type AllOf, type Cases, isAddition, type RequirementExpression, type Term} from './expression.ts'

/**
 * One way to meet a requirement: where all of `when` holds, all of the terms. Without terms it is always met. A
 * `when` that begins with `¬` holds for those whom the case does not name.
 */
export interface Alternative {
  readonly when: readonly string[]
  readonly terms: readonly Term[]
}

/**
 * The disjunctive normal form of a requirement in the order of the text: each alternative once, and in it each
 * condition and each term once. Terms that are not required are left out. Null where the requirement or a part of
 * it has more than `limit` alternatives, or where listing them would take more than a thousand terms for each.
 */
export function toAlternatives(
  requirement: RequirementExpression,
  limit = 1000,
): readonly Alternative[] | null {
  const expansion = new Expansion(limit)
  return expansion.of(requirement)?.map((option) => expansion.alternative(option)) ?? null
}

/** An alternative by the numbers of its conditions and terms, each list in ascending order. */
interface Option {
  readonly when: readonly number[]
  readonly terms: readonly number[]
}

/** The opposite of cases. */
export function otherwise({cases}: Cases): readonly string[] {
  return cases.map(({when}) => `¬${when}`)
}

const termsForEach = 1000

class Expansion {
  readonly #limit: number
  readonly #terms = new Numbering<Term>(termKey)
  readonly #when = new Numbering<string>((text) => text)
  /** How many terms and conditions products have written down, repeats and all. */
  #work = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  of(requirement: RequirementExpression): readonly Option[] | null {
    if ('all' in requirement) return this.#product(requirement)
    if ('any' in requirement) return this.#union(this.#each(requirement.any))
    if ('cases' in requirement) return this.#union(this.#eachCase(requirement))
    const terms = requirement.required === false ? [] : [this.#terms.of(requirement)]
    return this.#union([[{when: [], terms}]])
  }

  alternative({when, terms}: Option): Alternative {
    return {when: this.#when.items(when), terms: this.#terms.items(terms)}
  }

  *#each(operands: readonly RequirementExpression[]) {
    for (const operand of operands) yield this.of(operand)
  }

  /** What one case adds is asked of those only whom it names: all others do without. */
  *#eachPart(operands: readonly RequirementExpression[]) {
    for (const operand of operands) {
      const options = this.of(operand)
      yield isAddition(operand) && options
        ? this.#union([options, [{when: this.#numbersOf(otherwise(operand)), terms: []}]])
        : options
    }
  }

  #numbersOf(when: readonly string[]): readonly number[] {
    return merge([when.map((text) => this.#when.of(text))])
  }

  *#eachCase({cases}: Cases) {
    for (const {when, require} of cases) {
      // Numbered before what it holds for: the outer condition comes first.
      const number = this.#when.of(when)
      const options = this.of(require)
      yield options?.map((option) => ({...option, when: merge([option.when, [number]])})) ?? null
    }
  }

  #union(operands: Iterable<readonly Option[] | null>): readonly Option[] | null {
    const found = new Map<string, Option>()
    for (const options of operands) {
      if (!options) return null
      for (const option of options) {
        this.#add(option, found)
        if (this.#isTooMuch(found)) return null
      }
    }
    return [...found.values()]
  }

  #product({all}: AllOf): readonly Option[] | null {
    const single: Option[] = []
    const several: (readonly Option[])[] = []
    for (const options of this.#eachPart(all)) {
      if (!options) return null
      if (options.length === 1) single.push(...options)
      else several.push(options)
    }
    // What all alternatives have in common is merged in one go, else a long list would take the square of its length.
    let found: readonly Option[] | null = [mergeOptions(single)]
    for (const options of several) found = found && this.#union(this.#combine(found, options))
    return found && this.#union([found])
  }

  *#combine(left: readonly Option[], right: readonly Option[]) {
    for (const one of left) {
      for (const other of right) {
        const option = mergeOptions([one, other])
        this.#work += 1 + option.when.length + option.terms.length
        yield [option]
      }
    }
  }

  #add(option: Option, found: Map<string, Option>): void {
    const key = `${option.when.join()};${option.terms.join()}`
    if (!found.has(key)) found.set(key, option)
  }

  #isTooMuch({size}: ReadonlyMap<string, Option>): boolean {
    return size > this.#limit || this.#work > this.#limit * termsForEach
  }
}

/** Gives things numbers in the order in which they first come. Things with one key are one thing. */
class Numbering<T> {
  readonly #numbers = new Map<string, number>()
  readonly #items: T[] = []
  readonly #keyOf: (item: T) => string

  constructor(keyOf: (item: T) => string) {
    this.#keyOf = keyOf
  }

  of(item: T): number {
    const key = this.#keyOf(item)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.#items.length)
    return this.#items.push(item) - 1
  }

  items(numbers: readonly number[]): readonly T[] {
    return numbers.flatMap((number) => this.#items[number] ?? [])
  }
}

function termKey(term: Term): string {
  const {canonical, status} = 'license' in term ? term : {}
  const named = 'license' in term ? ['license', term.license] : ['document', term.document]
  const {condition, issuer, aliases, note} = term
  return JSON.stringify([...named, canonical, status, condition, issuer, aliases, note])
}

function mergeOptions(options: readonly Option[]): Option {
  return {when: merge(options.map(({when}) => when)), terms: merge(options.map(({terms}) => terms))}
}

/** Each number once, in ascending order. */
function merge(lists: readonly (readonly number[])[]): readonly number[] {
  return [...new Set(lists.flat())].sort((a, b) => a - b)
}
