import type {CategoryEntry, SubcategoryEntry} from '../dataset/entries.ts'
import {Holdings, keysOf, type LicenseIdentity} from '../requirement/evaluate.ts'
import {termsOf} from '../requirement/expression.ts'
import {nameKey} from '../text/normalize.ts'
import {type Evaluation, evaluate, type Status} from './evaluate.ts'

/** Which subcategories some licences open, and what the others lack. */
export interface QueryResult {
  readonly held: readonly string[]
  /** In the order of the documents. */
  readonly categories: readonly QueriedCategory[]
}

export interface QueriedCategory {
  readonly name: string | null
  readonly document: string
  readonly line: number
  readonly subcategories: readonly Answer[]
}

export interface Answer extends Evaluation, Pick<SubcategoryEntry, 'name' | 'group' | 'line' | 'problems'> {}

/** Evaluates every subcategory of some categories, or of all. */
export function query(
  categories: readonly CategoryEntry[],
  held: readonly string[],
  identity: LicenseIdentity,
): QueryResult {
  const holdings = new Holdings(held, identity)
  return {
    held,
    categories: categories.map(({name, document, line, subcategories}) => ({
      name,
      document,
      line,
      subcategories: subcategories.map((entry) => toAnswer(entry, holdings)),
    })),
  }
}

function toAnswer({name, group, line, problems, requirement}: SubcategoryEntry, holdings: Holdings): Answer {
  return {
    name,
    ...(group === undefined ? {} : {group}),
    line,
    ...(problems === undefined ? {} : {problems}),
    ...evaluate(requirement, holdings),
  }
}

export function countByStatus({categories}: QueryResult): Readonly<Record<Status, number>> {
  const counts = {open: 0, conditional: 0, missing: 0, unstated: 0}
  for (const {subcategories} of categories) for (const {status} of subcategories) counts[status]++
  return counts
}

/** The held names that no requirement mentions, as themselves or by another name. */
export function unmentioned(
  categories: readonly CategoryEntry[],
  held: readonly string[],
  identity: LicenseIdentity,
): readonly string[] {
  const mentioned = new Set<string>()
  for (const {subcategories} of categories) {
    for (const {requirement} of subcategories) {
      if (requirement === null) continue
      for (const term of termsOf(requirement)) for (const key of keysOf(term, identity)) mentioned.add(key)
    }
  }
  return held.filter(
    (name) => !mentioned.has(nameKey(name)) && !mentioned.has(nameKey(identity.canonical(name))),
  )
}
