import type {MatchedSides} from '../match/match.ts'
import type {Change, Reformatted} from '../model.ts'
import type {SideDocument} from '../side.ts'
import {isInOrder} from './order.ts'
import {pathBefore} from './paths.ts'

/** What became of the documents where their data tell nothing of it. */
export function* documentChanges(sides: MatchedSides, others: readonly Change[]): Iterable<Change> {
  const touchedBefore = new Set(others.map(({places}) => places.before?.document))
  const touchedAfter = new Set(others.map(({places}) => places.after?.document))
  const {before, after} = sides
  const isOneEach = before.documents.length === 1 && after.documents.length === 1
  for (const document of after.documents) {
    const was = sides.documents.beforeOf(document)
    if (!was) continue
    const what = difference(was, document, {
      isRenamed: !isOneEach && was.path !== document.path,
      isInOrder: isInOrder(was.categories, document.categories, sides.categories),
      isTouched: touchedBefore.has(was.path) || touchedAfter.has(document.path),
    })
    if (what) yield {...toChange(was, document), what}
  }
}

interface Signs {
  readonly isRenamed: boolean
  readonly isInOrder: boolean
  readonly isTouched: boolean
}

function difference(
  before: SideDocument,
  after: SideDocument,
  {isRenamed, isInOrder, isTouched}: Signs,
): Reformatted['what'] | undefined {
  if (isRenamed) return 'path'
  if (!isInOrder) return 'order'
  return before.sha256 !== after.sha256 && !isTouched ? 'text' : undefined
}

function toChange(before: SideDocument, after: SideDocument) {
  const [from, to] = [[before.path], [after.path]]
  return {
    kind: 'reformatted',
    entity: 'document',
    path: to,
    ...pathBefore(from, to),
    places: {before: {document: before.path, line: 1}, after: {document: after.path, line: 1}},
  } as const
}
