import {nameKey} from '../../text/normalize.ts'
import type {MatchedSides} from '../match/match.ts'
import type {BeforeAfter, Change} from '../model.ts'
import {compareRequirements} from '../requirement/compare.ts'
import {rowPath, rowPlace, type SideRow} from '../side.ts'
import {isMove} from './moves.ts'
import {pathBefore} from './paths.ts'

/** What became of a row; that it moved is said of all that moved with it. */
export function* rowChanges(before: SideRow, after: SideRow, sides: MatchedSides): Iterable<Change> {
  const [from, to] = [rowPath(before), rowPath(after)]
  const places = {before: rowPlace(before), after: rowPlace(after)}
  const onPath = {path: to, ...pathBefore(from, to), places}
  if (before.key !== after.key) {
    const evidence = sides.evidence.get(after) ?? []
    yield {kind: 'renamed', entity: 'subcategory', from, to, evidence, places}
  } else if (before.entry.name !== after.entry.name && !isMove(before, after, sides)) {
    yield {kind: 'reformatted', entity: 'subcategory', ...onPath, what: 'name'}
  }
  yield* requirementChanges(before, after, sides, onPath)
  yield* noteChanges(before, after, onPath)
}

type OnPath = Pick<Change & {readonly kind: 'reformatted'}, 'path' | 'pathBefore' | 'places'>

function* requirementChanges(
  {entry: before}: SideRow,
  {entry: after}: SideRow,
  {identity}: MatchedSides,
  onPath: OnPath,
): Iterable<Change> {
  const qualification = {before: before.qualification, after: after.qualification}
  const isSameText = before.qualification === after.qualification
  if (isSameText && JSON.stringify(before.requirement) === JSON.stringify(after.requirement)) return
  const compared = compareRequirements(before.requirement, after.requirement, identity)
  const {effect, licenses} = compared
  const areRenamed = licenses.added.length + licenses.removed.length > 0
  if (!compared.isSame) {
    yield {
      kind: 'changed',
      entity: 'requirement',
      ...onPath,
      effect,
      ...(compared.isAmbiguous ? {ambiguous: true} : {}),
      ...(compared.isTooLarge ? {tooLarge: true} : {}),
      before: before.requirement,
      after: after.requirement,
      qualification,
      licenses,
    }
  } else if (!isSameText) {
    const others = areRenamed ? {licenses} : {}
    yield {kind: 'reformatted', entity: 'requirement', ...onPath, what: 'text', qualification, ...others}
  }
}

function* noteChanges({entry: before}: SideRow, {entry: after}: SideRow, onPath: OnPath): Iterable<Change> {
  const note: BeforeAfter = {before: before.note || null, after: after.note || null}
  if (note.before === note.after) return
  const isSame = nameKey(note.before ?? '') === nameKey(note.after ?? '')
  if (isSame) yield {kind: 'reformatted', entity: 'subcategory', ...onPath, what: 'note', note}
  else yield {kind: 'changed', entity: 'subcategory', ...onPath, note}
}
