// Numbers in decimal digits with commas between them, as bytes: in lists they would take many times as long and as much.

const zero = 0x30
const comma = 0x2c

/** As many bytes as a number and its comma take at most. */
const longest = 17

/** Writes whole numbers one after the other. */
export class DecimalWriter {
  #bytes = Buffer.allocUnsafe(512)
  #length = 0

  push(number: number): void {
    if (this.#length + longest > this.#bytes.length) this.#grow()
    const bytes = this.#bytes
    if (this.#length > 0) bytes[this.#length++] = comma
    this.#length += digitsOf(number)
    let left = number
    for (let at = this.#length - 1; at >= 0; at--) {
      bytes[at] = zero + (left % 10)
      if (left < 10) return
      left = Math.trunc(left / 10)
    }
  }

  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length)
  }

  #grow(): void {
    const larger = Buffer.allocUnsafe(this.#bytes.length * 2)
    larger.set(this.bytes)
    this.#bytes = larger
  }
}

function digitsOf(number: number): number {
  let digits = 1
  for (let limit = 10; number >= limit; limit *= 10) digits++
  return digits
}

/** Reads them one after the other. */
export class DecimalReader {
  readonly #bytes: Uint8Array
  readonly #end: number
  #at = 0

  constructor(bytes: Uint8Array, end: number) {
    this.#bytes = bytes
    this.#end = end
  }

  /** What is no number where there is none. */
  next(): number {
    const [bytes, end, start] = [this.#bytes, this.#end, this.#at]
    let value = 0
    let at = start
    for (; at < end; at++) {
      const digit = (bytes[at] ?? 0) - zero
      if (digit < 0 || digit > 9) break
      value = value * 10 + digit
    }
    this.#at = at + 1
    return at > start && (at === end || bytes[at] === comma) ? value : Number.NaN
  }
}
