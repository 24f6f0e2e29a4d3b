import {existsSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {type Dataset, readDataset, type SubcategoryEntry} from '../../src/index.ts'
import {findMarks} from '../../src/requirement/marks.ts'
import {differences} from './differences.ts'

/** A published catalogue, where it lies beside the project, and the one that the project ships. */
const catalogues = [
  new URL('../../../shared/corpus/service-categories/catagory.md', import.meta.url),
  new URL('../../fixtures/documents/service-categories.md', import.meta.url),
]
const meanings = new URL('../../../shared/gold/catagory.requirements.tsv', import.meta.url)

for (const catalogue of catalogues) {
  const name = catalogue.pathname.split('/').at(-1)
  const isThere = existsSync(catalogue)
  if (!isThere) process.stderr.write(`SKIPPED, since it is not there: the licences of ${name}\n`)
  describe.skipIf(!isThere)(`the licences of ${name}`, () => {
    const rows = isThere ? rowsOf(readDataset(readFileSync(catalogue, 'utf8'))) : []
    const withText = rows.flatMap((row) => (row.qualification ? [{...row, text: row.qualification}] : []))

    it('are read from 80 cells at least', () => {
      expect(withText.length).toBeGreaterThanOrEqual(80)
    })

    it.each(withText)('in $name ($line) are all in the requirement, none twice', ({text, requirement}) => {
      const marked = findMarks(text).map(({inner}) => text.slice(inner.start, inner.end).trim())
      const named: string[] = []
      JSON.stringify(requirement, (key, value: unknown) => {
        if (key === 'license') named.push(String(value))
        return value
      })
      for (const license of new Set(marked)) {
        expect(count(named, license), license).toBe(count(marked, license))
      }
    })
  })
}

describe.skipIf(!existsSync(meanings))('the known meanings', () => {
  const known = existsSync(meanings) ? readMeanings() : []
  const source = catalogues[0]
  const dataset = source && existsSync(source) ? readDataset(readFileSync(source, 'utf8')) : undefined

  it('are 15', () => {
    expect(known).toHaveLength(15)
  })

  it.each(known)('of $category $subcategory', ({category, subcategory, meaning}) => {
    const rows = dataset?.categories.find(({name}) => name === category)?.subcategories ?? []
    const requirement = rows.find(({name}) => name === subcategory)?.requirement
    expect(requirement, 'no such row').toBeTruthy()
    if (requirement) expect(differences(meaning, requirement)).toEqual([])
  })
})

function readMeanings() {
  const [, ...lines] = readFileSync(meanings, 'utf8').trim().split('\n')
  return lines.map((line) => {
    const [category = '', subcategory = '', meaning = ''] = line.split('\t')
    return {category, subcategory, meaning}
  })
}

function rowsOf({categories}: Dataset): readonly SubcategoryEntry[] {
  return categories.flatMap(({subcategories}) => subcategories)
}

function count(names: readonly string[], name: string): number {
  return names.filter((one) => one === name).length
}
