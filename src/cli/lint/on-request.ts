import type {RuleSetting} from '../../lint.ts'
import type {Opening} from '../cache/open.ts'
import type {Discovery} from '../discover.ts'
import {CommandError} from '../errors.ts'
import type {Host} from '../host.ts'
import type {Baseline} from './baseline.ts'
import type {Changes} from './changed/changes.ts'
import type {Fixing} from './fixing.ts'
import {isFixing} from './is-fixing.ts'
import type {Lint} from './run-lint.ts'

// What a run does besides linting is loaded only where it is asked for.

/** What has changed, where only that is to be looked at. */
export async function changesFor(invocation: Lint, host: Host): Promise<Changes | undefined> {
  const {changed, staged} = invocation.options
  if (changed === undefined && !staged) return undefined
  const {openChanges} = await import('./changed/changes.ts')
  return openChanges(invocation, host)
}

/** What the command line sets for rules. They are loaded where it does. */
export async function ruleFlags({options: {rule}}: Lint): Promise<Readonly<Record<string, RuleSetting>>> {
  if (rule.length === 0) return {}
  const {readRuleSettings} = await import('../rule-settings.ts')
  return await readRuleSettings(rule)
}

/** What is known already, where that is asked for. */
export async function baselineFor(
  {options}: Lint,
  discovery: Discovery,
  host: Host,
): Promise<Baseline | undefined> {
  if (options.baseline === undefined && !options['update-baseline']) return undefined
  const {Baseline} = await import('./baseline.ts')
  return new Baseline(options, discovery, host)
}

/** Begins to read what was found earlier, where that is asked for. */
export async function openingFor({options}: Lint, host: Host): Promise<Opening | undefined> {
  if (!options.cache) {
    if (options['cache-location'] !== undefined) throw locationAlone()
    return undefined
  }
  const {beginCache} = await import('../cache/open.ts')
  return beginCache(options, host)
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
export async function fixingFor({options}: Lint, host: Host): Promise<Fixing | undefined> {
  if (!isFixing(options)) return undefined
  const {Fixing} = await import('./fixing.ts')
  return new Fixing(options, host)
}
