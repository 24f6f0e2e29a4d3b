import {digestOf} from './digest.ts'
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

/** A line of the file: what is kept in one slot. It is decoded only as far as it is asked. */
export class Line {
  readonly bytes: Buffer

  /** @param bytes without the line feed. */
  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  static of({day, slot, state, file, definitions, head, shown, findings}: LineParts): Line {
    const content = [head, '\t', shown, '\t', findings, '\t', JSON.stringify(file), '\t', definitions]
    const start = [String(day).padStart(dayLength, '0'), slot, state, sumOf(slot, state, ...content), '']
    return new Line(ownBytes(start.join('\t'), ...content))
  }

  /** Whether it begins as a line does. */
  get isOne(): boolean {
    return head.test(this.bytes.toString('latin1', 0, contentAt))
  }

  get day(): number {
    return Number(this.bytes.toString('latin1', 0, dayLength))
  }

  get slot(): string {
    return this.bytes.toString('latin1', slotAt, slotAt + digestLength)
  }

  get state(): string {
    return this.bytes.toString('latin1', stateAt, stateAt + digestLength)
  }

  /** Whether it is as it was written. */
  get isWhole(): boolean {
    const sum = this.bytes.toString('latin1', sumAt, sumAt + sumLength)
    return sum === sumOf(this.slot, this.state, this.bytes.subarray(contentAt))
  }

  get head(): Buffer {
    return this.#field(0)
  }

  get shown(): Buffer {
    return this.#field(1)
  }

  get findings(): Buffer {
    return this.#field(2)
  }

  get file(): string | undefined {
    try {
      const file: unknown = JSON.parse(this.#field(3).toString())
      return typeof file === 'string' ? file : undefined
    } catch {
      return undefined
    }
  }

  get definitions(): Buffer {
    return this.#field(4)
  }

  withDay(day: number): Line {
    const bytes = Buffer.from(this.bytes)
    bytes.write(String(day).padStart(dayLength, '0'), 0, 'latin1')
    return new Line(bytes)
  }

  /** No field has tabs. */
  #field(index: number): Buffer {
    let start = contentAt
    for (let left = index; left > 0; left--) start = this.#endFrom(start) + 1
    return this.bytes.subarray(start, this.#endFrom(start))
  }

  #endFrom(start: number): number {
    const end = this.bytes.indexOf(tab, start)
    return end < 0 ? this.bytes.length : end
  }
}

function sumOf(slot: string, state: string, ...content: readonly (string | Uint8Array)[]): string {
  return digestOf(slot, state, ...content).slice(0, sumLength)
}

const tab = 0x09
const dayLength = 6
/** Of a SHA-256 in base64. */
const digestLength = 43
const sumLength = 22
const slotAt = dayLength + 1
const stateAt = slotAt + digestLength + 1
const sumAt = stateAt + digestLength + 1
const contentAt = sumAt + sumLength + 1

const head = /^\d{6}\t[\w-]{43}\t[\w-]{43}\t[\w-]{22}\t$/
