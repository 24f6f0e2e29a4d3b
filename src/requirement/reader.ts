import type {LicenseKnowledge} from '../vocabulary/types.ts'
import type {Vocabulary} from '../vocabulary/vocabulary.ts'
import type {LicenseStatus, RequirementExpression} from './expression.ts'
import {
  type CertainStretches,
  certainStretches,
  type ParsedRequirement,
  parseRequirement,
} from './grammar/parse.ts'
import {plainList} from './grammar/plain-list.ts'
import {type Naming, toExpression} from './grammar/to-expression.ts'
import type {LicenseName, NameFinder} from './license-names.ts'
import {Qualification} from './qualification.ts'

/** Reads qualification texts, with what a vocabulary knows on a day. A text that is repeated is read once. */
export class QualificationReader {
  readonly #vocabulary: Vocabulary
  readonly #asOf: string
  readonly #qualifications = new Map<string, Qualification>()
  readonly #known = new Map<string, LicenseKnowledge | null>()
  readonly #nearest = new Map<string, string | null>()
  readonly #certain = new Map<string, CertainStretches>()
  readonly #parsed = new Map<string, ParsedRequirement>()
  readonly #expressions = new Map<string, RequirementExpression>()

  /** @param asOf the day, as in `2026-06-01`. */
  constructor(vocabulary: Vocabulary, asOf: string) {
    this.#vocabulary = vocabulary
    this.#asOf = asOf
  }

  /** The text, to ask what is in it. */
  qualification(text: string): Qualification {
    return remember(this.#qualifications, text, () => new Qualification(text, this))
  }

  /** The licence names in a text. */
  names(text: string): readonly LicenseName[] {
    return this.#stretches(text).names
  }

  parse(text: string): ParsedRequirement {
    return remember(this.#parsed, text, () => parseRequirement(text, this.#findKnown, this.#stretches(text)))
  }

  /** What the text asks for, as plain data. */
  express(text: string): RequirementExpression {
    return remember(
      this.#expressions,
      text,
      () => this.#expressPlainly(text) ?? toExpression(this.parse(text).root, this.#naming),
    )
  }

  #expressPlainly(text: string): RequirementExpression | undefined {
    const {names, forms} = this.#stretches(text)
    const list = forms.length === 0 ? plainList(text, names) : undefined
    const terms = list?.words.map((license) => ({license, ...this.#naming(license)}))
    if (!list || !terms?.[0]) return undefined
    if (terms.length === 1) return terms[0]
    return list.kind === 'all' ? {all: terms} : {any: terms}
  }

  lookUp(name: string): LicenseKnowledge | undefined {
    return remember(this.#known, name, () => this.#vocabulary.lookUp(name, this.#asOf) ?? null) ?? undefined
  }

  /** What is certain of a name. That a name is informal says nothing of the law and needs no source. */
  statusOf(name: string): LicenseStatus {
    const known = this.lookUp(name)
    return known && (known.verified || known.status === 'informal') ? known.status : 'unknown'
  }

  /** The known licence that an unknown name is most likely a slip for. */
  nearest(name: string): string | undefined {
    return (
      remember(this.#nearest, name, () => this.#vocabulary.nearest(name, this.#asOf) ?? null) ?? undefined
    )
  }

  #stretches(text: string): CertainStretches {
    return remember(this.#certain, text, () => certainStretches(text, this.#findKnown))
  }

  readonly #findKnown: NameFinder = (text) => this.#vocabulary.findNames(text)

  readonly #naming: Naming = (name) => {
    const known = this.lookUp(name)
    if (!known) return {}
    const status = this.statusOf(name)
    // An informal name is no licence of its own, so what it is taken for is stated even where no source bears it out.
    const canonical = status === 'informal' ? (known.presumed ?? known.canonical) : known.canonical
    return {
      ...(canonical === name ? {} : {canonical}),
      ...(status === 'current' || status === 'unknown' ? {} : {status}),
    }
  }
}

/** More texts than a document repeats are not kept. */
const most = 4096

function remember<T>(known: Map<string, T>, text: string, read: () => T): T {
  const before = known.get(text)
  if (before !== undefined) return before
  if (known.size >= most) known.clear()
  const value = read()
  known.set(text, value)
  return value
}
