/** Says that stored data is not what it should be. */
export class Malformed extends Error {
  override readonly name = 'Malformed'
}

/** Gives numbers one after the other, and what is no number where there is none. */
interface Numbers {
  next(): number
}

/** Takes data up in the order in which it was put down, and refuses what cannot stand there. */
export class StoredReader {
  readonly #texts: readonly string[]
  readonly #numbers: Numbers

  constructor(texts: readonly string[], numbers: Numbers) {
    this.#texts = texts
    this.#numbers = numbers
  }

  number(minimum = 0, maximum = Number.MAX_SAFE_INTEGER): number {
    const value = this.#numbers.next()
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

  list<T>(read: (stored: StoredReader) => T): readonly T[] {
    const items: T[] = []
    // What claims to be long beyond its end is refused when that comes.
    for (let left = this.number(); left > 0; left--) items.push(read(this))
    return items
  }
}
