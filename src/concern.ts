import {contractsOf} from './contracts.ts'
import type {TableContract} from './dataset/contract.ts'
import type {LintOptions} from './lint.ts'
import type {ReadText} from './lint-read.ts'
import {Prefilter} from './prefilter/prefilter.ts'

const prefilters = new WeakMap<readonly TableContract[], Prefilter>()

/** Whether there may be anything to find in a text. Where not, it need not be parsed: see {@link readWithout}. */
export function mayConcern(source: string, options: LintOptions): boolean {
  if (options.fast === false || options.extraRules?.length) return true
  const contracts = contractsOf(options)
  const prefilter = prefilters.get(contracts) ?? new Prefilter(contracts)
  prefilters.set(contracts, prefilter)
  return prefilter.mayConcern(source)
}

/** A text with nothing in it to find, as if it had been read. */
export function readWithout(source: string, path: string): ReadText {
  return {
    source,
    path,
    needsDefinitions: false,
    define: () => ({tables: [], columns: []}),
    hasTargets: () => true,
    lint: () => [],
    fingerprint: () => [],
  }
}
