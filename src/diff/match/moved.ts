import {groupBy} from '../../text/group-by.ts'
import type {Side, SideCategory, SideDocument, SideRow} from '../side.ts'
import type {Matching} from './matching.ts'
import {onlyCandidates} from './shared-keys.ts'

/**
 * Rows that have their names and stand elsewhere: in another group of their category, else in another category of their
 * document, else in another document. One that could have come from several places is taken to have gone where others
 * went from its place, or is left.
 */
export function matchMoved(
  {before, after, documents, categories}: SidesToMatch,
  rows: Matching<SideRow>,
): void {
  for (const category of before.categories) {
    const partner = categories.afterOf(category)
    if (partner) pairUnique(category.rows, partner.rows, rows)
  }
  for (const document of before.documents) {
    const partner = documents.afterOf(document)
    if (partner) pairBetween(document, partner, rows)
  }
  if (before.documents.length > 1 || after.documents.length > 1) pairBetween(before, after, rows)
}

interface SidesToMatch {
  readonly before: Side
  readonly after: Side
  readonly documents: Matching<SideDocument>
  readonly categories: Matching<SideCategory>
}

function pairBetween(
  before: Pick<Side, 'categories'>,
  after: Pick<Side, 'categories'>,
  rows: Matching<SideRow>,
): void {
  const [left, right] = [before, after].map((side) => side.categories.flatMap((category) => category.rows))
  if (!left || !right) return
  pairUnique(left, right, rows)
  pairFollowing(left, right, rows)
}

function pairUnique(before: readonly SideRow[], after: readonly SideRow[], rows: Matching<SideRow>): void {
  const named = byName(rows.freeAfter(after))
  for (const [key, [row, ...more]] of byName(rows.freeBefore(before))) {
    const [other, ...others] = named.get(key) ?? []
    if (row && other && more.length === 0 && others.length === 0) rows.pair(row, other)
  }
}

function pairFollowing(before: readonly SideRow[], after: readonly SideRow[], rows: Matching<SideRow>): void {
  const places = new Places()
  const ways = new Set<string>()
  for (const row of before) {
    const partner = rows.afterOf(row)
    if (partner) ways.add(places.way(row, partner))
  }
  const named = byName(rows.freeAfter(after))
  for (const [key, ones] of byName(rows.freeBefore(before))) {
    const others = named.get(key) ?? []
    if (ones.length * others.length > mostCandidates) continue
    const pairs = ones.flatMap((row) => others.map((other) => ({before: row, after: other})))
    const followed = pairs.filter((pair) => ways.has(places.way(pair.before, pair.after)))
    for (const pair of onlyCandidates(followed)) rows.pair(pair.before, pair.after)
  }
}

/** A name that stands in so many places tells nothing of where a row has gone. */
const mostCandidates = 400

/** Categories and groups by number, so that ways between them can be told apart. */
class Places {
  readonly #numbers = new Map<SideCategory, number>()

  way(before: SideRow, after: SideRow): string {
    return JSON.stringify([this.#numberOf(before), before.group, this.#numberOf(after), after.group])
  }

  #numberOf({category}: SideRow): number {
    const number = this.#numbers.get(category) ?? this.#numbers.size
    this.#numbers.set(category, number)
    return number
  }
}

/** A row without a name cannot be followed. */
function byName(rows: readonly SideRow[]): ReadonlyMap<string, readonly SideRow[]> {
  return groupBy(
    rows.filter(({key}) => key !== ''),
    ({key}) => key,
  )
}
