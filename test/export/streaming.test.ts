import {describe, expect, it} from 'vitest'
import type {Dataset} from '../../src/dataset/entries.ts'
import {csvChunks} from '../../src/export/csv.ts'
import {packageFiles} from '../../src/export/datapackage.ts'
import {ndjsonChunks} from '../../src/export/ndjson.ts'
import {skosChunks} from '../../src/export/skos.ts'
import {sqlChunks} from '../../src/export/sql.ts'
import {jsonChunks} from '../../src/text/json-chunks.ts'
import {category, datasetOf, row} from './build.ts'
import {everyShape} from './datasets.ts'

const exporters: readonly (readonly [string, (dataset: Dataset) => Iterable<string>])[] = [
  ['json', jsonChunks],
  ['ndjson', ndjsonChunks],
  ['csv', (dataset) => csvChunks(dataset, {bom: true})],
  ['sql', sqlChunks],
  ['skos', skosChunks],
  ...packageFiles.map(({name, chunks}) => [name, chunks] as const),
]

/** So many rows in one category, categories, documents and licences. */
function sized(size: number): Dataset {
  const rows = Array.from({length: size}, (_, at) =>
    row(`行${at % 10}`, {requirement: everyShape, group: '组'}),
  )
  const named = Array.from({length: size}, (_, at) =>
    row('行', {requirement: {license: `证${at % 10}${'。'.repeat(at)}`}}),
  )
  const documents = Object.fromEntries(Array.from({length: size}, (_, at) => [`a${at}.md`, []] as const))
  const categories = Array.from({length: size}, () => category('a0.md', '类', []))
  return datasetOf({
    ...documents,
    'a0.md': [category('a0.md', '甲', rows), category('a0.md', '乙', named.slice(0, 10)), ...categories],
  })
}

describe.each(exporters)('%s', (_, chunksOf) => {
  it('comes in pieces that do not grow with the rows', () => {
    const longest = (size: number) => Math.max(...[...chunksOf(sized(size))].map(({length}) => length))
    // Line numbers grow by a few digits, and so do ids.
    expect(longest(2000)).toBeLessThan(longest(20) + 50)
  })

  it('gives its first pieces before it has seen the last rows', () => {
    const dataset = sized(3)
    const unseen = new Proxy(category('a0.md', '丙', []), {
      get: () => {
        throw new Error('it was seen')
      },
    })
    const chunks = chunksOf({...dataset, categories: [...dataset.categories, unseen]})[Symbol.iterator]()
    for (let count = 0; count < 3; count++) expect(chunks.next().value).not.toBe('')
  })
})
