import type {Finding, Findings} from '../finding.ts'
import type {FindingCollector} from '../finding-order.ts'
import type {Fingerprint} from './model.ts'
import {countOrdinals} from './ordinals.ts'

/** The findings with their fingerprints. Repeats are numbered, so that no two of a document have the same. */
export function markFindings<F extends Findings>(
  findings: Findings,
  fingerprintOf: (finding: Finding) => Fingerprint,
  marked: FindingCollector<F>,
): F {
  const ordinalOf = countOrdinals()
  for (const finding of findings) {
    const {fingerprint} = fingerprintOf(finding)
    const ordinal = ordinalOf(fingerprint)
    marked.add({fingerprint: ordinal > 1 ? `${fingerprint}-${ordinal}` : fingerprint, ...finding})
  }
  return marked.inOrder()
}
