/** Says that stored data is not what it should be. */
export class Malformed extends Error {
  override readonly name = 'Malformed'
}

/** Takes data up in the order in which it was put down, and refuses what cannot stand there. */
export class StoredReader {
  readonly #texts: readonly string[]
  readonly #next: () => number

  /** @param next gives the numbers one after the other, and what is no number where there is none. */
  constructor(texts: readonly string[], next: () => number) {
    this.#texts = texts
    this.#next = next
  }

  number(minimum = 0, maximum = Number.MAX_SAFE_INTEGER): number {
    const value = this.#next()
    if (Number.isInteger(value) && value >= minimum && value <= maximum) return value
    throw new Malformed('expected a number in bounds')
  }

  boolean(): boolean {
    return this.number(0, 1) === 1
  }

  optionalText(): string | undefined {
    const number = this.number(0, this.#texts.length)
    return number === 0 ? undefined : this.#texts[number - 1]
  }

  text(): string {
    const text = this.optionalText()
    if (text === undefined) throw new Malformed('expected a text')
    return text
  }

  skipTexts(count: number): void {
    for (let left = count; left > 0; left--) this.number(1, this.#texts.length)
  }

  skipOptionalTexts(count: number): void {
    for (let left = count; left > 0; left--) this.number(0, this.#texts.length)
  }

  list<T>(read: (stored: StoredReader) => T): readonly T[] {
    const items: T[] = []
    this.each((stored) => items.push(read(stored)))
    return items
  }

  /** Goes through a list that need not be there as a whole. */
  each(read: (stored: StoredReader) => void): void {
    // What claims to be long beyond its end is refused when that comes.
    for (let left = this.number(); left > 0; left--) read(this)
  }
}
