import {fixText} from '../../src/index.ts'
import {mutate} from '../harness/mutate.ts'
import {check} from '../invariants/check.ts'
import {documents, type Fixture, hash} from '../invariants/fixtures.ts'
import {safeFixViolations} from './violations.ts'

/** Small ones, so that there is time for many. */
const fixtures = documents.filter(({source}) => source.length < 1500)

/** Where the seeds begin: the same each time, unless a longer run sets another. */
const firstSeed = Number(process.env.FIXING_SEED ?? 1)
const each = Number(process.env.FIXING_TEXTS ?? 2500)

/** Half a minute on a free machine; a longer run takes longer. */
export const patience = 120_000 * Math.max(2, each / 2500)

/** A quarter of the mutations, for a file of tests of their own. */
export function mutationsOf(quarter: number): readonly number[] {
  return Array.from({length: each}, (_, index) => firstSeed + quarter * each + index)
}

/** What is wrong with the fixes of a fixture with mistakes in it. */
export function violationsOf(seed: number): readonly string[] {
  const fixture = pick(hash(`fixture ${seed}`))
  const source = mutate(fixture.source, seed, pick(hash(`partner ${seed}`)).source)
  const checked = check(source)
  const isFixed = checked.findings.some(({fix}) => fix?.safe)
  const found = isFixed ? [...safeFixViolations(source, checked), ...endingViolations(source)] : []
  return found.map((text) => `seed ${seed} (${fixture.name}): ${text}`)
}

function pick(number: number): Fixture {
  return fixtures[number % fixtures.length] as Fixture
}

/** Where fixing ends, there is nothing left to fix: fixing again changes nothing. */
function endingViolations(source: string): readonly string[] {
  const {findings, complete} = fixText(source)
  const isDone = complete && !findings.some(({fix}) => fix?.safe)
  return isDone ? [] : ['fixing does not end, or leaves something to fix']
}
