import {plainText} from './plain-text.ts'

/** Makes IRIs from names. The second thing of one name gets `~2` at its end, which no name can have. */
export class Iris {
  readonly #counts = new Map<string, number>()
  readonly #base: string

  /** @param base an IRI and the mark after which names follow. */
  constructor(base: string) {
    this.#base = base
  }

  /** The IRI for the next thing of these names; null is no name, which is another thing than an empty one. */
  next(...names: readonly (string | null)[]): string {
    const iri = this.#base + names.map((name) => (name === null ? '~' : encode(name))).join('/')
    const count = (this.#counts.get(iri) ?? 0) + 1
    this.#counts.set(iri, count)
    return count === 1 ? iri : `${iri}~${count}`
  }
}

/** Leaves letters, digits, `-`, `.` and `_` of ASCII, and writes the rest as the bytes of UTF-8. */
function encode(name: string): string {
  return encodeURIComponent(plainText(name)).replace(
    /[!'()*~]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
