import {groupBy} from '../../text/group-by.ts'
import type {SideCategory, SideDocument} from '../side.ts'
import type {Matching} from './matching.ts'
import {sharedKeys} from './shared-keys.ts'

/** Pairs categories of one name: within a document first. */
export function pairNamesakes(
  before: readonly SideCategory[],
  after: readonly SideCategory[],
  documents: Matching<SideDocument>,
  matching: Matching<SideCategory>,
): void {
  const byDocument = groupBy(after, ({document}) => document)
  for (const [document, own] of groupBy(before, (category) => category.document)) {
    const partner = documents.afterOf(document)
    pairBest(own, (partner && byDocument.get(partner)) ?? [], matching)
  }
  pairBest(matching.freeBefore(before), matching.freeAfter(after), matching)
}

/**
 * Pairs as many as there are: those first that have most rows in common, of equal ones those nearest to each other in
 * order. The same from either side.
 */
function pairBest(
  before: readonly SideCategory[],
  after: readonly SideCategory[],
  matching: Matching<SideCategory>,
): void {
  const counts = rowsInCommon(before, after)
  const pairs = pairsOfPlaces(before.length, after.length).flatMap(([i, j]) => {
    const [one, other] = [before[i], after[j]]
    if (!one || !other) return []
    return [{one, other, count: counts.get(one)?.get(other) ?? 0, distance: Math.abs(i - j), sum: i + j}]
  })
  pairs.sort((a, b) => b.count - a.count || a.distance - b.distance || a.sum - b.sum)
  for (const {one, other} of pairs) {
    if (!matching.afterOf(one) && !matching.beforeOf(other)) matching.pair(one, other)
  }
}

function rowsInCommon(before: readonly SideCategory[], after: readonly SideCategory[]) {
  const counts = new Map<SideCategory, Map<SideCategory, number>>()
  if (before.length * after.length < 2) return counts
  const shared = sharedKeys(before, after, ({rows}) =>
    rows.map(({group, key}) => JSON.stringify([group, key])),
  )
  for (const {before: one, after: other, count} of shared) {
    const own = counts.get(one) ?? new Map<SideCategory, number>()
    counts.set(one, own.set(other, count))
  }
  return counts
}

/** Each with each; of very many only those at one place. */
function pairsOfPlaces(before: number, after: number): readonly (readonly [number, number])[] {
  const isMany = before * after > 10_000
  return Array.from({length: before}, (_, i) =>
    isMany ? [[i, i] as const] : Array.from({length: after}, (_, j) => [i, j] as const),
  ).flat()
}
