import {Holdings, type LicenseIdentity} from '../../requirement/evaluate.ts'
import type {Term} from '../../requirement/expression.ts'
import {groupBy} from '../../text/group-by.ts'
import {nameKey} from '../../text/normalize.ts'
import {wordsKey} from './words-key.ts'

/**
 * The licences and documents that some terms speak of, each under all its names: those that the identity knows, and
 * those that the terms state.
 */
export class Things {
  readonly #above = new Map<string, string>()
  readonly #serving = new Map<string, string[]>()

  constructor(terms: readonly Term[], identity: LicenseIdentity) {
    const names = new Set<string>()
    for (const term of terms) {
      const own = namesOf(term)
      for (const name of own) if ('license' in term) names.add(name)
      const keys = own.flatMap((name) => keysOf(term, name, identity))
      for (const key of keys) this.#join(key, keys[0] ?? key)
    }
    for (const [thing, own] of this.#groups(names)) {
      for (const key of new Holdings(own, identity).servedKeys) this.#addServing(licenseKey(key), thing)
    }
  }

  /** What a term asks for, whatever it is called. */
  of(term: Term): string {
    return this.#root(firstKey(term))
  }

  /** The things that serve for a term: what it asks for, and what is a kind of that. */
  servingFor(term: Term): readonly string[] {
    const thing = this.of(term)
    return [...new Set([thing, ...(this.#serving.get(thing) ?? [])])]
  }

  /** The names of licences by what they are names of. */
  #groups(names: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
    return groupBy(names, (name) => this.#root(licenseKey(nameKey(name))))
  }

  #addServing(key: string, thing: string): void {
    // What no term asks for need not be known.
    if (!this.#above.has(key)) return
    const asked = this.#root(key)
    const known = this.#serving.get(asked)
    if (known) known.push(thing)
    else this.#serving.set(asked, [thing])
  }

  #join(one: string, other: string): void {
    const root = this.#root(other)
    this.#above.set(this.#root(one), root)
    this.#above.set(root, root)
  }

  #root(key: string): string {
    let root = key
    for (
      let above = this.#above.get(root);
      above !== undefined && above !== root;
      above = this.#above.get(root)
    ) {
      root = above
    }
    // Shortened, so that a long chain is gone up once.
    if (root !== key) this.#above.set(key, root)
    return root
  }
}

function namesOf(term: Term): readonly string[] {
  const {aliases = []} = term
  if ('document' in term) return [term.document, ...aliases]
  return [term.license, ...(term.canonical === undefined ? [] : [term.canonical]), ...aliases]
}

function keysOf(term: Term, name: string, identity: LicenseIdentity): readonly string[] {
  if ('document' in term) return [documentKey(wordsKey(name))]
  return [licenseKey(nameKey(name)), licenseKey(nameKey(identity.canonical(name)))]
}

function firstKey(term: Term): string {
  return 'document' in term ? documentKey(wordsKey(term.document)) : licenseKey(nameKey(term.license))
}

function licenseKey(key: string): string {
  return `license ${key}`
}

function documentKey(key: string): string {
  return `document ${key}`
}
