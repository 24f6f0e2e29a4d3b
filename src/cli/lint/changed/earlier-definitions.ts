import {DefinitionIndex, type Definitions} from '../../../dataset/definitions.ts'
import type {DocumentDefinitions} from '../../../dataset/definitions-in.ts'

/** What a document defines; undefined where there was none, or none that could be read. */
type Defined = () => DocumentDefinitions | undefined

/** What the documents of a run defined before. Earlier texts are read only if that is asked for. */
export class EarlierDefinitions {
  readonly #known = new Map<string, Defined>()
  readonly #edited: {readonly before: Defined; readonly now: Defined}[] = []
  readonly #removed: Defined[] = []
  #index: DefinitionIndex | undefined

  /** Of a document that is as it was. */
  add(path: string, defined: Defined): void {
    this.#known.set(path, defined)
  }

  addEdited(path: string, before: Defined, now: Defined): void {
    const defined = once(before)
    this.#known.set(path, defined)
    this.#edited.push({before: defined, now})
  }

  /** Of a document that there is no more. */
  addRemoved(before: Defined): void {
    this.#removed.push(before)
  }

  /** Whether a document defines something else now, wherever it states it. */
  get areOthers(): boolean {
    if (this.#removed.length > 0) return true
    return this.#edited.some(({before, now}) => stated(before()) !== stated(now()))
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

function once(defined: Defined): Defined {
  let known: {readonly data: ReturnType<Defined>} | undefined
  return () => {
    known ??= {data: defined()}
    return known.data
  }
}

const nothing: DocumentDefinitions = {tables: [], columns: []}

function stated(definitions: DocumentDefinitions = nothing): string {
  return JSON.stringify(definitions, (name, value) => (name === 'line' ? undefined : value))
}
