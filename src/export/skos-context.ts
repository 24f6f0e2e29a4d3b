/** The short names that nodes use. All of them are in the file: nothing has to be fetched to read it. */
export const skosContext = {
  '@version': 1.1,
  // Where the terms are described that SKOS does not have.
  '@vocab': 'https://unpkg.com/catalint/docs/exports.md#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  Concept: 'skos:Concept',
  ConceptScheme: 'skos:ConceptScheme',
  prefLabel: 'skos:prefLabel',
  note: 'skos:note',
  inScheme: {'@id': 'skos:inScheme', '@type': '@id'},
  hasTopConcept: {'@id': 'skos:hasTopConcept', '@type': '@id'},
  topConceptOf: {'@id': 'skos:topConceptOf', '@type': '@id'},
  broader: {'@id': 'skos:broader', '@type': '@id'},
  narrower: {'@id': 'skos:narrower', '@type': '@id'},
  alternativeOf: {'@type': '@id'},
  license: {'@type': '@id'},
  // Their order counts.
  alias: {'@container': '@list'},
  case: {'@container': '@list'},
} as const

/** A node by its short names. What is undefined is left out. */
export type Node = Readonly<Record<string, unknown>> & {readonly '@id': string}
