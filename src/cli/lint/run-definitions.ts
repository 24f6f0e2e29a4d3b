import {digestOf} from '../../cache/digest.ts'
import {type ColumnName, DefinitionIndex, type Definitions} from '../../dataset/definitions.ts'
import type {Definition} from '../../dataset/definitions-in.ts'
import type {DefinedByDocument} from './reading.ts'

/** What the documents of a run define. It is put together when it is first asked for. */
export class RunDefinitions implements Definitions {
  readonly #documents: readonly DefinedByDocument[]
  #known: DefinitionIndex | undefined
  #digest: string | undefined

  /** @param documents in the order of the run. */
  constructor(documents: readonly DefinedByDocument[]) {
    this.#documents = documents
  }

  /** The same only where all documents define the same. */
  get digest(): string {
    this.#digest ??= digestOf(this.#documents.map(({digest}) => digest()).join())
    return this.#digest
  }

  has(table: string): boolean {
    return this.#index.has(table)
  }

  hasAny(column: ColumnName, category: string): boolean {
    return this.#index.hasAny(column, category)
  }

  find(column: ColumnName, value: string, category?: string): Definition | undefined {
    return this.#index.find(column, value, category)
  }

  match(column: ColumnName, value: string, category?: string): Definition | undefined {
    return this.#index.match(column, value, category)
  }

  near(column: ColumnName, value: string, category?: string): Definition | undefined {
    return this.#index.near(column, value, category)
  }

  get #index(): DefinitionIndex {
    this.#known ??= new DefinitionIndex(this.#documents.map(({data}) => data()))
    return this.#known
  }
}
