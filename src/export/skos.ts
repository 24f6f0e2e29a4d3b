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
  const licenses = firstIris('license', dataset.licenses, ({name}) => name)
  const documents = firstIris('document', dataset.documents, ({path}) => path)
  yield* licenseNodes(dataset)
  yield* documentNodes(dataset)
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

function* licenseNodes({licenses}: Dataset): Iterable<Node> {
  yield {'@id': licenseScheme, '@type': 'ConceptScheme'}
  const iris = new Iris('urn:catalint:license:')
  for (const {name, canonical, status} of licenses) {
    const id = iris.next(name)
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

function* documentNodes({documents}: Dataset): Iterable<Node> {
  const iris = new Iris('urn:catalint:document:')
  for (const {path, title, sha256} of documents) {
    yield {'@id': iris.next(path), '@type': 'ConceptScheme', prefLabel: title, path, sha256}
  }
}

function top(scheme: string | undefined) {
  return {inScheme: scheme, topConceptOf: scheme}
}

/** The IRIs by which others refer to things by name: of two things of one name the first is meant. */
function firstIris<E>(
  kind: string,
  entries: readonly E[],
  nameOf: (entry: E) => string,
): ReadonlyMap<string, string> {
  const iris = new Iris(`urn:catalint:${kind}:`)
  const found = new Map<string, string>()
  for (const entry of entries) {
    const iri = iris.next(nameOf(entry))
    if (!found.has(nameOf(entry))) found.set(nameOf(entry), iri)
  }
  return found
}
