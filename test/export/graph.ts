import jsonld from 'jsonld'
import type {Term} from '../../src/requirement/expression.ts'
import type {Fact} from './facts.ts'

type Values = readonly Readonly<Record<string, unknown>>[]

/** A node with the values of all objects of its IRI. */
type Node = Map<string, Values>

export type Graph = ReadonlyMap<string, Node>

const skos = 'http://www.w3.org/2004/02/skos/core#'
const terms = 'https://unpkg.com/catalint/docs/exports.md#'

/** Nothing may be fetched to read the file. */
export const options = {
  documentLoader: (url: string) => Promise.reject(new Error(`${url} was asked for`)),
}

/** Expands a document and gathers what it says of each IRI. */
export async function readGraph(text: string): Promise<Graph> {
  const expanded = (await jsonld.expand(JSON.parse(text) as object, options)) as Values
  const graph = new Map<string, Node>()
  for (const object of expanded) {
    const id = String(object['@id'])
    const node = graph.get(id) ?? new Map<string, Values>()
    graph.set(id, node)
    for (const [key, value] of Object.entries(object)) {
      if (key !== '@id') node.set(key, [...(node.get(key) ?? []), ...(value as Values)])
    }
  }
  return graph
}

/** The facts that a graph states, from its links alone. */
export function factsInGraph(graph: Graph): readonly Fact[] {
  const found: Fact[] = []
  for (const [, node] of ofType(graph, 'Alternative')) {
    const row = at(graph, link(node, `${terms}alternativeOf`))
    const above = at(graph, link(row, `${skos}broader`))
    const isGroup = typesOf(above).includes(`${terms}Group`)
    const category = isGroup ? at(graph, link(above, `${skos}broader`)) : above
    const place = {
      document: text(at(graph, link(category, `${skos}inScheme`)), `${terms}path`) ?? '',
      category: text(category, `${skos}prefLabel`),
      group: isGroup ? text(above, `${skos}prefLabel`) : null,
      subcategory: text(row, `${skos}prefLabel`) ?? '',
      line: Number(value(row, `${terms}line`)),
      alternative: Number(value(node, `${terms}ordinal`)),
      when: list(node, `${terms}case`) ?? [],
    }
    const asked = node.get(`${terms}asksFor`) ?? []
    if (asked.length === 0) found.push({...place, term: null})
    for (const object of asked) found.push({...place, term: termOf(object, graph)})
  }
  return found
}

export function* ofType(graph: Graph, type: string): Iterable<readonly [string, Node]> {
  for (const entry of graph) if (typesOf(entry[1]).includes(terms + type)) yield entry
}

function termOf(object: Readonly<Record<string, unknown>>, graph: Graph): Term {
  const node = new Map(Object.entries(object)) as Node
  const name = text(node, `${terms}name`) ?? ''
  const aliases = list(node, `${terms}alias`)
  const details = Object.fromEntries(
    ['canonical', 'status', 'condition', 'issuer'].flatMap((key) => {
      const found = text(node, terms + key)
      return found === null ? [] : [[key, found]]
    }),
  )
  const note = text(node, `${skos}note`)
  const more = {...details, ...(aliases ? {aliases} : {}), ...(note === null ? {} : {note})}
  if (typesOf(node).includes(`${terms}DocumentTerm`)) return {document: name, ...more}
  const license = at(graph, link(node, `${terms}license`))
  return {license: text(license, `${skos}prefLabel`) ?? '', ...more}
}

function typesOf(node: Node): readonly unknown[] {
  return node.get('@type') ?? []
}

function at(graph: Graph, id: string): Node {
  const node = graph.get(id)
  if (!node) throw new Error(`nothing is said of ${id}`)
  return node
}

export function link(node: Node, property: string): string {
  return String(only(node, property)?.['@id'])
}

function value(node: Node, property: string): unknown {
  return only(node, property)?.['@value']
}

function text(node: Node, property: string): string | null {
  return (value(node, property) as string | undefined) ?? null
}

function list(node: Node, property: string): readonly string[] | null {
  const items = only(node, property)?.['@list'] as Values | undefined
  return items?.map((item) => String(item['@value'])) ?? null
}

function only(node: Node, property: string): Readonly<Record<string, unknown>> | undefined {
  const values = node.get(property) ?? []
  if (values.length > 1) throw new Error(`${property} is said ${values.length} times`)
  return values[0]
}
