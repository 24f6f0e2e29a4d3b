import type {Finding, Findings} from './finding.ts'

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
  const counter = new FindingCounter()
  for (const finding of findings) counter.add(finding)
  return counter.counts
}

/** Counts findings as they are gone through. */
export class FindingCounter {
  readonly #counts = {errors: 0, warnings: 0, infos: 0, fixable: 0}

  add({level, fix}: Pick<Finding, 'level' | 'fix'>): void {
    this.#counts[`${level}s`]++
    if (fix?.safe) this.#counts.fixable++
  }

  get counts(): Counts {
    return this.#counts
  }
}
