/** Where a character stands in a text, for one who goes through it from the beginning: each stretch is searched once. */
export class Occurrences {
  readonly #source: string
  readonly #char: string
  #next = -1

  constructor(source: string, char: string) {
    this.#source = source
    this.#char = char
  }

  /** The first from this place on, or infinity. The place must not be before one that was asked for. */
  from(at: number): number {
    if (this.#next >= at) return this.#next
    const found = this.#source.indexOf(this.#char, at)
    this.#next = found === -1 ? Number.POSITIVE_INFINITY : found
    return this.#next
  }
}
