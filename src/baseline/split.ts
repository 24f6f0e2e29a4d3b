import type {Finding} from '../finding.ts'
import type {Fingerprint, KnownFindings} from './model.ts'
import {ordinalsOf} from './ordinals.ts'

/** Findings parted into those that a baseline knows and those that it does not. */
export interface Split {
  readonly known: readonly Finding[]
  readonly fresh: readonly Finding[]
}

/**
 * Of several findings with one fingerprint as many are known as the baseline counts, the first ones.
 *
 * @param isLeft whether a finding counts for nothing in any case: such come first, so that they use up what is known.
 */
export function splitKnown(
  findings: readonly Finding[],
  fingerprints: readonly Fingerprint[],
  baseline: KnownFindings,
  isLeft: (finding: Finding) => boolean = () => false,
): Split {
  const all = findings.map((finding, index) => ({
    finding,
    fingerprint: fingerprints[index]?.fingerprint ?? '',
  }))
  const inTurn = [
    ...all.filter(({finding}) => isLeft(finding)),
    ...all.filter(({finding}) => !isLeft(finding)),
  ]
  const ordinals = ordinalsOf(inTurn)
  const known = new Set(
    inTurn.flatMap(({finding, fingerprint}, index) =>
      (ordinals[index] ?? 1) <= (baseline.get(fingerprint) ?? 0) ? [finding] : [],
    ),
  )
  return {
    known: findings.filter((finding) => known.has(finding)),
    fresh: findings.filter((finding) => !known.has(finding)),
  }
}
