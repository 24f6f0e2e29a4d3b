import type {Cell} from '../document/model.ts'
import type {Role} from './contract.ts'
import {asksFor, isRequirement, readsAsName} from './evidence.ts'
import type {Column} from './model.ts'
import {type JudgedRecord, type LabelTest, Neighbourhood} from './neighbourhood.ts'

/** A value that stands in another column or on another level than it belongs to. */
export type Misplacement =
  /** The key cell holds a category whose heading is lost, the qualification cell its first subcategory. */
  | {
      readonly kind: 'lost-heading'
      readonly key: Cell
      readonly qualification: Cell
      readonly following: number
      /** Whether more speaks for it than that the value is unlike the others. */
      readonly isCertain: boolean
    }
  /** The key cell holds a category with its label, which should stand in a heading. */
  | {readonly kind: 'heading-as-key'; readonly key: Cell}
  /** Key and qualification are exchanged. */
  | {readonly kind: 'swapped'; readonly key: Cell; readonly qualification: Cell}
  /** The key cell holds a requirement. */
  | {readonly kind: 'requirement-as-key'; readonly key: Cell}

/** What the judgement needs of the records, in the order of the document. */
interface JudgedTable<R> {
  readonly columns: readonly Column[]
  readonly records: readonly R[]
}

/** How many rows of its table stand before a row and after it. */
interface Neighbours {
  readonly before: number
  readonly after: number
}

/**
 * Judges every row of a document against all of them. What a qualification looks like is learnt from the
 * document itself as far as it has any: the fewer of its texts read as qualifications, the more other evidence
 * a row must show before it is called wrong.
 */
export function findMisplacements<R extends JudgedRecord>(
  tables: readonly JudgedTable<R>[],
  isLabelled: LabelTest,
): ReadonlyMap<R, Misplacement> {
  const context = new Neighbourhood(
    tables.flatMap(({records}) => records),
    isLabelled,
  )
  const misplacements = new Map<R, Misplacement>()
  for (const table of tables) {
    const judged = judgeTable(table, context)
    if (isHeaderSwapped(table, judged)) continue
    for (const [record, misplacement] of judged) misplacements.set(record, misplacement)
  }
  return misplacements
}

function judgeTable<R extends JudgedRecord>(
  {records}: JudgedTable<R>,
  context: Neighbourhood,
): ReadonlyMap<R, Misplacement> {
  const judged = new Map<R, Misplacement>()
  for (const [before, record] of records.entries()) {
    const misplacement = judge(record, {before, after: records.length - 1 - before}, context)
    if (misplacement) judged.set(record, misplacement)
  }
  return judged
}

/** Where requirements stand as keys in most rows and the columns are in unusual order, the header is what is wrong. */
function isHeaderSwapped<R extends JudgedRecord>(
  {columns, records}: JudgedTable<R>,
  judged: ReadonlyMap<R, Misplacement>,
): boolean {
  const indexOf = (wanted: Role) => columns.findIndex(({role}) => role === wanted)
  if (indexOf('key') < indexOf('qualification')) return false
  const swapped = [...judged.values()].filter(({kind}) => kind !== 'lost-heading')
  return 2 * swapped.length > records.filter(({qualification}) => qualification !== null).length
}

function judge(record: JudgedRecord, neighbours: Neighbours, context: Neighbourhood): Misplacement | null {
  const {name, qualification, cells} = record
  const category = cells.category?.content.text ?? ''
  if (cells.category && (asksFor(category) || /[《〈]/.test(category)) && isRequirement(category)) {
    return {kind: 'requirement-as-key', key: cells.category}
  }
  if (!cells.key || name === '') return null
  if (context.isLabelled(name, qualification === null)) return {kind: 'heading-as-key', key: cells.key}
  const isOdd = qualification !== null && isOddQualification(record, qualification, context)
  if (isRequirement(name)) {
    if (isOdd && cells.qualification)
      return {kind: 'swapped', key: cells.key, qualification: cells.qualification}
    // A title may be a name, as long as a qualification stands beside it.
    const isLicense = /[《〈]/.test(name) && qualification === null
    return asksFor(name) || isLicense ? {kind: 'requirement-as-key', key: cells.key} : null
  }
  if (!isOdd || !cells.qualification || !readsAsName(name)) return null
  const weight = weigh(name, qualification, neighbours, context)
  if (weight < enough) return null
  return {
    isCertain: weight >= certain,
    kind: 'lost-heading',
    key: cells.key,
    qualification: cells.qualification,
    following: neighbours.after,
  }
}

/** A short text that reads as a name and not as a qualification, and that the column does not repeat. */
function isOddQualification(record: JudgedRecord, qualification: string, context: Neighbourhood): boolean {
  return context.isOdd(record) && readsAsName(qualification) && !context.isRepeated(qualification)
}

const enough = 2
const certain = 2.5

/** How much speaks for a lost heading. Half points are hints, whole ones could decide with one more. */
function weigh(
  name: string,
  qualification: string,
  {before, after}: Neighbours,
  context: Neighbourhood,
): number {
  const {typical, odd} = context
  let weight = 0
  // The more alike the qualifications of a document are, the more an unlike one stands out.
  for (const times of [1, 3, 8]) if (typical >= times * odd && typical > odd) weight += 0.5
  if (context.isName(qualification) || context.isCategory(qualification)) weight += 1
  if (context.isCategory(name)) weight += 1
  if (context.isElsewhere(name)) weight += 0.5
  if (after > 0) weight += 0.5
  if (before > 0) weight += 0.5
  if (qualification.length < context.shortestTypical) weight += 0.5
  return weight
}
