import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {lintText, readDataset} from '../../src/index.ts'

interface Expected {
  readonly categories?: readonly unknown[]
  readonly rows?: number
  readonly findings: readonly {readonly rule: string; readonly line: number}[]
  /** Rules that the expectation leaves out. */
  readonly ignore?: readonly string[]
}

const folder = new URL('../../fixtures/documents/', import.meta.url)
const suffix = '.expected.json'
const names = readdirSync(folder)
  .filter((name) => name.endsWith(suffix))
  .map((name) => name.slice(0, -suffix.length))

describe.each(names)('the document %s', (name) => {
  const source = readFileSync(new URL(`${name}.md`, folder), 'utf8')
  const expected = JSON.parse(readFileSync(new URL(name + suffix, folder), 'utf8')) as Expected
  const path = `${name}.md`

  it('has the findings that it was written with', () => {
    const ignored = new Set(expected.ignore ?? [])
    const found = lintText(source, {path}).findings.filter(({rule}) => !ignored.has(rule))
    const wanted = expected.findings.filter(({rule}) => !ignored.has(rule))
    expect(found.map(({rule, start}) => `${start.line} ${rule}`).sort()).toEqual(
      wanted.map(({rule, line}) => `${line} ${rule}`).sort(),
    )
  })

  it('gives the dataset that it states', () => {
    const {categories} = readDataset(source, {path})
    if (expected.categories) expect(categories).toMatchObject(expected.categories)
    if (expected.rows !== undefined) {
      expect(categories.flatMap(({subcategories}) => subcategories)).toHaveLength(expected.rows)
    }
  })
})
