import {contractsOf} from './contracts.ts'
import type {TableContract} from './dataset/contract.ts'
import type {Finding} from './finding.ts'
import type {LintOptions} from './lint.ts'
import type {ReadText} from './lint-read.ts'
import {Prefilter} from './prefilter/prefilter.ts'

const prefilters = new WeakMap<readonly TableContract[], Prefilter>()

/** Whether there may be anything to find in a text. Where not, it need not be parsed: see {@link readWithout}. */
export function mayConcern(source: string, options: LintOptions): boolean {
  if (options.fast === false || options.extraRules?.length) return true
  const contracts = contractsOf(options)
  const known = prefilters.get(contracts)
  if (!known && contracts.some((contract) => isPlainlyFor(contract, source))) return true
  const prefilter = known ?? new Prefilter(contracts)
  prefilters.set(contracts, prefilter)
  return prefilter.mayConcern(source)
}

/** Whether cells end with header words of a contract, as they mostly do: for such documents alone no prefilter need be made. */
function isPlainlyFor({columns}: TableContract, source: string): boolean {
  const required = columns.filter(({isRequired}) => isRequired)
  const endsCell = (word: string) => source.includes(`${word}|`) || source.includes(`${word} |`)
  return required.length > 0 && required.every(({names}) => names.some(endsCell))
}

/** A text with nothing in it to find, as if it had been read. */
export function readWithout(source: string, path: string): ReadText<readonly Finding[]> {
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
