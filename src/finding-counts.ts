import type {Findings} from './finding.ts'

/** How many findings there are of each level. */
export interface Counts {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** How many have a safe fix. */
  readonly fixable: number
}

export function countFindings(findings: Findings): Counts {
  if (findings.counts) return findings.counts
  const counts = {errors: 0, warnings: 0, infos: 0, fixable: 0}
  for (const {level, fix} of findings) {
    counts[`${level}s`]++
    if (fix?.safe) counts.fixable++
  }
  return counts
}
