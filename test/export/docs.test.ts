import {readFileSync} from 'node:fs'
import {expect, it} from 'vitest'
import {csvChunks} from '../../src/export/csv.ts'
import {skosChunks} from '../../src/export/skos.ts'
import {skosContext} from '../../src/export/skos-context.ts'
import {categories, documents, licenses, requirements, subcategories} from '../../src/export/tables.ts'
import {datasetOf} from './build.ts'
import {byHand} from './datasets.ts'

const sections = readFileSync('docs/exports.md', 'utf8').split(/^## /m)

/** The words in code marks in a section. */
function wordsIn(title: string): ReadonlySet<string> {
  const section = sections.find((text) => text.startsWith(title)) ?? ''
  return new Set([...section.matchAll(/`([^`]+)`/g)].map(([, word]) => word ?? ''))
}

it('the documentation names the columns of CSV', () => {
  const [head = ''] = csvChunks(datasetOf({}), {bom: false})
  for (const name of head.trim().split(',')) expect(wordsIn('`csv`')).toContain(name)
})

it.each([categories, subcategories, licenses, requirements])(
  'the documentation names the columns of $name',
  (table) => {
    for (const {name} of table.columns) expect(wordsIn('`datapackage`')).toContain(name)
  },
)

it('the documentation names the columns of documents', () => {
  for (const {name} of documents.columns) expect(wordsIn('`sql`')).toContain(name)
})

it('the documentation names every term that SKOS does not have', () => {
  const documented = wordsIn('`skos`')
  const standard = Object.entries(skosContext).flatMap(([term, means]) =>
    JSON.stringify(means).includes('skos:') ? [term] : [],
  )
  const {'@graph': graph} = JSON.parse([...skosChunks(byHand)].join('')) as {'@graph': readonly object[]}
  const terms = new Set(
    [...termsOf(graph)].filter((term) => !term.startsWith('@') && !standard.includes(term)),
  )
  expect(terms.size).toBeGreaterThan(20)
  for (const term of terms) expect(documented).toContain(term)
})

/** The keys and types of nodes. */
function* termsOf(value: unknown): Iterable<string> {
  if (Array.isArray(value)) for (const item of value) yield* termsOf(item)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      yield key
      if (key === '@type') yield* [item].flat() as string[]
      else yield* termsOf(item)
    }
  }
}
