import type {Series} from '../text/series.ts'

/** Takes numbers up one after the other. */
interface Numbers {
  push(number: number): unknown
}

/**
 * Puts data down as numbers one after the other, which are read back fast, and as a table of texts: most of those come
 * again and again.
 */
export class StoredWriter {
  readonly #texts = new Map<string, number>()
  readonly #numbers: Numbers

  constructor(numbers: Numbers) {
    this.#numbers = numbers
  }

  get texts(): readonly string[] {
    return [...this.#texts.keys()]
  }

  number(...numbers: readonly number[]): void {
    for (const number of numbers) this.#numbers.push(number)
  }

  boolean(value: boolean): void {
    this.#numbers.push(value ? 1 : 0)
  }

  /** Texts, or none in their place. */
  text(...texts: readonly (string | undefined)[]): void {
    for (const text of texts) this.#numbers.push(text === undefined ? 0 : this.#numberOf(text))
  }

  /** As many as there are, and each. */
  list<T>(items: Series<T>, write: (item: T) => void): void {
    this.#numbers.push(items.length)
    for (const item of items) write(item)
  }

  #numberOf(text: string): number {
    const number = this.#texts.get(text) ?? this.#texts.size + 1
    this.#texts.set(text, number)
    return number
  }
}
