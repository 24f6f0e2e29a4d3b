import type {BaselineEntry, Fingerprint} from './model.ts'

/** A document of a run and everything that was found in it. */
export interface CheckedPath {
  readonly path: string
  readonly found: readonly Fingerprint[]
  /** Whether a rule could have found anything there. */
  readonly isRun: (rule: string) => boolean
}

/** What is to become of a baseline after a run. */
export interface Update {
  readonly entries: readonly BaselineEntry[]
  /** How many findings are in it now that were not, and were in it and are found no more. */
  readonly added: number
  readonly removed: number
}

/**
 * Records what a run found. Entries that it could not have found stay: those of documents that were no part of it,
 * as long as they exist, and those of rules that were off.
 */
export function updateBaseline(
  entries: readonly BaselineEntry[],
  checked: readonly CheckedPath[],
  exists: (path: string) => boolean,
): Update {
  const byPath = new Map(checked.map((one) => [one.path, one]))
  const isKept = ({path, rule}: BaselineEntry) => {
    const here = byPath.get(path)
    return here ? !here.isRun(rule) : exists(path)
  }
  const today = new Map(checked.flatMap(countFound).map((entry) => [entry.fingerprint, entry]))
  const kept = entries.filter((entry) => isKept(entry) && !today.has(entry.fingerprint))
  const next = [...kept, ...today.values()]
  return {entries: next, added: excess(next, entries), removed: excess(entries, next)}
}

/** How many findings a baseline counts that the documents of a run no longer have. */
export function countStale(entries: readonly BaselineEntry[], checked: readonly CheckedPath[]): number {
  return updateBaseline(entries, checked, () => true).removed
}

function countFound({path, found}: CheckedPath): readonly BaselineEntry[] {
  const counts = new Map<string, BaselineEntry>()
  for (const one of found) {
    const {count} = counts.get(one.fingerprint) ?? {count: 0}
    counts.set(one.fingerprint, {...one, path, count: count + 1})
  }
  return [...counts.values()]
}

/** How many more findings the one counts than the other. */
function excess(entries: readonly BaselineEntry[], others: readonly BaselineEntry[]): number {
  const counts = new Map(others.map(({fingerprint, count}) => [fingerprint, count]))
  const missing = entries.map(({fingerprint, count}) => Math.max(0, count - (counts.get(fingerprint) ?? 0)))
  return missing.reduce((sum, count) => sum + count, 0)
}
