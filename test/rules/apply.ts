import type {Edit, Finding} from '../../src/index.ts'

/** Applies the fixes of some findings, from the last to the first, leaving out what would overlap. */
export function applyFixes(source: string, findings: readonly Finding[]): string {
  let text = source
  for (const {start, end, text: replacement} of editsOf(findings).reverse()) {
    text = text.slice(0, start) + replacement + text.slice(end)
  }
  return text
}

/** The edits of the fixes in the order of the text. A fix goes in whole or not at all. */
export function editsOf(findings: readonly Finding[]): Edit[] {
  const chosen: Edit[] = []
  for (const {fix} of findings) {
    if (!fix || fix.edits.some((edit) => chosen.some((other) => overlaps(edit, other)))) continue
    chosen.push(...fix.edits)
  }
  return chosen.sort((a, b) => a.start - b.start)
}

function overlaps(a: Edit, b: Edit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end)
}
