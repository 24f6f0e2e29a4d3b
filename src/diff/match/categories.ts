import {groupBy} from '../../text/group-by.ts'
import type {Evidence, Rename} from '../model.ts'
import {categoryKey, type Side, type SideCategory, type SideDocument} from '../side.ts'
import {Matching} from './matching.ts'
import {overlap} from './names.ts'
import {pairNamesakes} from './namesakes.ts'
import {onlyCandidates, type Shared, sharedKeys} from './shared-keys.ts'

interface CategoriesToMatch {
  readonly before: Side
  readonly after: Side
  readonly documents: Matching<SideDocument>
  readonly renames: readonly Rename[]
  /** Takes what speaks for other names. */
  readonly evidence: Map<object, readonly Evidence[]>
}

/** Which category is which: by what the caller says, by name, else by rows. */
export function matchCategories(given: CategoriesToMatch): Matching<SideCategory> {
  const matching = new Matching<SideCategory>()
  const stated = new Map(
    given.renames.map(({from, to}) => [categoryKey(from[0] ?? null), categoryKey(to[0] ?? null)]),
  )
  const renamed = given.before.categories.filter(({key}) => stated.has(key))
  matchNamed(given, renamed, ({key}) => stated.get(key) ?? key, matching)
  for (const category of renamed) {
    const partner = matching.afterOf(category)
    if (partner) given.evidence.set(partner, ['stated'])
  }
  matchNamed(given, given.before.categories, ({key}) => key, matching)
  for (const document of given.before.documents) {
    const partner = given.documents.afterOf(document)
    if (partner) matchKept(document, partner, given, matching)
  }
  matchKept(given.before, given.after, given, matching)
  return matching
}

function matchNamed(
  {after, documents}: CategoriesToMatch,
  categories: readonly SideCategory[],
  keyOf: (category: SideCategory) => string,
  matching: Matching<SideCategory>,
): void {
  const named = groupBy(matching.freeAfter(after.categories), ({key}) => key)
  for (const [key, ones] of groupBy(matching.freeBefore(categories), keyOf)) {
    pairNamesakes(ones, named.get(key) ?? [], documents, matching)
  }
}

type Categories = Pick<Side, 'categories'>

/** Categories of which neither name stands on the other side, and that have most of their rows in common. */
function matchKept(
  {categories: before}: Categories,
  {categories: after}: Categories,
  {evidence}: CategoriesToMatch,
  matching: Matching<SideCategory>,
): void {
  const names = new Set(before.map(({key}) => key))
  const others = new Set(after.map(({key}) => key))
  const pairs = sharedKeys(
    matching.freeBefore(before).filter(({key}) => !others.has(key)),
    matching.freeAfter(after).filter(({key}) => !names.has(key)),
    ({rows}) => rows.map(({group, key}) => JSON.stringify([group, key])),
  )
  const candidates = pairs.flatMap((pair) => {
    const own = evidenceFor(pair)
    return own ? [{...pair, own}] : []
  })
  for (const {before: one, after: other, own} of onlyCandidates(candidates)) {
    matching.pair(one, other)
    evidence.set(other, own)
  }
}

function evidenceFor({before, after, count}: Shared<SideCategory>): readonly Evidence[] | undefined {
  if (2 * count <= Math.max(before.rows.length, after.rows.length)) return undefined
  if (overlap(before.name ?? '', after.name ?? '') !== 'none') return ['rows', 'names']
  // A single row may well stand in two categories.
  return count > 1 ? ['rows'] : undefined
}
