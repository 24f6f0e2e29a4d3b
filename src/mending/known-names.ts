import type {CategoryHeading, DeclaredTable, TableRecord} from '../dataset/model.ts'
import {nameKey} from '../text/normalize.ts'

/** Which names a document has already, so that a mend makes no duplicate. Worked out when first asked for. */
export class KnownNames {
  readonly #headings: readonly CategoryHeading[]
  readonly #records: readonly TableRecord[]
  #categories: ReadonlySet<string> | undefined
  #keys: ReadonlyMap<object, ReadonlyMap<string, number>> | undefined
  #lastTables: ReadonlyMap<CategoryHeading | null, DeclaredTable> | undefined

  constructor(headings: readonly CategoryHeading[], records: readonly TableRecord[]) {
    this.#headings = headings
    this.#records = records
  }

  hasCategory(name: string): boolean {
    this.#categories ??= new Set([
      ...this.#headings.map((heading) => nameKey(heading.name)),
      ...this.#records.map(({category}) => nameKey(category ?? '')),
      ...repeated(this.#records.filter(isLost).map((record) => nameKey(record.name))),
    ])
    return this.#categories.has(nameKey(name))
  }

  /** Whether the category of a row has the key too, as far as tables under one heading tell. */
  hasKey(record: TableRecord, key: string): boolean {
    return this.#lastLineOf(record, key) > 0
  }

  hasKeyBelow(record: TableRecord, key: string): boolean {
    return this.#lastLineOf(record, key) > record.row.line
  }

  #lastLineOf({table, category}: TableRecord, key: string): number {
    this.#keys ??= keysByPlace(this.#records)
    return this.#keys.get(table.heading ?? table)?.get(keyOf(category, key)) ?? 0
  }

  /** Whether no other category table follows under the same heading. */
  isLastTable({table}: TableRecord): boolean {
    this.#lastTables ??= new Map(this.#records.map((record) => [record.table.heading, record.table]))
    return this.#lastTables.get(table.heading) === table
  }
}

/** The last line that states each key, by category and heading. */
function keysByPlace(records: readonly TableRecord[]): ReadonlyMap<object, ReadonlyMap<string, number>> {
  const places = new Map<object, Map<string, number>>()
  for (const {table, category, name, row} of records) {
    const place = table.heading ?? table
    const keys = places.get(place) ?? new Map<string, number>()
    places.set(place, keys.set(keyOf(category, name), row.line))
  }
  return places
}

function keyOf(category: string | null, name: string): string {
  return `${category ?? ''}\n${nameKey(name)}`
}

function isLost({misplacement}: TableRecord): boolean {
  return misplacement?.kind === 'lost-heading'
}

function repeated(keys: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return keys.filter((key) => counts.get(key) !== 1)
}
