import {nameKey} from '../text/normalize.ts'
import {readsAsQualification} from './evidence.ts'
import type {TableRecord} from './model.ts'

/** Whether a text reads as a category heading with its label; a general one such as `类目` counts only where wanted. */
export type LabelTest = (text: string, mayBeGeneral: boolean) => boolean

/** What the judgement needs of a record. */
export type JudgedRecord = Pick<TableRecord, 'category' | 'name' | 'qualification' | 'cells'>

/** What the rows of a document have in common. Worked out when a row first raises the question. */
export class Neighbourhood {
  /** How many qualifications read as one, and the length of the shortest. */
  readonly typical: number
  readonly shortestTypical: number
  readonly #records: readonly JudgedRecord[]
  /** Those whose qualification does not read as one. */
  readonly #odd: ReadonlySet<JudgedRecord>
  #categories: ReadonlySet<string> | undefined
  #names: ReadonlySet<string> | undefined
  #repeated: ReadonlySet<string> | undefined
  #repeatedNames: ReadonlySet<string> | undefined

  /** @param isLabelled whether a text reads as a category heading with its label. */
  constructor(
    records: readonly JudgedRecord[],
    readonly isLabelled: LabelTest,
  ) {
    this.#records = records
    const stated = records.filter(({qualification}) => qualification !== null)
    const [typical, odd] = partition(stated, ({qualification}) => readsAsQualification(qualification ?? ''))
    this.#odd = new Set(odd)
    this.typical = typical.length
    this.shortestTypical = typical.reduce(
      (least, {qualification}) => Math.min(least, qualification?.length ?? least),
      Number.POSITIVE_INFINITY,
    )
  }

  get odd(): number {
    return this.#odd.size
  }

  isOdd(record: JudgedRecord): boolean {
    return this.#odd.has(record)
  }

  /** Whether several rows have the name. */
  isElsewhere(name: string): boolean {
    this.#repeatedNames ??= repeatedKeys(this.#records.map((record) => record.name))
    return this.#repeatedNames.has(nameKey(name))
  }

  isCategory(text: string): boolean {
    this.#categories ??= new Set(this.#records.map(({category}) => nameKey(category ?? '')))
    return this.#categories.has(nameKey(text))
  }

  /** Whether the document states it as a name or a part of one. */
  isName(text: string): boolean {
    this.#names ??= new Set(this.#records.flatMap(({name}) => [name, ...partsOf(name)]).map(nameKey))
    return this.#names.has(nameKey(text))
  }

  /** Whether several rows state the qualification. */
  isRepeated(qualification: string): boolean {
    this.#repeated ??= repeatedKeys(this.#records.flatMap((record) => record.qualification ?? []))
    return this.#repeated.has(nameKey(qualification))
  }
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): readonly [T[], T[]] {
  const passing: T[] = []
  const failing: T[] = []
  for (const item of items) (test(item) ? passing : failing).push(item)
  return [passing, failing]
}

/** `百货/超市/便利店` names three things. */
function partsOf(name: string): readonly string[] {
  const parts = name.split(/[/／、|]/)
  return parts.length > 1 ? parts : []
}

function repeatedKeys(texts: readonly string[]): ReadonlySet<string> {
  const once = new Set<string>()
  const repeated = new Set<string>()
  for (const key of texts.map(nameKey)) (once.has(key) ? repeated : once).add(key)
  return repeated
}
