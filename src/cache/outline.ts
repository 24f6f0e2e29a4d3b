import type {Findings} from '../finding.ts'
import {type Counts, FindingCounter} from '../finding-counts.ts'

/** What a run must know of the findings in a document before they are reported. */
export interface Outline {
  readonly counts: Counts
  /** The lines of the document that a report may show. */
  readonly lines: readonly number[]
}

/** @param path of the document, as findings state it. */
export function outlineOf(findings: Findings, path: string): Outline {
  const counter = new FindingCounter()
  const lines = new Set<number>()
  for (const finding of findings) {
    counter.add(finding)
    lines.add(finding.start.line)
    for (const place of finding.related ?? []) if (place.path === path) lines.add(place.start.line)
  }
  return {counts: counter.counts, lines: [...lines]}
}
