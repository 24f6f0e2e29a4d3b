import type {Finding} from '../finding.ts'
import type {Fingerprint} from './model.ts'
import {ordinalsOf} from './ordinals.ts'

/**
 * The findings with their fingerprints, where they have none yet. Repeats are numbered, so that no two of a document have
 * the same.
 */
export function markFindings(
  findings: readonly Finding[],
  fingerprints: readonly Fingerprint[],
): readonly Finding[] {
  if (findings.every(({fingerprint}) => fingerprint !== undefined)) return findings
  const ordinals = ordinalsOf(fingerprints)
  return findings.map((finding, index) => {
    const {fingerprint = ''} = fingerprints[index] ?? {}
    const ordinal = ordinals[index] ?? 1
    return {fingerprint: ordinal > 1 ? `${fingerprint}-${ordinal}` : fingerprint, ...finding}
  })
}
