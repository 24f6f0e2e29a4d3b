import type {Cell} from '../document/model.ts'
import {nameKey} from '../text/normalize.ts'
import {isRequirement, readsAsName, readsAsQualification} from './evidence.ts'

/** A value that stands in another column or on another level than it belongs to. */
export type Misplacement =
  /** The key cell holds a category whose heading is lost, the qualification cell its first subcategory. */
  | {
      readonly kind: 'lost-heading'
      readonly key: Cell
      readonly qualification: Cell
      readonly following: number
    }
  /** Key and qualification are exchanged. */
  | {readonly kind: 'swapped'; readonly key: Cell; readonly qualification: Cell}
  /** The key cell holds a requirement. */
  | {readonly kind: 'requirement-as-key'; readonly key: Cell}

/** What the judgement needs to know of a row. */
export interface JudgedRow {
  readonly name: string
  readonly qualification: string | null
  readonly key: Cell | undefined
  readonly qualificationCell: Cell | undefined
  /** How many rows of the table stand before and after it. */
  readonly before: number
  readonly after: number
}

/**
 * Judges every row of a document against all of them. What a qualification looks like is learnt from the
 * document itself as far as it has any: the fewer of its texts read as qualifications, the more other evidence
 * a row must show before it is called wrong.
 */
export function judgeRows(
  rows: readonly JudgedRow[],
  categories: readonly string[],
): (Misplacement | null)[] {
  const context = contextOf(rows, categories)
  return rows.map((row) => judge(row, context))
}

interface Context {
  readonly categories: ReadonlySet<string>
  /** How often each name and each qualification is stated. */
  readonly names: ReadonlyMap<string, number>
  readonly qualifications: ReadonlyMap<string, number>
  /** Of the rows that state a qualification: how many read as one, and how many do not. */
  readonly typical: number
  readonly odd: number
  readonly shortestTypical: number
}

function contextOf(rows: readonly JudgedRow[], categories: readonly string[]): Context {
  const texts = rows.flatMap(({qualification}) => (qualification === null ? [] : [qualification]))
  const typical = texts.filter(readsAsQualification)
  return {
    categories: new Set(categories.map(nameKey)),
    names: count(rows.flatMap(({name}) => [name, ...partsOf(name)])),
    qualifications: count(texts),
    typical: typical.length,
    odd: texts.length - typical.length,
    shortestTypical: typical.reduce((least, text) => Math.min(least, text.length), Number.POSITIVE_INFINITY),
  }
}

/** `百货/超市/便利店` names three things. */
function partsOf(name: string): readonly string[] {
  const parts = name.split(/[/／、|]/)
  return parts.length > 1 ? parts : []
}

function count(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(nameKey(text), (counts.get(nameKey(text)) ?? 0) + 1)
  return counts
}

function judge(row: JudgedRow, context: Context): Misplacement | null {
  const {name, qualification, key, qualificationCell} = row
  if (!key || name === '') return null
  const isOdd = qualification !== null && isOddQualification(qualification, context)
  if (isRequirement(name)) {
    if (isOdd && qualificationCell) return {kind: 'swapped', key, qualification: qualificationCell}
    return /[《〈]/.test(name) || !readsAsName(name) ? {kind: 'requirement-as-key', key} : null
  }
  if (!isOdd || !qualificationCell || !readsAsName(name)) return null
  if (weigh(row, qualification, context) < enough) return null
  return {kind: 'lost-heading', key, qualification: qualificationCell, following: row.after}
}

/** A short text that reads as a name and not as a qualification, and that the column does not repeat. */
function isOddQualification(text: string, context: Context): boolean {
  if (!readsAsName(text) || (context.qualifications.get(nameKey(text)) ?? 0) > 1) return false
  return !readsAsQualification(text)
}

function isKnownName(text: string, {names, categories}: Context): boolean {
  const key = nameKey(text)
  return categories.has(key) || names.has(key)
}

const enough = 2

/** How much speaks for a lost heading. Half points are hints, whole ones could decide with one more. */
function weigh(row: JudgedRow, qualification: string, context: Context): number {
  const {typical, odd} = context
  let weight = 0
  if (typical > odd) weight += typical >= 3 * odd ? 1 : 0.5
  if (isKnownName(qualification, context)) weight += 1
  if (context.categories.has(nameKey(row.name))) weight += 1
  if (row.after > 0) weight += 0.5
  if (row.before > 0) weight += 0.5
  if (qualification.length < context.shortestTypical) weight += 0.5
  return weight
}
