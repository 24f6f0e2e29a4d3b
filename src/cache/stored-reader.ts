/** What is read from a line; undefined where that is not what was written. */
export function readStored<T>(line: string, read: (stored: StoredReader) => T): T | undefined {
  try {
    return read(readerOf(JSON.parse(line)))
  } catch (error) {
    // What is nested too deeply is a RangeError. Whatever is wrong, the document itself can be read.
    if ([Malformed, SyntaxError, RangeError].some((kind) => error instanceof kind)) return undefined
    throw error
  }
}

/** Says that stored data is not what it should be. */
export class Malformed extends Error {
  override readonly name = 'Malformed'
}

/** Takes data up in the order in which it was put down, and refuses what cannot stand there. */
export class StoredReader {
  readonly #texts: readonly string[]
  readonly #next: () => unknown

  /** @param next gives the numbers one after the other. */
  constructor(texts: readonly string[], next: () => unknown) {
    this.#texts = texts
    this.#next = next
  }

  number(minimum = 0, maximum = Number.MAX_SAFE_INTEGER): number {
    const value = this.#next()
    if (typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum)
      return value
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

function readerOf(stored: unknown): StoredReader {
  const [texts, numbers] = listIn(stored)
  const list = listIn(numbers)
  let at = 0
  return new StoredReader(textsIn(texts), () => list[at++])
}

function listIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw new Malformed('expected a list')
}

function textsIn(value: unknown): readonly string[] {
  const list = listIn(value)
  if (list.every((text) => typeof text === 'string')) return list
  throw new Malformed('expected texts')
}
