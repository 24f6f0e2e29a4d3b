import jsonld from 'jsonld'
import {describe, expect, it} from 'vitest'
import type {Dataset} from '../../src/dataset/entries.ts'
import {skosChunks} from '../../src/export/skos.ts'
import {category, datasetOf, row} from './build.ts'
import {byHand, doubtful, hostile, repeated} from './datasets.ts'
import {factsOf} from './facts.ts'
import {factsInGraph, type Graph, link, ofType, options, readGraph} from './graph.ts'

const skos = 'http://www.w3.org/2004/02/skos/core#'
const terms = 'https://unpkg.com/catalint/docs/exports.md#'

const graphOf = (dataset: Dataset) => readGraph([...skosChunks(dataset)].join(''))

function idsOf(graph: Graph, type: string): readonly string[] {
  return [...ofType(graph, type)].map(([id]) => id)
}

/** Pairs of a subject and what it points to. */
function links(graph: Graph, property: string): readonly string[] {
  return [...graph].flatMap(([id, node]) =>
    (node.get(skos + property) ?? []).map((to) => `${id} ${to['@id']}`),
  )
}

function turned(pairs: readonly string[]): readonly string[] {
  return pairs.map((pair) => pair.split(' ').reverse().join(' '))
}

describe.each([
  ['every shape', byHand],
  ['hostile names', hostile],
])('the graph of %s', (_, dataset) => {
  it('has something of its own for each thing, duplicates too', async () => {
    const graph = await graphOf(dataset)
    const rows = dataset.categories.flatMap(({subcategories}) => subcategories)
    expect(idsOf(graph, 'Subcategory')).toHaveLength(rows.length)
    expect(idsOf(graph, 'Category')).toHaveLength(dataset.categories.length)
    expect(idsOf(graph, 'License')).toHaveLength(dataset.licenses.length)
    const schemes = [...graph].filter(([, node]) =>
      node.get('@type')?.includes(`${skos}ConceptScheme` as never),
    )
    expect(schemes).toHaveLength(dataset.documents.length + 1)
  })

  it('has IRIs of ASCII alone', async () => {
    for (const id of (await graphOf(dataset)).keys()) {
      expect(id).toMatch(/^urn:catalint:(?:[\w.~/:#-]|%[0-9A-F]{2})+$/)
    }
  })

  it('says every relation both ways', async () => {
    const graph = await graphOf(dataset)
    const same = (one: string, other: string) =>
      expect([...links(graph, one)].sort()).toEqual([...turned(links(graph, other))].sort())
    same('broader', 'narrower')
    same('topConceptOf', 'hasTopConcept')
    const concepts = [...graph].filter(([, node]) => node.get('@type')?.includes(`${skos}Concept` as never))
    for (const [, node] of concepts) {
      expect(graph.has(link(node, `${skos}inScheme`))).toBe(true)
      expect(node.has(`${skos}broader`)).toBe(!node.has(`${skos}topConceptOf`))
    }
  })

  it('loses nothing on the way to triples', async () => {
    const document = JSON.parse([...skosChunks(dataset)].join('')) as object
    const triples = await jsonld.toRDF(document, {...options, format: 'application/n-quads'})
    const asked = triples.split('\n').filter((line) => line.includes(`<${terms}asksFor>`))
    const graph = await graphOf(dataset)
    const expected = [...ofType(graph, 'Alternative')].flatMap(
      ([, node]) => node.get(`${terms}asksFor`) ?? [],
    )
    expect(asked).toHaveLength(expected.length)
  })
})

it('names things by their names, and others of the same name by number', async () => {
  const dataset = datasetOf({
    'docs/a.md': [
      category('docs/a.md', '甲', [
        row('x', {requirement: {license: 'l/m'}}),
        row('x'),
        row('x', {group: 'g'}),
        row('x~2'),
        row(''),
      ]),
      category('docs/a.md', '甲', [row('x')]),
      category('docs/a.md', null, []),
      category('docs/a.md', '', []),
    ],
  })
  const ids = [...(await graphOf(dataset)).keys()]
  const place = 'docs%2Fa.md/%E7%94%B2'
  expect(ids.sort()).toEqual(
    [
      'urn:catalint:licenses',
      'urn:catalint:license:l%2Fm',
      'urn:catalint:document:docs%2Fa.md',
      `urn:catalint:category:${place}`,
      `urn:catalint:category:${place}~2`,
      'urn:catalint:category:docs%2Fa.md/~',
      'urn:catalint:category:docs%2Fa.md/',
      `urn:catalint:group:${place}/g`,
      `urn:catalint:subcategory:${place}/x`,
      `urn:catalint:subcategory:${place}/x#alternative-1`,
      `urn:catalint:subcategory:${place}/x~2`,
      `urn:catalint:subcategory:${place}/g/x`,
      `urn:catalint:subcategory:${place}/x%7E2`,
      `urn:catalint:subcategory:${place}/`,
      `urn:catalint:subcategory:${place}~2/x`,
    ].sort(),
  )
})

it('says where the text allows another meaning', async () => {
  const graph = await graphOf(doubtful)
  const said = [...ofType(graph, 'Subcategory')].map(
    ([, node]) => node.get(`${terms}ambiguous`)?.[0]?.['@value'],
  )
  expect(said).toEqual([undefined, undefined, true, true, true])
})

it('means the first of two documents of one path, and of two licences of one name', async () => {
  const graph = await graphOf(repeated)
  expect([...links(graph, 'topConceptOf')].sort()).toEqual([
    'urn:catalint:category:a.md/%E7%94%B2 urn:catalint:document:a.md',
    'urn:catalint:license:%E7%94%B2%E8%AF%81 urn:catalint:licenses',
    'urn:catalint:license:%E7%94%B2%E8%AF%81~2 urn:catalint:licenses',
  ])
  expect([...graph.keys()]).toContain('urn:catalint:document:a.md~2')
  expect(factsInGraph(graph)).toEqual(factsOf(repeated))
  expect([...skosChunks(repeated)].join('')).not.toContain(
    '"license":"urn:catalint:license:%E7%94%B2%E8%AF%81~2"',
  )
})

it('keeps the names of what stands as it was when something else is added', async () => {
  const before = datasetOf({'a.md': [category('a.md', '甲', [row('一'), row('二')])]})
  const after = datasetOf({
    'b.md': [category('b.md', '甲', [row('一')])],
    'a.md': [category('a.md', '乙', []), category('a.md', '甲', [row('零'), row('一'), row('二')])],
  })
  const added = await graphOf(after)
  for (const id of (await graphOf(before)).keys()) expect(added.has(id)).toBe(true)
})

it('keeps what cannot be listed, what asks for nothing, and what nothing is known of, apart', async () => {
  const graph = await graphOf(byHand)
  const said = (name: string) => {
    const node = graph.get(`urn:catalint:subcategory:docs%2Fa.md/%E7%94%B2/${encodeURIComponent(name)}`)
    const count = node?.get(`${terms}alternatives`)?.[0]?.['@value']
    return [node?.has(`${terms}requirement`), count]
  }
  expect(said('二')).toEqual([false, undefined])
  expect(said('不能列')).toEqual([true, undefined])
  expect(said('无需')).toEqual([true, 1])
})

it('cannot be read where something has to be fetched', async () => {
  const text = '{"@context": "https://example.com/context.json"}'
  await expect(readGraph(text)).rejects.toThrow()
})
