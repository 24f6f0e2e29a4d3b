import type {Finding} from '../finding.ts'
import type {Fingerprint, KnownFindings} from './model.ts'

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
  const seen = new Map<string, number>()
  const known: Finding[] = []
  const fresh: Finding[] = []
  for (const [index, finding] of findings.entries()) {
    const {fingerprint} = fingerprints[index] ?? {fingerprint: ''}
    const count = (seen.get(fingerprint) ?? 0) + 1
    seen.set(fingerprint, count)
    if (count <= (baseline.get(fingerprint) ?? 0)) known.push(finding)
    else fresh.push(finding)
  }
  return {known, fresh}
}
