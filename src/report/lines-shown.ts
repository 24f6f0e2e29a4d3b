import type {Findings} from '../finding.ts'
import {type Fold, foldFindings, unfolded} from './fold.ts'

/** The lines that a report shows of a document: none, those of the findings that stand for many, or those of all. */
export type Shown = 'none' | 'folded' | 'all'

/** @param path of the document, as findings state it. */
export function linesShown(findings: Findings, path: string, shown: Shown): readonly number[] {
  const lines = new Set<number>()
  for (const {first} of foldsOf(findings, shown)) {
    lines.add(first.start.line)
    for (const place of first.related ?? []) if (place.path === path) lines.add(place.start.line)
  }
  return [...lines]
}

function foldsOf(findings: Findings, shown: Shown): Iterable<Fold> {
  if (shown === 'none') return []
  return shown === 'all' ? unfolded(findings) : foldFindings(findings)
}
