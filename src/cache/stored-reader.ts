import {DecimalReader} from './decimals.ts'
import {separator, separatorByte, unescapeStored} from './stored-text.ts'

/** What is read from a line; undefined where that is not what was written. */
export function readStored<T>(line: Buffer, read: (stored: StoredReader) => T): T | undefined {
  return attempt(() => read(storedIn(line)))
}

/** What can be read from a line one by one. What is wrong is a {@link Malformed} when its turn comes. */
export function storedIn(line: Buffer): StoredReader {
  return readerOf(line, textsIn)
}

/** Whether that can be read from a line, which is found out without decoding its texts. */
export function isStored(line: Buffer, read: (stored: StoredReader) => void): boolean {
  const isRead = attempt(() => {
    read(readerOf(line, blanksIn))
    return true
  })
  return isRead ?? false
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    // Whatever is wrong, the document itself can be read.
    if (error instanceof Malformed) return undefined
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

function readerOf(line: Buffer, textsFrom: (texts: Buffer) => readonly string[]): StoredReader {
  const found = line.indexOf(separatorByte)
  const end = found < 0 ? line.length : found
  const numbers = new DecimalReader(line, end)
  return new StoredReader(textsFrom(line.subarray(end)), () => numbers.next())
}

/** @param bytes each text behind a separator. */
function textsIn(bytes: Buffer): readonly string[] {
  if (bytes.length === 0) return []
  const whole = bytes.toString('utf8', 1)
  const texts = whole.split(separator)
  return whole.includes('\\') ? texts.map(unescapeStored) : texts
}

/** As many texts, with nothing in them. */
function blanksIn(bytes: Buffer): readonly string[] {
  let count = 0
  for (const byte of bytes) if (byte === separatorByte) count++
  return new Array<string>(count).fill('')
}
