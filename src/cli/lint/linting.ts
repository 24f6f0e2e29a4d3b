import type {Keep} from '../../changes/caused-findings.ts'
import type {Findings, LintResult} from '../../finding.ts'
import type {LintOptions} from '../../lint.ts'
import type {ReadText} from '../../lint-read.ts'
import type {ReportedFile} from '../../report/types.ts'
import type {Source} from '../discover.ts'
import type {Document, Waiting} from '../read.ts'
import type {KeptFiles} from './kept-files.ts'
import type {DefinedByDocument, Reader, Reading} from './reading.ts'
import {RunDefinitions} from './run-definitions.ts'

/** A file that has been linted. */
export interface LintedFile extends LintResult<Findings>, Pick<ReportedFile, 'fixed'> {
  /** The text that the findings point into. */
  readonly source: string
}

/** What is done with a document that has been read. */
export type Finish = (document: Document, read: ReadText, options: LintOptions, keep?: Keep) => LintedFile

/** A document of a run, where it comes from, and what to lint it with. */
interface Task {
  readonly source: Source
  readonly document: Document
  readonly options: LintOptions
}

/** A document to lint, which may have to be read a second time. */
interface LintTask extends Task {
  readonly readAgain: () => Promise<Document>
}

interface Behaviour {
  readonly read: Reader
  /** Where what was found waits for the report. */
  readonly kept: KeptFiles
  /** Whether what a document defines must be known as soon as it is read: it may be another text later. */
  readonly definesAtOnce: boolean
}

/** How much text may wait, in characters; what goes beyond is read again in the end. */
const mostKept = 256 * 1024

/**
 * Lints the documents of a run. One that refers to what others define waits until all of them have been read. Few runs have
 * any: so of the others that is worked out only when one waits, and none of them is kept for it.
 */
export class Linting {
  readonly #sources: readonly Source[]
  readonly #finish: Finish
  readonly #behaviour: Behaviour
  readonly #defined = new Map<Source, DefinedByDocument>()
  readonly #undefined = new Set<Source>()
  readonly #files = new Map<Source, ReportedFile>()
  readonly #waiting: Waiting[] = []
  #kept = 0
  #definitions: RunDefinitions | undefined

  /** @param sources where all documents come from that define something. */
  constructor(sources: readonly Source[], finish: Finish, behaviour: Behaviour) {
    this.#sources = sources
    this.#finish = finish
    this.#behaviour = behaviour
  }

  /** Those that could be linted, in the order of the sources. */
  get files(): readonly ReportedFile[] {
    return this.#inOrder(this.#files)
  }

  /** What is to be done when it is known what all documents define. */
  get waiting(): readonly Waiting[] {
    return this.#waiting
  }

  /** Those that have been read without being asked what they define. */
  get undefined(): readonly Source[] {
    return [...this.#undefined]
  }

  async add(task: LintTask): Promise<void> {
    const {source, document, options} = task
    const reading = await this.#behaviour.read(document, options)
    // A document that is alone has its own definitions only.
    if (this.#sources.length === 1) return await this.#lint(task, reading)
    if (reading.needsDefinitions) this.#waiting.push(this.#wait(task, reading))
    if (this.#isToDefine(source, reading)) this.#defined.set(source, await reading.define())
    else this.#undefined.add(source)
    if (!reading.needsDefinitions) await this.#lint(task, reading)
  }

  /** Takes note of what a document defines that is not to be linted, or has been. */
  async define({source, document, options}: Task): Promise<void> {
    const {define} = await this.#behaviour.read(document, options)
    this.#defined.set(source, await define())
  }

  /** Of standard input and of what is at hand it is known at once, and of all as soon as one waits. */
  #isToDefine({kind}: Source, {isDefined}: Reading): boolean {
    return this.#behaviour.definesAtOnce || isDefined || kind === 'stdin' || this.#waiting.length > 0
  }

  #wait(task: LintTask, reading: Reading): Waiting {
    const {path, source} = task.document
    this.#kept += source.length
    const isKept = task.source.kind === 'stdin' || this.#kept <= mostKept
    const finish = isKept
      ? () => this.#lint(task, reading, this.#definitionsOfAll())
      : () => this.#lintAnew(task)
    return {path, finish}
  }

  async #lintAnew({source, options, readAgain}: LintTask): Promise<void> {
    const document = await readAgain()
    const reading = await this.#behaviour.read(document, options)
    await this.#lint({source, document, options}, reading, this.#definitionsOfAll())
  }

  async #lint(
    {source, document, options}: Task,
    {ready}: Reading,
    definitions?: RunDefinitions,
  ): Promise<void> {
    const known = definitions ? {...options, definitions} : options
    const file = this.#finish(document, await ready(definitions), known)
    this.#files.set(source, await this.#behaviour.kept.keep(file))
  }

  #definitionsOfAll(): RunDefinitions {
    this.#definitions ??= new RunDefinitions(this.#inOrder(this.#defined))
    return this.#definitions
  }

  #inOrder<T>(bySource: ReadonlyMap<Source, T>): readonly T[] {
    return this.#sources.flatMap((source) => bySource.get(source) ?? [])
  }
}
