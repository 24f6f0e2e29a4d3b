import {chooseFixes} from '../../src/fix/choose.ts'
import type {Edit, Finding} from '../../src/index.ts'
import {applyEdits} from '../../src/text/apply-edits.ts'

/** Applies the fixes of some findings once, leaving out what would overlap. */
export function applyFixes(source: string, findings: readonly Finding[]): string {
  return applyEdits(source, editsOf(source, findings))
}

/** The edits of the fixes in the order of the text. */
export function editsOf(source: string, findings: readonly Finding[]): readonly Edit[] {
  const fixes = findings.flatMap(({fix}) => fix ?? [])
  return chooseFixes(fixes, source).edits
}
