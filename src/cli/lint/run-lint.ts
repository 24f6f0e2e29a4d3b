import {mergeRules} from '../../config/rule-settings.ts'
import type {RuleSetting} from '../../lint.ts'
import {lintRead} from '../../lint-read.ts'
import type {ReportedFile, RunReport} from '../../report/types.ts'
import type {Invocation} from '../args.ts'
import type {Cache} from '../cache/open.ts'
import type {DocumentSettings} from '../config/configurations.ts'
import {openConfigurations} from '../config/open.ts'
import {type Discovery, discover, type Source} from '../discover.ts'
import {CommandError} from '../errors.ts'
import type {Host} from '../host.ts'
import {checkOutput} from '../output.ts'
import {type Document, finishEach, readEach, readStdin} from '../read.ts'
import {type Output, outputsOf, stateFingerprints} from '../reporting/outputs.ts'
import {readDay} from '../vocabulary.ts'
import type {Baseline} from './baseline.ts'
import type {Changes} from './changed/changes.ts'
import type {Fixing} from './fixing.ts'
import {type Finish, Linting} from './linting.ts'
import {progressFor} from './progress.ts'
import {readAnew} from './reading.ts'
import {readShard, splitOff} from './shard.ts'

export type Lint = Invocation<'lint'>

/** What linting the documents of a command line gave. */
export interface LintRun extends Pick<RunReport, 'shard'> {
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
  const {options, operands, language} = invocation
  const outputs = outputsOf(options, host.cwd)
  const flags = await ruleFlags(invocation)
  const asOf = readDay(options['as-of'])
  const shard = options.shard === undefined ? undefined : readShard(options.shard)
  const stdinPath = options['stdin-filename']
  const fingerprints = stateFingerprints(outputs)
  const changes = await changesFor(invocation, host)
  const configurations = await openConfigurations(options, host)
  const {exclusions} = configurations
  const discovery = changes
    ? await changes.discover(configurations)
    : await discover(operands, host.cwd, {exclusions, stdinPath})
  for (const {path} of outputs) checkOutput(path, discovery, host)
  const baseline = await baselineFor(invocation, discovery, host)
  const fixing = await fixingFor(invocation, host)
  const finish: Finish = fixing ? (...read) => fixing.fix(...read) : lint
  const noting = baseline?.noting(finish) ?? finish
  const limiting = changes?.limiting(noting) ?? noting
  const cache = memory ?? (await cacheFor(invocation, host))
  const read = cache?.read ?? readAnew
  const linting = new Linting(
    discovery.sources,
    outputs.some(({format}) => format === 'pretty') ? limiting : withoutSource(limiting),
    changes?.reading(read) ?? read,
  )
  const reading = {host, stdinPath, configurations}
  const taskOf = (document: Document, settings: DocumentSettings, source: Source) => {
    const {path} = document
    const rules = mergeRules(settings.rules, flags)
    const given = {path, language, asOf, rules, fingerprints}
    const lintOptions = {...settings.reading, ...given, ...baseline?.optionsFor(path)}
    return {source, document, options: lintOptions}
  }
  const {own, others} = shard ? splitOff(discovery.sources, shard) : {own: discovery.sources, others: []}
  const progress = progressFor(invocation, host, own.length)
  const {first, rest} = changes?.inTurn(own) ?? {first: own, rest: []}
  const add = (sources: readonly Source[]) =>
    readEach(sources, reading, (...read) => {
      progress.show(read[0].path)
      return linting.add(taskOf(...read))
    })
  const unread = [...(await add(first))]
  const isMore = rest.length > 0 && (linting.waiting.length > 0 || changes?.haveOtherDefinitions)
  if (isMore) unread.push(...(await add(rest)))
  if (linting.waiting.length > 0) {
    // What cannot be read of them is said where they are linted.
    await readEach(others, reading, (...read) => linting.define(taskOf(...read)))
  }
  const unfinished = await finishEach(linting.waiting)
  progress.clear()
  const files = changes?.reported(linting.files) ?? linting.files
  if (discovery.isStdinLeftOut) fixing?.keep(await readStdin(host, stdinPath))
  const problems = [
    ...discovery.problems,
    ...configurations.problems,
    ...unread,
    ...unfinished,
    ...(fixing?.problems ?? []),
  ]
  return {
    shard,
    files,
    problems,
    notes: [...discovery.notes, ...(changes?.notes ?? [])],
    conclude: () => [
      ...(fixing?.notesOn(files) ?? []),
      ...(baseline?.finish() ?? []),
      ...(cache?.close() ?? []),
    ],
    diff: fixing?.diff,
    outputs,
    target: fixing?.handOver(discovery.sources) ?? host,
  }
}

const lint: Finish = ({source}, read, options, keep) => ({...lintRead(read, options, keep), source})

/** Only the format for people shows lines; others look no further than a byte order mark. So many documents take little room. */
function withoutSource(finish: Finish): Finish {
  return (...read) => {
    const file = finish(...read)
    return {...file, source: file.source.slice(0, 1)}
  }
}

/** What has changed, where only that is to be looked at. */
async function changesFor(invocation: Lint, host: Host): Promise<Changes | undefined> {
  const {changed, staged} = invocation.options
  if (changed === undefined && !staged) return undefined
  const {openChanges} = await import('./changed/changes.ts')
  return openChanges(invocation, host)
}

/** What the command line sets for rules. They are loaded where it does. */
async function ruleFlags({options: {rule}}: Lint): Promise<Readonly<Record<string, RuleSetting>>> {
  if (rule.length === 0) return {}
  const {readRuleSettings} = await import('../rule-settings.ts')
  return await readRuleSettings(rule)
}

/** What is known already, where that is asked for. */
async function baselineFor({options}: Lint, discovery: Discovery, host: Host): Promise<Baseline | undefined> {
  if (options.baseline === undefined && !options['update-baseline']) return undefined
  const {Baseline} = await import('./baseline.ts')
  return new Baseline(options, discovery, host)
}

/** What was found earlier, where that is asked for. */
async function cacheFor({options}: Lint, host: Host): Promise<Cache | undefined> {
  if (!options.cache) {
    if (options['cache-location'] !== undefined) throw locationAlone()
    return undefined
  }
  const {openCache} = await import('../cache/open.ts')
  return openCache(options, host)
}

function locationAlone(): CommandError {
  return new CommandError(
    {
      en: '--cache-location says where, but there is no --cache',
      zh: '指定了 --cache-location，却没有 --cache',
    },
    {todo: {en: 'add --cache', zh: '请加上 --cache'}},
  )
}

/** What fixes the documents, where that is asked for. */
async function fixingFor({options}: Lint, host: Host): Promise<Fixing | undefined> {
  if (!options.fix && !options['fix-suggestions'] && !options['dry-run']) return undefined
  const {Fixing} = await import('./fixing.ts')
  return new Fixing(options, host)
}
