import {DefinitionIndex, type Definitions} from '../../../dataset/definitions.ts'
import type {DocumentDefinitions} from '../../../dataset/definitions-in.ts'

/** What a document defined; undefined where it could not be read. */
type Defined = () => DocumentDefinitions | undefined

/** What the documents of a run defined before. Earlier texts are read only if that is asked for. */
export class EarlierDefinitions {
  readonly #known = new Map<string, Defined>()
  readonly #removed: Defined[] = []
  #index: DefinitionIndex | undefined

  add(path: string, defined: Defined): void {
    this.#known.set(path, defined)
  }

  /** Of a document that there is no more. */
  addRemoved(defined: Defined): void {
    this.#removed.push(defined)
  }

  /** @param paths of all documents of the run, in their order. */
  ofAll(paths: readonly string[]): Definitions {
    if (this.#index) return this.#index
    const known = paths.flatMap((path) => this.#known.get(path) ?? [])
    const defined = [...known, ...this.#removed].map((definitions) => definitions())
    this.#index = new DefinitionIndex(defined.filter((one) => one !== undefined))
    return this.#index
  }
}
