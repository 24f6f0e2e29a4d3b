import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {lintText, readDataset} from '../../src/index.ts'

// Pages of API documentation, which come beside the repository where there are any: tables of other things.
const folder = new URL('../../../shared/corpus/api-reference/', import.meta.url)
const isThere = existsSync(folder)
const pages = isThere
  ? readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.md'))
  : []

if (!isThere)
  process.stderr.write('SKIPPED, since the API pages are not there: tables of other things raise nothing\n')

describe.skipIf(!isThere)('tables of other things raise nothing', () => {
  it('in any page', () => expect(pages.length).toBeGreaterThan(0))

  it.each(pages)('in %s', (name) => {
    const source = readFileSync(new URL(name, folder), 'utf8')
    expect(lintText(source).findings).toEqual([])
    expect(readDataset(source).categories).toEqual([])
  })
})
