import type {Finding} from '../finding.ts'
import type {Fingerprint, KnownFindings} from './model.ts'
import {ordinalsOf} from './ordinals.ts'

/** Findings parted into those that a baseline knows and those that it does not. */
export interface Split {
  readonly known: readonly Finding[]
  readonly fresh: readonly Finding[]
}

/** Of several findings with one fingerprint as many are known as the baseline counts, the first ones. */
export function splitKnown(
  findings: readonly Finding[],
  fingerprints: readonly Fingerprint[],
  baseline: KnownFindings,
): Split {
  const ordinals = ordinalsOf(fingerprints)
  const isKnown = findings.map((_, index) => {
    const {fingerprint = ''} = fingerprints[index] ?? {}
    return (ordinals[index] ?? 1) <= (baseline.get(fingerprint) ?? 0)
  })
  return {
    known: findings.filter((_, index) => isKnown[index]),
    fresh: findings.filter((_, index) => !isKnown[index]),
  }
}
