import {digestLength} from './digest.ts'
import type {EntryFields} from './entry.ts'
import type {Key} from './key.ts'
import {ownBytes} from './own-bytes.ts'

/** What a line of the file is made of. */
export interface LineParts extends Key, EntryFields {
  /** When it was last used, in days since 1970. */
  readonly day: number
  /** Where the document is, seen from the file. */
  readonly file: string
  /** What the document defines. */
  readonly definitions: Buffer
}

/**
 * A line of the file: what is kept in one slot. It begins with the day, the length of each field and the state, all as long in
 * every line, so that it is gone over without being looked through. It is decoded only as far as it is asked.
 */
export class Line {
  readonly #bytes: Buffer
  readonly #start: number

  /** @param bytes that have the line, from the start on. */
  constructor(bytes: Buffer, start = 0) {
    this.#bytes = bytes
    this.#start = start
  }

  static of({day, slot, state, file, definitions, head, shown, findings}: LineParts): Line {
    const fields = [slot, head, shown, findings, file, definitions]
    const lengths = fields.map((field) => padded(Buffer.byteLength(field), lengthDigits))
    return new Line(ownBytes(padded(day, dayDigits), ...lengths, state, ...fields, '\n'))
  }

  /** Where it ends, its line feed included; undefined where that is beyond the bytes, or where it is no line. */
  get end(): number | undefined {
    const end = this.#startOf(fieldCount) + 1
    return end <= this.#bytes.length && this.#bytes[end - 1] === lineFeed ? end : undefined
  }

  /** With the line feed. */
  get bytes(): Buffer {
    return this.#bytes.subarray(this.#start, this.end)
  }

  get day(): number {
    return this.#number(0, dayDigits)
  }

  get state(): string {
    return this.#text(this.#start + stateAt, this.#start + fieldsAt)
  }

  get slot(): string {
    return this.#text(this.#startOf(0), this.#startOf(1), 'utf8')
  }

  get head(): Buffer {
    return this.#field(1)
  }

  get shown(): Buffer {
    return this.#field(2)
  }

  get findings(): Buffer {
    return this.#field(3)
  }

  get file(): string {
    return this.#text(this.#startOf(4), this.#startOf(5), 'utf8')
  }

  get definitions(): Buffer {
    return this.#field(5)
  }

  withDay(day: number): Line {
    const bytes = Buffer.from(this.bytes)
    bytes.write(padded(day, dayDigits), 0, 'latin1')
    return new Line(bytes)
  }

  #field(index: number): Buffer {
    return this.#bytes.subarray(this.#startOf(index), this.#startOf(index + 1))
  }

  /** Where a field starts: what is before it is as long as it says. */
  #startOf(field: number): number {
    let start = this.#start + fieldsAt
    for (let index = 0; index < field; index++)
      start += this.#number(dayDigits + index * lengthDigits, lengthDigits)
    return start
  }

  /** What is no number where there are no digits. */
  #number(at: number, digits: number): number {
    let number = 0
    for (let index = this.#start + at, end = index + digits; index < end; index++) {
      const digit = (this.#bytes[index] ?? 0) - zero
      if (digit < 0 || digit > 9) return Number.NaN
      number = number * 10 + digit
    }
    return number
  }

  #text(start: number, end: number, encoding: 'latin1' | 'utf8' = 'latin1'): string {
    return this.#bytes.toString(encoding, start, end)
  }
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0')
}

const lineFeed = 0x0a
const zero = 0x30
const dayDigits = 6
const lengthDigits = 9
const fieldCount = 6
const stateAt = dayDigits + fieldCount * lengthDigits
/** Behind the state, which is a digest. */
const fieldsAt = stateAt + digestLength
