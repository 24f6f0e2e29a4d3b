import type {Finding, Findings} from './finding.ts'
import {stableOrder} from './text/stable-order.ts'

/** Takes findings up rule by rule, and gives them back in the order of the document. */
export interface FindingCollector<F extends Findings = Findings> {
  add(finding: Finding): void
  inOrder(): F
}

/** Keeps findings as they are. */
export class LooseFindings implements FindingCollector<readonly Finding[]> {
  readonly #findings: Finding[] = []

  add(finding: Finding): void {
    this.#findings.push(finding)
  }

  inOrder(): readonly Finding[] {
    return inOrder(this.#findings)
  }
}

/** By where they begin, then as they came: in the order of the rules. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const sorted: Finding[] = []
  for (const index of stableOrder(findings.map(({start}) => start.offset))) {
    const finding = findings[index]
    if (finding) sorted.push(finding)
  }
  return sorted
}
