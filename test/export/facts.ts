import type {Dataset, SubcategoryEntry} from '../../src/dataset/entries.ts'
import type {Term} from '../../src/requirement/expression.ts'
import {toAlternatives} from '../../src/requirement/normal-form.ts'

/** What one term of one alternative states, or that an alternative asks for nothing. */
export interface Fact {
  readonly document: string
  readonly category: string | null
  readonly group: string | null
  readonly subcategory: string
  readonly line: number
  readonly alternative: number
  readonly when: readonly string[]
  readonly term: Term | null
}

/** Where a row stands. */
export type Place = Omit<Fact, 'alternative' | 'when' | 'term'>

/** The facts of a dataset. A requirement with too many alternatives has none. */
export function factsOf({categories}: Pick<Dataset, 'categories'>): readonly Fact[] {
  return categories.flatMap(({document, name: category, subcategories}) =>
    subcategories.flatMap(({group = null, name: subcategory, line, requirement}) =>
      factsAt({document, category, group, subcategory, line}, requirement),
    ),
  )
}

export function factsAt(place: Place, requirement: SubcategoryEntry['requirement']): readonly Fact[] {
  const alternatives = (requirement && toAlternatives(requirement)) ?? []
  return alternatives.flatMap(({when, terms}, index): readonly Fact[] => {
    const shared = {...place, alternative: index + 1, when}
    return terms.length > 0 ? terms.map((term) => ({...shared, term})) : [{...shared, term: null}]
  })
}

/** Facts in a form that does not depend on their order or that of their properties. */
export function sorted(facts: readonly Fact[]): readonly string[] {
  return facts.map((fact) => JSON.stringify(withSortedKeys(fact))).sort()
}

/** Every text of a value as a format without escapes has it: UTF-8 cannot hold halves of pairs, PostgreSQL no NUL. */
export function asPlainText<T>(value: T): T {
  return mapTexts(value, (text) => Buffer.from(text, 'utf8').toString('utf8').replaceAll('\0', '\uFFFD'))
}

export function mapTexts<T>(value: T, change: (text: string) => string): T {
  const map = (item: unknown): unknown => {
    if (typeof item === 'string') return change(item)
    if (Array.isArray(item)) return item.map(map)
    if (typeof item !== 'object' || item === null) return item
    return Object.fromEntries(Object.entries(item).map(([key, inner]) => [key, map(inner)]))
  }
  return map(value) as T
}

function withSortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSortedKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, item]) => [key, withSortedKeys(item)]),
  )
}
