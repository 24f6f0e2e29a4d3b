import type {Cell} from '../document/model.ts'
import {nameKey} from '../text/normalize.ts'
import {isRequirement, readsAsName} from './evidence.ts'

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
  /** Whether the qualification reads as one. */
  readonly isTypical: boolean
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
  const context = new Context(rows, categories)
  return rows.map((row) => judge(row, context))
}

/** What the rows of a document have in common. Worked out when a row first raises the question. */
class Context {
  /** How many qualifications read as one, how many do not, and the length of the shortest that does. */
  readonly typical: number
  readonly odd: number
  readonly shortestTypical: number
  readonly #rows: readonly JudgedRow[]
  readonly #categories: readonly string[]
  #categoryKeys: ReadonlySet<string> | undefined
  #known: ReadonlySet<string> | undefined
  #repeated: ReadonlySet<string> | undefined

  constructor(rows: readonly JudgedRow[], categories: readonly string[]) {
    this.#rows = rows
    this.#categories = categories
    let typical = 0
    let odd = 0
    let shortest = Number.POSITIVE_INFINITY
    for (const {qualification, isTypical} of rows) {
      if (qualification === null) continue
      if (isTypical) {
        typical++
        shortest = Math.min(shortest, qualification.length)
      } else odd++
    }
    this.typical = typical
    this.odd = odd
    this.shortestTypical = shortest
  }

  isCategory(name: string): boolean {
    this.#categoryKeys ??= new Set(this.#categories.map(nameKey))
    return this.#categoryKeys.has(nameKey(name))
  }

  /** Whether the document states it as a category, a name or a part of a name. */
  isKnown(text: string): boolean {
    this.#known ??= new Set(
      [...this.#categories, ...this.#rows.flatMap(({name}) => [name, ...partsOf(name)])].map(nameKey),
    )
    return this.#known.has(nameKey(text))
  }

  /** Whether several rows state the qualification. */
  isRepeated(qualification: string): boolean {
    this.#repeated ??= repeatedKeys(this.#rows.flatMap((row) => row.qualification ?? []))
    return this.#repeated.has(nameKey(qualification))
  }
}

function repeatedKeys(texts: readonly string[]): ReadonlySet<string> {
  const once = new Set<string>()
  const repeated = new Set<string>()
  for (const key of texts.map(nameKey)) (once.has(key) ? repeated : once).add(key)
  return repeated
}

/** `百货/超市/便利店` names three things. */
function partsOf(name: string): readonly string[] {
  const parts = name.split(/[/／、|]/)
  return parts.length > 1 ? parts : []
}

function judge(row: JudgedRow, context: Context): Misplacement | null {
  const {name, qualification, key, qualificationCell} = row
  if (!key || name === '') return null
  const isOdd = isOddQualification(row, context)
  if (isRequirement(name)) {
    if (isOdd && qualificationCell) return {kind: 'swapped', key, qualification: qualificationCell}
    return /[《〈]/.test(name) || !readsAsName(name) ? {kind: 'requirement-as-key', key} : null
  }
  if (!isOdd || !qualificationCell || qualification === null || !readsAsName(name)) return null
  if (weigh(row, qualification, context) < enough) return null
  return {kind: 'lost-heading', key, qualification: qualificationCell, following: row.after}
}

/** A short text that reads as a name and not as a qualification, and that the column does not repeat. */
function isOddQualification({qualification, isTypical}: JudgedRow, context: Context): boolean {
  return (
    qualification !== null && !isTypical && readsAsName(qualification) && !context.isRepeated(qualification)
  )
}

const enough = 2

/** How much speaks for a lost heading. Half points are hints, whole ones could decide with one more. */
function weigh({name, before, after}: JudgedRow, qualification: string, context: Context): number {
  const {typical, odd} = context
  let weight = 0
  if (typical > odd) weight += typical >= 3 * odd ? 1 : 0.5
  if (context.isKnown(qualification)) weight += 1
  if (context.isCategory(name)) weight += 1
  if (after > 0) weight += 0.5
  if (before > 0) weight += 0.5
  if (qualification.length < context.shortestTypical) weight += 0.5
  return weight
}
