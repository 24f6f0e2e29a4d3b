import type {Findings} from '../finding.ts'
import {type Counts, FindingCounter} from '../finding-counts.ts'
import type {StoredReader} from './stored-reader.ts'
import type {StoredWriter} from './stored-writer.ts'

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

export function writeOutline({counts, lines}: Outline, out: StoredWriter): void {
  out.number(counts.errors, counts.warnings, counts.infos, counts.fixable)
  out.list(lines, (line) => out.number(line))
}

export function readOutline(stored: StoredReader): Outline {
  const counts = {
    errors: stored.number(),
    warnings: stored.number(),
    infos: stored.number(),
    fixable: stored.number(),
  }
  return {counts, lines: stored.list((one) => one.number(1))}
}
