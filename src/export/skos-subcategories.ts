import type {SubcategoryEntry} from '../dataset/entries.ts'
import type {Term} from '../requirement/expression.ts'
import type {Alternative} from '../requirement/normal-form.ts'
import {Iris} from './iris.ts'
import {understand} from './items.ts'
import {plainJson} from './plain-text.ts'
import type {Node} from './skos-context.ts'

/** The nodes of one category's rows and groups. */
export class SubcategoryNodes {
  readonly #category: string
  readonly #scheme: string | undefined
  /** By name. */
  readonly #licenses: ReadonlyMap<string, string>
  readonly #groups = new Map<string, string>()
  readonly #groupIris: Iris
  readonly #rowIris: Iris

  /** @param category the IRI of the category, which begins with the kind of thing that it is. */
  constructor(category: string, scheme: string | undefined, licenses: ReadonlyMap<string, string>) {
    this.#category = category
    this.#scheme = scheme
    this.#licenses = licenses
    this.#groupIris = new Iris(`${category.replace('category', 'group')}/`)
    this.#rowIris = new Iris(`${category.replace('category', 'subcategory')}/`)
  }

  *of(row: SubcategoryEntry): Iterable<Node> {
    const {group, name, line, column, qualification, requirement, note, problems} = row
    const {alternatives, isAmbiguous} = understand(row)
    const id = group === undefined ? this.#rowIris.next(name) : this.#rowIris.next(group, name)
    let parent = this.#category
    if (group !== undefined) {
      if (!this.#groups.has(group)) yield* this.#group(group)
      parent = this.#groups.get(group) ?? parent
    }
    yield {
      ...this.#concept(id, 'Subcategory', name, parent),
      line,
      column,
      qualification,
      requirement: requirement && plainJson(requirement),
      ambiguous: isAmbiguous || undefined,
      alternatives: alternatives?.length,
      note,
      problem: problems,
    }
    yield {'@id': parent, narrower: id}
    for (const [index, alternative] of (alternatives ?? []).entries()) {
      yield this.#alternative(id, index + 1, alternative)
    }
  }

  *#group(name: string): Iterable<Node> {
    const id = this.#groupIris.next(name)
    this.#groups.set(name, id)
    yield this.#concept(id, 'Group', name, this.#category)
    yield {'@id': this.#category, narrower: id}
  }

  #concept(id: string, type: string, prefLabel: string, broader: string): Node {
    return {'@id': id, '@type': ['Concept', type], prefLabel, inScheme: this.#scheme, broader}
  }

  #alternative(row: string, ordinal: number, {when, terms}: Alternative): Node {
    return {
      '@id': `${row}#alternative-${ordinal}`,
      '@type': 'Alternative',
      alternativeOf: row,
      ordinal,
      case: when.length > 0 ? when : undefined,
      asksFor: terms.map((term) => this.#term(term)),
    }
  }

  #term(term: Term) {
    const {condition, issuer, aliases: alias, note} = term
    const details = {condition, issuer, alias, note}
    if ('document' in term) return {'@type': 'DocumentTerm', name: term.document, ...details}
    const {license: name, canonical, status} = term
    return {'@type': 'LicenseTerm', license: this.#licenses.get(name), name, canonical, status, ...details}
  }
}
