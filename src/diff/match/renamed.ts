import type {LicenseIdentity} from '../../requirement/evaluate.ts'
import {groupBy} from '../../text/group-by.ts'
import type {Evidence} from '../model.ts'
import {compareRequirements} from '../requirement/compare.ts'
import type {Side, SideCategory, SideRow} from '../side.ts'
import type {Matching} from './matching.ts'
import {overlap} from './names.ts'
import {onlyCandidates} from './shared-keys.ts'

interface InferredRename {
  readonly before: SideRow
  readonly after: SideRow
  readonly evidence: readonly Evidence[]
}

/**
 * Rows that have another name and all else of their own: the category, the requirement, the place between the same
 * rows, and a part of the name. In doubt there are none.
 */
export function* inferRenames(
  before: Side,
  categories: Matching<SideCategory>,
  rows: Matching<SideRow>,
  identity: LicenseIdentity,
): Iterable<InferredRename> {
  for (const category of before.categories) {
    const partner = categories.afterOf(category)
    if (!partner || rows.freeBefore(category.rows).length === 0) continue
    const groups = groupBy(partner.rows, ({group}) => group)
    for (const [group, own] of groupBy(category.rows, (row) => row.group)) {
      for (const gap of commonGaps(own, groups.get(group) ?? [], rows)) yield* renamesIn(gap, rows, identity)
    }
  }
}

/** Rows that have no partner beside them, between two that have. */
interface Gap {
  readonly last: SideRow | undefined
  readonly rows: readonly SideRow[]
  readonly next: SideRow | undefined
}

interface CommonGap {
  readonly before: readonly SideRow[]
  readonly after: readonly SideRow[]
}

/** The gaps between the same rows that hold as many rows after as before: there each has kept its place. */
function commonGaps(
  before: readonly SideRow[],
  after: readonly SideRow[],
  rows: Matching<SideRow>,
): readonly CommonGap[] {
  const [own, others] = [new Set(before), new Set(after)]
  const gaps = gapsIn(after, (row) => own.has(rows.beforeOf(row) ?? row))
  const byLast = new Map(gaps.map((gap) => [gap.last, gap]))
  return gapsIn(before, (row) => others.has(rows.afterOf(row) ?? row)).flatMap((gap) => {
    const same = byLast.get(gap.last && rows.afterOf(gap.last))
    const isSame =
      same?.next === (gap.next && rows.afterOf(gap.next)) && same?.rows.length === gap.rows.length
    return same && isSame ? [{before: gap.rows, after: same.rows}] : []
  })
}

function gapsIn(rows: readonly SideRow[], isMatched: (row: SideRow) => boolean): readonly Gap[] {
  const gaps: Gap[] = []
  let last: SideRow | undefined
  let open: SideRow[] = []
  const close = (next: SideRow | undefined) => {
    if (open.length > 0) gaps.push({last, rows: open, next})
    open = []
    last = next
  }
  for (const row of rows) {
    if (isMatched(row)) close(row)
    else open.push(row)
  }
  close(undefined)
  return gaps
}

/** More rows in a gap than these have been written anew. */
const mostRows = 8

function renamesIn(
  {before, after}: CommonGap,
  rows: Matching<SideRow>,
  identity: LicenseIdentity,
): readonly InferredRename[] {
  if (before.length > mostRows) return []
  const candidates = rows.freeBefore(before).flatMap((row) =>
    rows.freeAfter(after).flatMap((other) => {
      const evidence = evidenceFor(row, other, identity)
      return evidence ? [{before: row, after: other, evidence}] : []
    }),
  )
  return onlyCandidates(candidates).filter(
    (pair) => before.indexOf(pair.before) === after.indexOf(pair.after),
  )
}

function evidenceFor(
  before: SideRow,
  after: SideRow,
  identity: LicenseIdentity,
): readonly Evidence[] | undefined {
  const shared = overlap(before.entry.name, after.entry.name)
  if (shared === 'none') return undefined
  const isUnstated = before.entry.qualification === null && after.entry.qualification === null
  // That neither states anything says little: the names alone must then leave no doubt.
  if (isUnstated && shared !== 'contained') return undefined
  const {requirement} = before.entry
  if (!compareRequirements(requirement, after.entry.requirement, identity).isSame) return undefined
  return ['category', isUnstated ? 'no-qualification' : 'requirement', 'neighbours', 'names']
}
