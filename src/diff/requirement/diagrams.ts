/** A Boolean function, by its number: two functions are one if their numbers are. */
export type BooleanFunction = number

/** A function that would take too much room. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge'
}

/** The function of which a node is: one of the two others, as its variable has it. */
interface Node {
  readonly variable: number
  readonly whereFalse: BooleanFunction
  readonly whereTrue: BooleanFunction
}

/** More nodes than any requirement takes that a person wrote. */
const mostNodes = 10_000

/** A diagram is as deep as it has variables, and is gone through by functions that call themselves. */
const mostVariables = 1000

/**
 * Boolean functions as reduced ordered decision diagrams (Bryant 1986): each variable is asked for at most once on a
 * way down, in the order of the numbers. What would take too many nodes throws {@link TooLarge}.
 */
export class Diagrams {
  static readonly never: BooleanFunction = 0
  static readonly always: BooleanFunction = 1

  readonly #nodes: Node[] = [leaf, leaf]
  readonly #numbers = new Map<string, BooleanFunction>()
  readonly #known = new Map<string, BooleanFunction>()

  variable(number: number): BooleanFunction {
    if (number >= mostVariables) throw new TooLarge()
    return this.#node(number, Diagrams.never, Diagrams.always)
  }

  not(operand: BooleanFunction): BooleanFunction {
    return this.#choose(operand, Diagrams.never, Diagrams.always)
  }

  all(operands: readonly BooleanFunction[]): BooleanFunction {
    const join = (all: BooleanFunction, one: BooleanFunction) => this.#choose(one, all, Diagrams.never)
    return this.#fromBelow(operands).reduce(join, Diagrams.always)
  }

  any(operands: readonly BooleanFunction[]): BooleanFunction {
    const join = (any: BooleanFunction, one: BooleanFunction) => this.#choose(one, Diagrams.always, any)
    return this.#fromBelow(operands).reduce(join, Diagrams.never)
  }

  /** Whether the one holds wherever the other does. */
  implies(one: BooleanFunction, other: BooleanFunction): boolean {
    return this.#choose(one, other, Diagrams.always) === Diagrams.always
  }

  /** Each joined on top of those below it: the other way round, a long list would be gone through for each. */
  #fromBelow(operands: readonly BooleanFunction[]): readonly BooleanFunction[] {
    return [...operands].sort((a, b) => this.#at(b).variable - this.#at(a).variable)
  }

  /** What the second is where the first holds, and the third elsewhere. */
  #choose(test: BooleanFunction, yes: BooleanFunction, no: BooleanFunction): BooleanFunction {
    if (test === Diagrams.always || yes === no) return yes
    if (test === Diagrams.never) return no
    const key = `${test} ${yes} ${no}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const operands = [test, yes, no].map((number) => ({number, ...this.#at(number)}))
    const variable = Math.min(...operands.map((operand) => operand.variable))
    const half = (side: 'whereFalse' | 'whereTrue') => {
      const [a = 0, b = 0, c = 0] = operands.map((one) =>
        one.variable === variable ? one[side] : one.number,
      )
      return this.#choose(a, b, c)
    }
    const chosen = this.#node(variable, half('whereFalse'), half('whereTrue'))
    this.#known.set(key, chosen)
    return chosen
  }

  #node(variable: number, whereFalse: BooleanFunction, whereTrue: BooleanFunction): BooleanFunction {
    if (whereFalse === whereTrue) return whereFalse
    const key = `${variable} ${whereFalse} ${whereTrue}`
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    if (this.#nodes.length >= mostNodes) throw new TooLarge()
    const number = this.#nodes.push({variable, whereFalse, whereTrue}) - 1
    this.#numbers.set(key, number)
    return number
  }

  #at(number: BooleanFunction): Node {
    return this.#nodes[number] ?? leaf
  }
}

/** Below all variables. */
const leaf: Node = {variable: Number.POSITIVE_INFINITY, whereFalse: 0, whereTrue: 1}
