import {groupBy} from '../../text/group-by.ts'

/** How many keys two things have in common. */
export interface Shared<T> {
  readonly before: T
  readonly after: T
  readonly count: number
}

/**
 * The pairs that have keys in common. A key that many have tells nothing of any, and comparing each of those with each
 * would take time.
 */
export function sharedKeys<T>(
  before: readonly T[],
  after: readonly T[],
  keysOf: (item: T) => readonly string[],
): readonly Shared<T>[] {
  const owners = groupBy(holdings(after, keysOf), ({key}) => key)
  const counts = new Map<T, Map<T, number>>()
  for (const [key, ones] of groupBy(holdings(before, keysOf), (held) => held.key)) {
    const others = owners.get(key) ?? []
    if (ones.length > mostOwners || others.length > mostOwners) continue
    for (const {item} of ones) {
      const own = counts.get(item) ?? new Map<T, number>()
      counts.set(item, own)
      for (const other of others) own.set(other.item, (own.get(other.item) ?? 0) + 1)
    }
  }
  return [...counts].flatMap(([one, own]) =>
    [...own].map(([other, count]) => ({before: one, after: other, count})),
  )
}

const mostOwners = 20

/** The pairs in which each is the other's only candidate. */
export function onlyCandidates<P extends {readonly before: object; readonly after: object}>(
  pairs: readonly P[],
): readonly P[] {
  const counts = new Map<object, number>()
  for (const item of pairs.flatMap(({before, after}) => [before, after])) {
    counts.set(item, (counts.get(item) ?? 0) + 1)
  }
  return pairs.filter(({before, after}) => counts.get(before) === 1 && counts.get(after) === 1)
}

function holdings<T>(items: readonly T[], keysOf: (item: T) => readonly string[]) {
  return items.flatMap((item) => [...new Set(keysOf(item))].map((key) => ({key, item})))
}
