import type {Dataset} from '../dataset/entries.ts'
import {toJson} from '../text/json.ts'
import {Iris} from './iris.ts'
import {plainJson} from './plain-text.ts'
import {type Node, skosContext} from './skos-context.ts'
import {SubcategoryNodes} from './skos-subcategories.ts'

/**
 * A SKOS concept scheme in JSON-LD for each document, and one for the licences, a node on each line. Halves of
 * surrogate pairs and NUL become U+FFFD.
 */
export function* skosChunks(dataset: Dataset): Iterable<string> {
  yield `{\n"@context": ${toJson(skosContext).trimEnd()},\n"@graph": [\n`
  let separator = ''
  for (const node of nodesOf(dataset)) {
    yield separator + plainJson(node)
    separator = ',\n'
  }
  yield '\n]\n}\n'
}

function* nodesOf(dataset: Dataset): Iterable<Node> {
  const licenses = new Map<string, string>()
  const documents = new Map<string, string>()
  yield* licenseNodes(dataset, licenses)
  yield* documentNodes(dataset, documents)
  const iris = new Iris('urn:catalint:category:')
  for (const {name, document, line, problems, subcategories} of dataset.categories) {
    const id = iris.next(document, name)
    const scheme = documents.get(document)
    yield {
      '@id': id,
      '@type': ['Concept', 'Category'],
      prefLabel: name,
      ...top(scheme),
      line,
      problem: problems,
    }
    if (scheme !== undefined) yield {'@id': scheme, hasTopConcept: id}
    const nodes = new SubcategoryNodes(id, scheme, licenses)
    for (const row of subcategories) yield* nodes.of(row)
  }
}

const licenseScheme = 'urn:catalint:licenses'

/** @param found is given the IRIs by which others refer to licences by name. */
function* licenseNodes({licenses}: Dataset, found: Map<string, string>): Iterable<Node> {
  yield {'@id': licenseScheme, '@type': 'ConceptScheme'}
  const iris = new Iris('urn:catalint:license:')
  for (const {name, canonical, status} of licenses) {
    const id = iris.next(name)
    keepFirst(found, name, id)
    yield {
      '@id': id,
      '@type': ['Concept', 'License'],
      prefLabel: name,
      ...top(licenseScheme),
      canonical,
      status,
    }
    yield {'@id': licenseScheme, hasTopConcept: id}
  }
}

/** @param found is given the IRIs by which others refer to documents by path. */
function* documentNodes({documents}: Dataset, found: Map<string, string>): Iterable<Node> {
  const iris = new Iris('urn:catalint:document:')
  for (const {path, title, sha256} of documents) {
    const id = iris.next(path)
    keepFirst(found, path, id)
    yield {'@id': id, '@type': 'ConceptScheme', prefLabel: title, path, sha256}
  }
}

function top(scheme: string | undefined) {
  return {inScheme: scheme, topConceptOf: scheme}
}

/** Of two things of one name others mean the first. */
function keepFirst(found: Map<string, string>, name: string, iri: string): void {
  if (!found.has(name)) found.set(name, iri)
}
