import type {RuleSetting} from '../../lint.ts'
import type {Shown} from '../../report/lines-shown.ts'
import type {Shard} from '../../report/types.ts'
import type {Cache} from '../cache/open.ts'
import type {Configurations} from '../config/configurations.ts'
import {openConfigurations} from '../config/open.ts'
import {type Discovery, discover} from '../discover.ts'
import type {Host} from '../host.ts'
import {checkOutput} from '../output.ts'
import {type Output, outputsOf} from '../reporting/outputs.ts'
import {readDay} from '../vocabulary.ts'
import type {Baseline} from './baseline.ts'
import type {Changes} from './changed/changes.ts'
import type {Fixing} from './fixing.ts'
import {baselineFor, changesFor, fixingFor, openingFor, ruleFlags} from './on-request.ts'
import type {Lint} from './run-lint.ts'
import {readShard} from './shard.ts'

/** What a run needs before it reads the first document, and what it does besides linting. */
export interface Prepared {
  readonly outputs: readonly Output[]
  /** What the outputs show of the documents. */
  readonly shown: Shown
  /** What the command line sets for rules. */
  readonly flags: Readonly<Record<string, RuleSetting>>
  readonly asOf: string
  readonly shard: Shard | undefined
  readonly configurations: Configurations
  readonly discovery: Discovery
  readonly changes: Changes | undefined
  readonly baseline: Baseline | undefined
  readonly fixing: Fixing | undefined
  readonly cache: Cache | undefined
}

/** Reads the options and finds the documents, or throws an error that says what cannot be done. */
export async function prepare(invocation: Lint, host: Host, memory?: Cache): Promise<Prepared> {
  const {options} = invocation
  const outputs = outputsOf(options, host.cwd)
  const flags = await ruleFlags(invocation)
  const asOf = readDay(options['as-of'])
  const shard = options.shard === undefined ? undefined : readShard(options.shard)
  const opening = memory ? undefined : await openingFor(invocation, host)
  const changes = await changesFor(invocation, host)
  const configurations = await openConfigurations(options, host)
  const discovery = changes
    ? await changes.discover(configurations)
    : await discoverDocuments(invocation, configurations, host)
  for (const {path} of outputs) checkOutput(path, discovery, host)
  const baseline = await baselineFor(invocation, discovery, host)
  const fixing = await fixingFor(invocation, host)
  const shown = shownBy(outputs, options)
  const needsTexts = shown === 'all' || [changes, baseline, fixing].some((one) => one !== undefined)
  const expected = {sources: discovery.sources, asOf, needsTexts}
  const cache = memory ?? (await opening?.(expected))
  return {outputs, shown, flags, asOf, shard, configurations, discovery, changes, baseline, fixing, cache}
}

function shownBy(outputs: readonly Output[], {all}: Lint['options']): Shown {
  if (!outputs.some(({format}) => format === 'pretty')) return 'none'
  return all ? 'all' : 'folded'
}

async function discoverDocuments(
  {operands, options}: Lint,
  {exclusions}: Configurations,
  {cwd}: Host,
): Promise<Discovery> {
  return await discover(operands, cwd, {exclusions, stdinPath: options['stdin-filename']})
}
