import type {Edit} from '../finding.ts'

/** The text after edits that follow each other without overlap. What no edit names stays as it is. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let at = 0
  for (const {start, end, text} of edits) {
    parts.push(source.slice(at, start), text)
    at = end
  }
  return parts.join('') + source.slice(at)
}
