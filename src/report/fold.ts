import type {Finding} from '../finding.ts'

/** A finding, and those of its kind that are not shown one by one. */
export interface Fold {
  readonly first: Finding
  readonly rest: readonly Finding[]
}

/**
 * Puts together the findings of one file that say the same of many rows: warnings and infos of one message
 * that come twice in some table. A fold stands where its first finding stands.
 */
export function foldFindings(findings: readonly Finding[]): readonly Fold[] {
  const repeated = repeatedKinds(findings)
  const open = new Map<string, Finding[]>()
  const folds: Fold[] = []
  for (const finding of findings) {
    const kind = kindOf(finding)
    const rest = open.get(kind)
    if (rest) {
      rest.push(finding)
      continue
    }
    const fold = {first: finding, rest: []}
    folds.push(fold)
    if (repeated.has(kind)) open.set(kind, fold.rest)
  }
  return folds
}

/** In how many tables the findings stand. */
export function countTables(findings: readonly Finding[]): number {
  return new Set(findings.flatMap(({table}) => table ?? [])).size
}

/** The kinds of finding that come more than once in a table. */
function repeatedKinds(findings: readonly Finding[]): ReadonlySet<string> {
  const tables = new Map<string, Set<number>>()
  const repeated = new Set<string>()
  if (findings.length < 2) return repeated
  for (const finding of findings) {
    if (finding.level === 'error' || finding.table === undefined) continue
    const kind = kindOf(finding)
    const seen = tables.get(kind) ?? new Set()
    if (seen.has(finding.table)) repeated.add(kind)
    tables.set(kind, seen.add(finding.table))
  }
  return repeated
}

function kindOf({rule, messageId, level}: Finding): string {
  return `${rule}\n${messageId}\n${level}`
}
