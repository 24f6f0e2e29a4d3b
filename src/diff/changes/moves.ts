import {groupBy} from '../../text/group-by.ts'
import type {MatchedSides} from '../match/match.ts'
import type {Moved, MovedSubcategory} from '../model.ts'
import {pathOf, placeOf, rowPath, rowPlace, type SideCategory, type SideRow} from '../side.ts'

interface Move {
  readonly before: SideRow
  readonly after: SideRow
}

/** The rows that came from elsewhere, by the category that they have come to; those that went together as one. */
export function movesInto(sides: MatchedSides): ReadonlyMap<SideCategory, readonly Moved[]> {
  const moves = sides.after.categories.flatMap(({rows}) =>
    rows.flatMap((after) => {
      const before = sides.rows.beforeOf(after)
      return before && isMove(before, after, sides) ? [{before, after}] : []
    }),
  )
  const intoEach = groupBy(moves, ({after}) => after.category)
  return new Map([...intoEach].map(([category, all]) => [category, together(all)]))
}

export function isMove(before: SideRow, after: SideRow, {categories}: MatchedSides): boolean {
  const isElsewhere = categories.afterOf(before.category) !== after.category || before.group !== after.group
  return isElsewhere && before.key === after.key
}

/** Rows that came from one place to one place are one change. */
function together(moves: readonly Move[]): readonly Moved[] {
  const origins = groupBy(moves, ({before}) => before.category)
  return [...origins.values()].flatMap((all) => {
    const ways = groupBy(all, ({before, after}) => JSON.stringify([before.entry.group, after.entry.group]))
    return [...ways.values()].map(toMoved)
  })
}

function toMoved(moves: readonly Move[]): Moved {
  const [first] = moves
  if (!first) throw new Error('a way that no row has gone')
  const {before, after} = first
  if (moves.length === 1) {
    const places = {before: rowPlace(before), after: rowPlace(after)}
    return {kind: 'moved', entity: 'subcategory', from: rowPath(before), to: rowPath(after), places}
  }
  return {
    kind: 'moved',
    entity: 'category',
    from: placePath(before),
    to: placePath(after),
    subcategories: moves.map(toListed),
    places: {before: placeOf(before.category), after: placeOf(after.category)},
  }
}

function toListed({before, after}: Move): MovedSubcategory {
  const [nameBefore, name] = [before.entry.name, after.entry.name]
  return {name, ...(nameBefore === name ? {} : {nameBefore})}
}

function placePath({category, entry: {group}}: SideRow) {
  return pathOf(category, group === undefined ? {} : {group})
}
