import type {Keep} from '../../changes/caused-findings.ts'
import type {LintOptions} from '../../lint.ts'
import type {ReadText} from '../../lint-read.ts'
import type {ReportedFile} from '../../report/types.ts'
import type {Source} from '../discover.ts'
import type {Document, Waiting} from '../read.ts'
import {type DefinedByDocument, type Reader, readAnew} from './reading.ts'
import {RunDefinitions} from './run-definitions.ts'

/** What is done with a document that has been read. */
export type Finish = (document: Document, read: ReadText, options: LintOptions, keep?: Keep) => ReportedFile

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
  readonly #read: Reader
  readonly #defined = new Map<Source, DefinedByDocument>()
  readonly #files = new Map<Source, ReportedFile>()
  readonly #waiting: Waiting[] = []
  #definitions: RunDefinitions | undefined

  /** @param sources where all documents come from that define something. */
  constructor(sources: readonly Source[], finish: Finish, read: Reader = readAnew) {
    this.#sources = sources
    this.#finish = finish
    this.#read = read
  }

  /** Those that could be linted, in the order of the sources. */
  get files(): readonly ReportedFile[] {
    return this.#inOrder(this.#files)
  }

  /** What is to be done when all documents have been read. */
  get waiting(): readonly Waiting[] {
    return this.#waiting
  }

  async add({source, document, options}: Task): Promise<void> {
    const {needsDefinitions, define, ready} = await this.#read(document, options)
    const finish = async (definitions?: RunDefinitions) => {
      const known = definitions ? {...options, definitions} : options
      this.#files.set(source, this.#finish(document, await ready(definitions), known))
    }
    // A document that is alone has its own definitions only.
    const isAlone = this.#sources.length === 1
    if (!isAlone) this.#defined.set(source, define())
    if (isAlone || !needsDefinitions) await finish()
    else this.#waiting.push({path: document.path, finish: () => finish(this.#definitionsOfAll())})
  }

  /** Takes note of what a document defines that is not linted itself. */
  async define({source, document, options}: Task): Promise<void> {
    const {define} = await this.#read(document, options)
    this.#defined.set(source, define())
  }

  #definitionsOfAll(): RunDefinitions {
    this.#definitions ??= new RunDefinitions(this.#inOrder(this.#defined))
    return this.#definitions
  }

  #inOrder<T>(bySource: ReadonlyMap<Source, T>): readonly T[] {
    return this.#sources.flatMap((source) => bySource.get(source) ?? [])
  }
}
