import {mergeRules} from '../../config/rule-settings.ts'
import type {ComparedFindings, Finding, Findings, LintResult} from '../../finding.ts'
import type {LintOptions} from '../../lint.ts'
import {lintRead} from '../../lint-read.ts'
import type {ReportedFile, RunReport} from '../../report/types.ts'
import type {Invocation} from '../args.ts'
import type {Cache} from '../cache/open.ts'
import type {DocumentSettings} from '../config/configurations.ts'
import type {Host} from '../host.ts'
import {type Document, readStdin} from '../read.ts'
import {type Output, stateFingerprints} from '../reporting/outputs.ts'
import {KeptFiles} from './kept-files.ts'
import {type Finish, type LintedFile, Linting} from './linting.ts'
import {passingOver} from './passing-over.ts'
import {type Prepared, prepare} from './prepare.ts'
import {progressFor} from './progress.ts'
import {readAnew} from './reading.ts'
import {splitOff} from './shard.ts'
import {lintInTurns} from './turns.ts'

export type Lint = Invocation<'lint'>

/** What linting the documents of a command line gave. */
export interface LintRun extends Pick<RunReport, 'shard'>, Pick<Prepared, 'shown'> {
  readonly files: readonly ReportedFile[]
  /** What kept documents from being found, read or written. */
  readonly problems: readonly Error[]
  /** What is worth saying and no failure. */
  readonly notes: readonly Error[]
  /** Records what is found, where that was asked for, and says what is worth saying at the end. */
  readonly conclude: () => readonly Error[]
  /** What takes the place of the report, in a dry run. */
  readonly diff: string | undefined
  readonly outputs: readonly Output[]
  /** Where the report goes: standard output may be taken. */
  readonly target: Host
}

/**
 * Finds, reads and lints the documents of a command line, and fixes them where that is asked for.
 *
 * @param memory what earlier runs of this process found, in place of a file.
 */
export async function runLint(invocation: Lint, host: Host, memory?: Cache): Promise<LintRun> {
  const prepared = await prepare(invocation, host, memory)
  const {discovery, configurations, shard, outputs, shown, changes, baseline, fixing, cache} = prepared
  const linting = lintingFor(prepared)
  const unlinted = await lintAll(linting, prepared, invocation, host)
  const files = changes?.reported(linting.files) ?? linting.files
  if (discovery.isStdinLeftOut) fixing?.keep(await readStdin(host, invocation.options['stdin-filename']))
  const {problems: unconfigured} = configurations
  return {
    shard,
    files,
    problems: [...discovery.problems, ...unconfigured, ...unlinted, ...(fixing?.problems ?? [])],
    notes: [...discovery.notes, ...(changes?.notes ?? [])],
    conclude: () => [
      ...(fixing?.notesOn(files) ?? []),
      ...(baseline?.finish() ?? []),
      ...(cache?.close() ?? []),
    ],
    diff: fixing?.diff,
    outputs,
    shown,
    target: fixing?.handOver(discovery.sources) ?? host,
  }
}

/** Linting with what was asked for besides. */
function lintingFor({discovery, shown, changes, baseline, fixing, cache}: Prepared): Linting {
  const finish: Finish = fixing ? (...read) => fixing.fix(...read) : lint
  const noting = baseline?.noting(finish) ?? finish
  const limiting = changes?.limiting(noting) ?? noting
  const read = cache?.read ?? passingOver(readAnew)
  return new Linting(discovery.sources, limiting, {
    read: changes?.reading(read) ?? read,
    kept: new KeptFiles(shown),
    // Fixes make other texts of the documents, and changes are told by what was defined before.
    definesAtOnce: fixing !== undefined || changes !== undefined,
  })
}

async function lintAll(
  linting: Linting,
  {discovery: {sources}, configurations, outputs, flags, asOf, shard, changes, baseline}: Prepared,
  invocation: Lint,
  host: Host,
): Promise<readonly Error[]> {
  const {options, language} = invocation
  const fingerprints = stateFingerprints(outputs)
  const optionsOf = ({path}: Document, settings: DocumentSettings): LintOptions => {
    const rules = mergeRules(settings.rules, flags)
    const fast = !options['no-fast']
    return {
      path,
      language,
      asOf,
      rules,
      fingerprints,
      fast,
      ...settings.reading,
      ...baseline?.optionsFor(path),
    }
  }
  const {own, others} = shard ? splitOff(sources, shard) : {own: sources, others: []}
  const turns = {...(changes?.inTurn(own) ?? {first: own, rest: []}), others}
  return await lintInTurns(linting, turns, {
    reading: {host, stdinPath: options['stdin-filename'], configurations},
    optionsOf,
    progress: progressFor(invocation, host, own.length),
    needsRest: () => changes?.haveOtherDefinitions ?? false,
  })
}

const lint: Finish = (document, read, options, keep) =>
  new LintedDocument(document, lintRead(read, options, keep))

/** A document that is decoded only where somebody asks for its text. */
class LintedDocument implements LintedFile {
  readonly path: string
  readonly findings: Findings
  readonly baseline?: ComparedFindings
  readonly unchanged?: readonly Finding[]
  readonly #document: Document

  constructor(document: Document, {path, findings, baseline, unchanged}: LintResult<Findings>) {
    this.path = path
    this.findings = findings
    if (baseline) this.baseline = baseline
    if (unchanged) this.unchanged = unchanged
    this.#document = document
  }

  get source(): string {
    return this.#document.source
  }
}
