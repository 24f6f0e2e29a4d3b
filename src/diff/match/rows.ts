import type {LicenseIdentity} from '../../requirement/evaluate.ts'
import {groupBy} from '../../text/group-by.ts'
import type {Evidence, Rename} from '../model.ts'
import {rowsAt} from '../renames.ts'
import {compareRequirements} from '../requirement/compare.ts'
import type {Side, SideCategory, SideDocument, SideRow} from '../side.ts'
import {Matching} from './matching.ts'
import {matchMoved} from './moved.ts'
import {inferRenames} from './renamed.ts'
import {onlyCandidates} from './shared-keys.ts'

interface RowsToMatch {
  readonly before: Side
  readonly after: Side
  readonly documents: Matching<SideDocument>
  readonly categories: Matching<SideCategory>
  readonly renames: readonly Rename[]
  readonly identity: LicenseIdentity
  /** Takes what speaks for other names. */
  readonly evidence: Map<object, readonly Evidence[]>
}

/** Which row is which: by what the caller says, by category and name, by name alone, by place. */
export function matchRows({
  before,
  after,
  documents,
  categories,
  renames,
  identity,
  evidence,
}: RowsToMatch): Matching<SideRow> {
  const rows = new Matching<SideRow>()
  for (const {from, to} of renames) {
    pairInOrder(rowsAt(before, from), rowsAt(after, to), rows)
    for (const row of rowsAt(after, to)) evidence.set(row, ['stated'])
  }
  for (const category of before.categories) {
    const partner = categories.afterOf(category)
    if (partner) matchKept(rows.freeBefore(category.rows), rows.freeAfter(partner.rows), rows, identity)
  }
  matchMoved({before, after, documents, categories}, rows)
  for (const renamed of inferRenames(before, categories, rows, identity)) {
    rows.pair(renamed.before, renamed.after)
    evidence.set(renamed.after, renamed.evidence)
  }
  return rows
}

/** Rows of one category with one name and group: those first that state the same or ask for the same, then in order. */
function matchKept(
  before: readonly SideRow[],
  after: readonly SideRow[],
  rows: Matching<SideRow>,
  identity: LicenseIdentity,
): void {
  const named = groupBy(after, keyInCategory)
  for (const [key, ones] of groupBy(before, keyInCategory)) {
    const others = named.get(key) ?? []
    const statements = new Map(others.map((row) => [JSON.stringify(statementOf(row)), row]))
    for (const row of ones) {
      const same = statements.get(JSON.stringify(statementOf(row)))
      if (same && !rows.beforeOf(same)) rows.pair(row, same)
    }
    pairReworded(rows.freeBefore(ones), rows.freeAfter(others), rows, identity)
    pairInOrder(ones, others, rows)
  }
}

/** A name that is stated so often is no name of a subcategory. */
const mostRepeated = 10

function pairReworded(
  before: readonly SideRow[],
  after: readonly SideRow[],
  rows: Matching<SideRow>,
  identity: LicenseIdentity,
): void {
  const counts = [before.length, after.length]
  if (Math.min(...counts) === 0 || Math.max(...counts) === 1 || Math.max(...counts) > mostRepeated) return
  const pairs = before.flatMap((row) => after.map((other) => ({before: row, after: other})))
  const same = pairs.filter(
    ({before: {entry}, after: {entry: other}}) =>
      compareRequirements(entry.requirement, other.requirement, identity).isSame,
  )
  for (const pair of onlyCandidates(same)) rows.pair(pair.before, pair.after)
}

function pairInOrder(before: readonly SideRow[], after: readonly SideRow[], rows: Matching<SideRow>): void {
  const rest = rows.freeAfter(after)
  for (const [index, row] of rows.freeBefore(before).entries()) {
    const other = rest[index]
    if (other) rows.pair(row, other)
  }
}

function keyInCategory({group, key}: SideRow): string {
  return JSON.stringify([group, key])
}

function statementOf({entry: {qualification, note = null}}: SideRow): readonly (string | null)[] {
  return [qualification, note]
}
