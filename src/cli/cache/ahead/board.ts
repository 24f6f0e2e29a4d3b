import {digestLength} from '../../../cache/digest.ts'

/** The digests of documents, which one thread writes down and another reads, and how far the other one is. */
export class Board {
  readonly memory: SharedArrayBuffer
  /** First the document that the reader is at, then for each whether its digest is there. */
  readonly #marks: Int32Array
  readonly #digests: Buffer

  /** @param memory that of another thread's board, for as many documents. */
  constructor(count: number, memory = new SharedArrayBuffer(4 * (1 + count) + digestLength * count)) {
    this.memory = memory
    this.#marks = new Int32Array(memory, 0, 1 + count)
    this.#digests = Buffer.from(memory, this.#marks.byteLength, digestLength * count)
  }

  get position(): number {
    return Atomics.load(this.#marks, 0)
  }

  moveTo(index: number): void {
    Atomics.store(this.#marks, 0, index)
  }

  write(index: number, digest: string): void {
    this.#digests.write(digest, digestLength * index, 'latin1')
    Atomics.store(this.#marks, 1 + index, 1)
  }

  /** Undefined where it is not there. */
  read(index: number): string | undefined {
    if (Atomics.load(this.#marks, 1 + index) === 0) return undefined
    const start = digestLength * index
    return this.#digests.toString('latin1', start, start + digestLength)
  }
}
