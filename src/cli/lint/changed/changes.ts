import {causedByEdits} from '../../../changes/caused-findings.ts'
import {LineChanges} from '../../../changes/line-changes.ts'
import type {DocumentDefinitions} from '../../../dataset/definitions-in.ts'
import type {Finding} from '../../../finding.ts'
import type {LintOptions} from '../../../lint.ts'
import type {ReadText} from '../../../lint-read.ts'
import type {ReportedFile} from '../../../report/types.ts'
import type {Configurations} from '../../config/configurations.ts'
import {type Discovery, discover, type Source} from '../../discover.ts'
import type {RunError} from '../../errors.ts'
import type {Exclusions} from '../../exclusions.ts'
import {baseOf} from '../../git/base.ts'
import {filesOf, renamesSince} from '../../git/listed-files.ts'
import {findRepository} from '../../git/repository.ts'
import type {Host} from '../../host.ts'
import type {Document} from '../../read.ts'
import type {Finish, LintedFile} from '../linting.ts'
import type {Reader} from '../reading.ts'
import type {Lint} from '../run-lint.ts'
import {EarlierDefinitions} from './earlier-definitions.ts'
import {type Earlier, EarlierTexts} from './earlier-texts.ts'
import type {ReadEarlier} from './read-earlier.ts'
import {removedDocuments} from './removed-documents.ts'
import {checkRequest} from './requests.ts'

/** Finds out with git what there was before, or throws a {@link RunError} that says why that cannot be. */
export function openChanges(invocation: Lint, host: Host): Changes {
  checkRequest(invocation)
  const {changed} = invocation.options
  const repository = findRepository(host.cwd)
  const {commit, notes} = baseOf(typeof changed === 'string' ? changed : undefined, repository)
  const files = commit === undefined ? new Map<string, string>() : filesOf(commit, repository)
  const renames = commit === undefined ? new Map<string, string>() : renamesSince(commit, repository)
  return new Changes(invocation, host, {repository, files, renames}, notes)
}

/** What a run looks at: what is no more as it was, in the work tree or in what is staged. */
export class Changes {
  readonly #invocation: Lint
  readonly #host: Host
  readonly #earlier: Earlier
  readonly #notes: readonly RunError[]
  readonly #texts: EarlierTexts
  readonly #definitions = new EarlierDefinitions()
  /** The paths of documents all of whose lines are as they were. */
  readonly #unchanged = new Set<string>()
  /** The paths of all documents of the run, in their order. */
  #paths: readonly string[] = []
  #changed: ReadonlySet<Source> = new Set()
  #hasRenamed = false
  /** Loaded with the parser, where there is anything to read. */
  #read: ReadEarlier | undefined

  constructor(invocation: Lint, host: Host, earlier: Earlier, notes: readonly RunError[]) {
    this.#invocation = invocation
    this.#host = host
    this.#earlier = earlier
    this.#notes = notes
    this.#texts = new EarlierTexts(earlier, host, invocation.options.staged)
  }

  /** What is worth saying and no failure. */
  get notes(): readonly RunError[] {
    return [...this.#notes, ...this.#texts.notes]
  }

  /** Finds the documents of the run. Where nothing has become of any of them, none is to be read. */
  async discover(configurations: Configurations): Promise<Discovery> {
    const {exclusions} = configurations
    const discovery = await this.#find(exclusions)
    const {sources} = discovery
    const stdinPath = this.#invocation.options['stdin-filename']
    this.#paths = sources.map((source) => (source.kind === 'stdin' ? stdinPath : source.path))
    this.#changed = this.#texts.prepare(sources)
    this.#hasRenamed = sources.some(
      (source) => source.kind !== 'stdin' && this.#texts.isRenamed(source.absolute),
    )
    const removed = await removedDocuments(this.#invocation, this.#host, {
      earlier: this.#earlier,
      left: this.#texts.pathsBefore(sources),
      exclusions,
    })
    for (const {path, absolute, text} of removed) {
      const settings = await configurations.settingsFor(absolute)
      if (settings) {
        this.#definitions.addRemoved(() => this.#read?.(text, {...settings.reading, path})?.define())
      }
    }
    if (this.#changed.size === 0 && removed.length === 0 && !this.#isWhole) return {...discovery, sources: []}
    const {readEarlier} = await import('./read-earlier.ts')
    this.#read = readEarlier
    return discovery
  }

  /** The documents to begin with, and those to be read only if others can have changed what is found in them. */
  inTurn(sources: readonly Source[]): {readonly first: readonly Source[]; readonly rest: readonly Source[]} {
    if (this.#isWhole) return {first: sources, rest: []}
    const isFirst = (source: Source) => this.#changed.has(source)
    return {first: sources.filter(isFirst), rest: sources.filter((source) => !isFirst(source))}
  }

  /** Whether what the documents define is not what it was, or comes in another order. */
  get haveOtherDefinitions(): boolean {
    return this.#hasRenamed || this.#definitions.areOthers
  }

  /** Takes note of what documents defined before, when they are asked what they define now. */
  reading(read: Reader): Reader {
    return async (document, options) => {
      const reading = await read(document, options)
      const define = async () => {
        const defined = await reading.define()
        this.#note(document, options, defined.data)
        return defined
      }
      return {...reading, define}
    }
  }

  /** Leaves out the findings that no edit has to do with. */
  limiting(finish: Finish): Finish {
    return (document, read, options) => {
      const {path, source} = document
      const before = this.#texts.textBefore(document)
      if (before === undefined) return finish(document, read, options)
      const changes = new LineChanges(before, source)
      if (changes.isEmpty) this.#unchanged.add(path)
      if (changes.isEmpty && !options.definitions && !options.baseline) return this.#passOver(document, read)
      const findingsBefore = () => this.#findingsBefore(before, options)
      return finish(document, read, options, causedByEdits(path, changes, findingsBefore))
    }
  }

  #passOver({path, source}: Document, read: ReadText): LintedFile {
    // A cache takes up what is linted: the next run then need not read the document at all.
    if (this.#invocation.options.cache) read.lint()
    return {path, source, findings: []}
  }

  #note(document: Document, options: LintOptions, now: () => DocumentDefinitions): void {
    const {path, source} = document
    const before = this.#texts.textBefore(document)
    const read = () => (before === undefined ? undefined : this.#read?.(before, options)?.define())
    if (before === source) this.#definitions.add(path, now)
    else this.#definitions.addEdited(path, read, now)
  }

  /** Without the documents that are as they were, unless others have made something wrong in them. */
  reported(files: readonly ReportedFile[]): readonly ReportedFile[] {
    return files.filter(({path, findings}) => findings.length > 0 || !this.#unchanged.has(path))
  }

  /** A baseline is told of all documents what is gone; a part of them says little of the others. */
  get #isWhole(): boolean {
    const {baseline, shard} = this.#invocation.options
    return baseline !== undefined || shard !== undefined
  }

  #findingsBefore(before: string, options: LintOptions): readonly Finding[] {
    const definitions = options.definitions && this.#definitions.ofAll(this.#paths)
    return [...(this.#read?.(before, options)?.lint(definitions) ?? [])]
  }

  async #find(exclusions: Exclusions): Promise<Discovery> {
    const {operands, options} = this.#invocation
    if (!options.staged) {
      const stdinPath = options['stdin-filename']
      return await discover(operands, this.#host.cwd, {exclusions, stdinPath})
    }
    const {discoverStaged} = await import('./staged.ts')
    return await discoverStaged(operands, this.#host, this.#earlier, exclusions)
  }
}
