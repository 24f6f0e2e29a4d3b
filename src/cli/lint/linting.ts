import {DefinitionIndex, type Definitions} from '../../dataset/definitions.ts'
import {type DocumentDefinitions, definitionsIn} from '../../dataset/definitions-in.ts'
import type {LintOptions} from '../../lint.ts'
import {type ReadText, readText} from '../../lint-text.ts'
import type {ReportedFile} from '../../report/types.ts'
import type {Source} from '../discover.ts'
import type {Document, Waiting} from '../read.ts'

/** What is done with a document that has been read. */
export type Finish = (document: Document, read: ReadText, options: LintOptions) => ReportedFile

/** A document of a run, where it comes from, and what to lint it with. */
interface Task {
  readonly source: Source
  readonly document: Document
  readonly options: LintOptions
}

/** Lints the documents of a run. One that refers to what others define waits until all of them have been read. */
export class Linting {
  readonly #sources: readonly Source[]
  readonly #finish: Finish
  readonly #definitions = new Map<Source, DocumentDefinitions>()
  readonly #files = new Map<Source, ReportedFile>()
  readonly #waiting: Waiting[] = []
  #index: DefinitionIndex | undefined

  /** @param sources where all documents come from that define something. */
  constructor(sources: readonly Source[], finish: Finish) {
    this.#sources = sources
    this.#finish = finish
  }

  /** Those that could be linted, in the order of the sources. */
  get files(): readonly ReportedFile[] {
    return this.#inOrder(this.#files)
  }

  /** What is to be done when all documents have been read. */
  get waiting(): readonly Waiting[] {
    return this.#waiting
  }

  add({source, document, options}: Task): void {
    const read = readText(document.source, options)
    const finish = (definitions?: Definitions) => {
      const known = definitions ? {...options, definitions} : options
      this.#files.set(source, this.#finish(document, read, known))
    }
    // A document that is alone has its own definitions only.
    const isAlone = this.#sources.length === 1
    if (!isAlone) this.#definitions.set(source, definitionsIn(read.document))
    if (isAlone || !read.needsDefinitions) finish()
    else this.#waiting.push({path: document.path, finish: () => finish(this.#definitionsOfAll())})
  }

  /** Takes note of what a document defines that is not linted itself. */
  define({source, document, options}: Task): void {
    this.#definitions.set(source, definitionsIn(readText(document.source, options).document))
  }

  #definitionsOfAll(): Definitions {
    this.#index ??= new DefinitionIndex(this.#inOrder(this.#definitions))
    return this.#index
  }

  #inOrder<T>(bySource: ReadonlyMap<Source, T>): readonly T[] {
    return this.#sources.flatMap((source) => bySource.get(source) ?? [])
  }
}
