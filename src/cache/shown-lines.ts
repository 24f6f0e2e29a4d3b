import type {ReportedText} from '../report/types.ts'
import {LineIndex} from '../text/lines.ts'
import {firstIndex} from '../text/search.ts'
import {DecimalReader, DecimalWriter} from './decimals.ts'
import {ownBytes} from './own-bytes.ts'
import {escapeStored, separator, separatorByte, unescapeStored} from './stored-text.ts'

/**
 * Lines of a text on one line: whether the text begins with a byte order mark, and the numbers of the lines in their order,
 * with commas between them, then each line behind a separator.
 */
export function writeShown(source: string, numbers: readonly number[]): Buffer {
  const out = new DecimalWriter()
  out.push(source.startsWith('\uFEFF') ? 1 : 0)
  if (numbers.length === 0) return ownBytes(out.bytes)
  const lines = new LineIndex(source)
  const shown = numbers.filter((number) => number <= lines.count).sort((a, b) => a - b)
  for (const number of shown) out.push(number)
  const texts = shown.map((number) => separator + escapeStored(lines.textOf(number)))
  return ownBytes(out.bytes, texts.join(''))
}

/** The text that lines were taken from, with nothing in all others. Each is decoded when it is asked for, and any bytes are some text. */
export class ShownText implements ReportedText {
  readonly isMarked: boolean
  readonly #bytes: Buffer
  readonly #numbers: readonly number[]
  readonly #ends: readonly number[]

  /** @param bytes as they were written. */
  constructor(bytes: Buffer) {
    this.#bytes = bytes
    this.#ends = endsIn(bytes)
    const reader = new DecimalReader(bytes, this.#ends[0] ?? 0)
    this.isMarked = reader.next() === 1
    this.#numbers = numbersOf(reader)
  }

  textOf(line: number): string {
    const index = firstIndex(this.#numbers.length, (at) => (this.#numbers[at] ?? 0) >= line)
    const [start, end] = [this.#ends[index], this.#ends[index + 1]]
    if (this.#numbers[index] !== line || start === undefined) return ''
    return unescapeStored(this.#bytes.toString('utf8', start + 1, end))
  }
}

/** Where the numbers and each of the texts end. */
function endsIn(bytes: Buffer): readonly number[] {
  const ends: number[] = []
  for (let at = bytes.indexOf(separatorByte); at >= 0; at = bytes.indexOf(separatorByte, at + 1))
    ends.push(at)
  ends.push(bytes.length)
  return ends
}

function numbersOf(reader: DecimalReader): readonly number[] {
  const numbers: number[] = []
  for (let number = reader.next(); !Number.isNaN(number); number = reader.next()) numbers.push(number)
  return numbers
}
