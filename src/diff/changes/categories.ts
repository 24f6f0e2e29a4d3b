import type {MatchedSides} from '../match/match.ts'
import type {Change, EntryPath} from '../model.ts'
import {pathOf, placeOf, rowPath, rowPlace, type SideCategory, type SideRow} from '../side.ts'
import {movesInto} from './moves.ts'
import {isInOrder} from './order.ts'
import {pathBefore} from './paths.ts'
import {rowChanges} from './rows.ts'

/** The changes category by category as the second dataset has them, and then the categories that it has no more. */
export function* categoryChanges(sides: MatchedSides): Iterable<Change> {
  const moves = movesInto(sides)
  for (const category of sides.after.categories) {
    const before = sides.categories.beforeOf(category)
    if (before) yield* ownChanges(before, category, sides)
    else yield stated('added', category, sides.rows.freeAfter(category.rows))
    yield* moves.get(category) ?? []
    for (const row of category.rows) {
      const rowBefore = sides.rows.beforeOf(row)
      if (rowBefore) yield* rowChanges(rowBefore, row, sides)
      else if (before) yield statedRow('added', row)
    }
    for (const row of before ? sides.rows.freeBefore(before.rows) : []) yield statedRow('removed', row)
  }
  for (const category of sides.categories.freeBefore(sides.before.categories)) {
    yield stated('removed', category, sides.rows.freeBefore(category.rows))
  }
}

/** What became of the category itself. */
function* ownChanges(before: SideCategory, after: SideCategory, sides: MatchedSides): Iterable<Change> {
  const [from, to] = [pathOf(before), pathOf(after)]
  const places = {before: placeOf(before), after: placeOf(after)}
  if (before.key !== after.key) {
    const evidence = sides.evidence.get(after) ?? []
    yield {kind: 'renamed', entity: 'category', from, to, evidence, places}
  }
  if (sides.documents.afterOf(before.document) !== after.document) {
    yield {kind: 'moved', entity: 'category', from, to, places}
  }
  const reformatted = {
    kind: 'reformatted',
    entity: 'category',
    path: to,
    ...pathBefore(from, to),
    places,
  } as const
  if (before.key === after.key && before.name !== after.name) yield {...reformatted, what: 'name'}
  const kept = before.rows.filter((row) => {
    const partner = sides.rows.afterOf(row)
    return partner?.category === after && partner.group === row.group
  })
  for (const [path, own] of reformattedGroups(kept, sides)) {
    yield {...reformatted, path, ...pathBefore(own, path), what: 'name'}
  }
  if (!isInOrder(kept, after.rows, sides.rows)) yield {...reformatted, what: 'order'}
}

/** The paths of groups by those that they had before, where the names differ by width, case or blanks. */
function reformattedGroups(
  rows: readonly SideRow[],
  {rows: matching}: MatchedSides,
): Iterable<readonly [path: EntryPath, before: EntryPath]> {
  const groups = new Map<string, readonly [EntryPath, EntryPath]>()
  for (const row of rows) {
    const partner = matching.afterOf(row)
    const [own, other] = [row.entry.group, partner?.entry.group]
    if (!partner || own === undefined || other === undefined || own === other) continue
    const paths = [pathOf(partner.category, {group: other}), pathOf(row.category, {group: own})] as const
    groups.set(JSON.stringify(paths), paths)
  }
  return groups.values()
}

function stated(kind: 'added' | 'removed', category: SideCategory, rows: readonly SideRow[]): Change {
  const subcategories = rows.map(({entry: {name, group, line, qualification, requirement}}) => ({
    name,
    ...(group === undefined ? {} : {group}),
    line,
    qualification,
    requirement,
  }))
  const places = {[kind === 'added' ? 'after' : 'before']: placeOf(category)}
  return {kind, entity: 'category', path: pathOf(category), subcategories, places}
}

function statedRow(kind: 'added' | 'removed', row: SideRow): Change {
  const {qualification, requirement} = row.entry
  const places = {[kind === 'added' ? 'after' : 'before']: rowPlace(row)}
  return {kind, entity: 'subcategory', path: rowPath(row), qualification, requirement, places}
}
