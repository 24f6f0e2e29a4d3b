import type {Side, SideDocument} from '../side.ts'
import {Matching} from './matching.ts'
import {onlyCandidates, sharedKeys} from './shared-keys.ts'

/**
 * Which document is which: of one and one the path does not matter, of several a path stays, and one that has another
 * path is known by its bytes, or by most of its rows.
 */
export function matchDocuments(before: Side, after: Side): Matching<SideDocument> {
  const matching = new Matching<SideDocument>()
  const [one, ...more] = before.documents
  const [other, ...others] = after.documents
  if (one && other && more.length === 0 && others.length === 0) {
    matching.pair(one, other)
    return matching
  }
  const paths = new Map(after.documents.map((document) => [document.path, document]))
  for (const document of before.documents) {
    const same = paths.get(document.path)
    if (same) matching.pair(document, same)
  }
  pairByKeys(before, after, matching, ({sha256}) => [sha256])
  pairByKeys(before, after, matching, statementsOf)
  return matching
}

function pairByKeys(
  before: Side,
  after: Side,
  matching: Matching<SideDocument>,
  keysOf: (document: SideDocument) => readonly string[],
): void {
  const pairs = sharedKeys(
    matching.freeBefore(before.documents),
    matching.freeAfter(after.documents),
    keysOf,
  ).filter((pair) => 2 * pair.count > Math.max(keysOf(pair.before).length, keysOf(pair.after).length))
  for (const pair of onlyCandidates(pairs)) matching.pair(pair.before, pair.after)
}

function statementsOf({categories}: SideDocument): readonly string[] {
  return categories.flatMap(({key, rows}) => [
    key,
    ...rows.map((row) => JSON.stringify([key, row.group, row.key])),
  ])
}
