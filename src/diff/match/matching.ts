/** Which entry of one dataset is which of the other: each is at most one. */
export class Matching<T> {
  readonly #after = new Map<T, T>()
  readonly #before = new Map<T, T>()

  pair(before: T, after: T): void {
    this.#after.set(before, after)
    this.#before.set(after, before)
  }

  /** What an entry of the first has become. */
  afterOf(before: T): T | undefined {
    return this.#after.get(before)
  }

  /** What an entry of the second was. */
  beforeOf(after: T): T | undefined {
    return this.#before.get(after)
  }

  freeBefore(entries: readonly T[]): readonly T[] {
    return entries.filter((entry) => !this.#after.has(entry))
  }

  freeAfter(entries: readonly T[]): readonly T[] {
    return entries.filter((entry) => !this.#before.has(entry))
  }
}
