/** Numbers as bytes, as many as it takes: small ones, which most are, take one. It grows in blocks, so that nothing is copied. */
export class Bytes {
  readonly #blocks: Uint8Array[] = []
  #length = 0

  get length(): number {
    return this.#length
  }

  /** @param number a whole one, less than 2 ** 31: no text has an offset beyond. */
  push(number: number): void {
    let left = number
    for (; left > lowBits; left >>>= 7) this.#pushByte((left & lowBits) | more)
    this.#pushByte(left)
  }

  at(index: number): number {
    return this.#blocks[index >>> blockBits]?.[index & (blockSize - 1)] ?? 0
  }

  #pushByte(byte: number): void {
    const index = this.#length++
    const at = index & (blockSize - 1)
    if (at === 0) this.#blocks.push(new Uint8Array(blockSize))
    const block = this.#blocks.at(-1)
    if (block) block[at] = byte
  }
}

/** Reads numbers one after the other. */
export class BytesReader {
  readonly #bytes: Bytes
  #at = 0

  constructor(bytes: Bytes) {
    this.#bytes = bytes
  }

  moveTo(index: number): void {
    this.#at = index
  }

  next(): number {
    let number = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes.at(this.#at++)
      number |= (byte & lowBits) << shift
      if (byte < more) return number
    }
  }
}

const blockBits = 16
const blockSize = 2 ** blockBits
const lowBits = 0x7f
const more = 0x80
