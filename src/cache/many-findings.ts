import type {Finding, Findings} from '../finding.ts'
import {type FindingCollector, inOrder} from '../finding-order.ts'
import {stableOrder} from '../text/stable-order.ts'
import {Bytes, BytesReader} from './bytes.ts'
import {readFinding, writeFinding} from './findings.ts'
import {StoredReader} from './stored-reader.ts'
import {StoredWriter} from './stored-writer.ts'

/**
 * So many findings of a document are kept as they are: most documents have fewer, and packing takes time. After thousands
 * that live on, V8 would make all others where it hardly ever clears away.
 */
const mostLoose = 768

/** Takes up any number of findings. Many are packed as they come, so that never all of them are objects at once. */
export class ManyFindings implements FindingCollector<Findings> {
  #loose: Finding[] = []
  #packer: Packer | undefined

  add(finding: Finding): void {
    if (this.#packer) this.#packer.add(finding)
    else if (this.#loose.push(finding) > mostLoose) this.#packer = this.#pack()
  }

  inOrder(): Findings {
    return this.#packer?.packed() ?? inOrder(this.#loose)
  }

  #pack(): Packer {
    const packer = new Packer()
    for (const finding of this.#loose) packer.add(finding)
    this.#loose = []
    return packer
  }
}

/** Writes findings one after the other, and notes where each begins: among the bytes, and in the document. */
class Packer {
  readonly #bytes = new Bytes()
  readonly #out = new StoredWriter(this.#bytes)
  readonly #places = new Bytes()
  readonly #offsets = new Bytes()
  #count = 0
  #last = 0

  add(finding: Finding): void {
    this.#places.push(this.#bytes.length - this.#last)
    this.#last = this.#bytes.length
    this.#offsets.push(finding.start.offset)
    this.#count++
    writeFinding(finding, this.#out)
  }

  packed(): PackedFindings {
    const places = new Uint32Array(this.#count)
    const offsets = new Uint32Array(this.#count)
    const [placesRead, offsetsRead] = [new BytesReader(this.#places), new BytesReader(this.#offsets)]
    let place = 0
    for (const index of places.keys()) {
      place += placesRead.next()
      places[index] = place
      offsets[index] = offsetsRead.next()
    }
    const order = stableOrder(offsets)
    return new PackedFindings(
      this.#bytes,
      this.#out.texts,
      Uint32Array.from(order, (index) => places[index] ?? 0),
    )
  }
}

/** Findings that are made one by one as they are gone through. */
export class PackedFindings implements Findings {
  readonly #bytes: Bytes
  readonly #texts: readonly string[]
  readonly #places: Uint32Array

  constructor(bytes: Bytes, texts: readonly string[], places: Uint32Array) {
    this.#bytes = bytes
    this.#texts = texts
    this.#places = places
  }

  get length(): number {
    return this.#places.length
  }

  *[Symbol.iterator](): Iterator<Finding> {
    const numbers = new BytesReader(this.#bytes)
    const stored = new StoredReader(this.#texts, numbers)
    for (const place of this.#places) {
      numbers.moveTo(place)
      yield readFinding(stored)
    }
  }
}
