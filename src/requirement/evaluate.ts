import {nameKey} from '../text/normalize.ts'
import {isAddition, type RequirementExpression, type Term} from './expression.ts'

/** How licences are compared. */
export interface LicenseIdentity {
  /** The name that a licence goes by, whatever it is called. */
  canonical(name: string): string
  /** The licences that it is a kind of. */
  kindsOf(name: string): readonly string[]
}

/** Compares licences by the names that they are given alone. */
export const byName: LicenseIdentity = {canonical: (name) => name, kindsOf: () => []}

/**
 * Whether what is held meets a requirement. One of its cases is enough; whether a condition holds cannot be
 * told from names, so a licence counts with it.
 */
export function satisfies(
  requirement: RequirementExpression | null,
  held: readonly string[],
  {identity = byName}: {readonly identity?: LicenseIdentity} = {},
): boolean {
  return requirement === null || isSatisfied(requirement, new Holdings(held, identity))
}

export function isSatisfied(requirement: RequirementExpression, holdings: Holdings): boolean {
  return decide(requirement, (term) => !isAskedFor(term) || holdings.serving(term) !== undefined, 'some')
}

/** Whether it is satisfied whoever asks, with no condition left to check. */
export function isOpen(requirement: RequirementExpression, holdings: Holdings): boolean {
  const isMet = (term: Term) =>
    !isAskedFor(term) || (term.condition === undefined && holdings.serving(term) !== undefined)
  return decide(requirement, isMet, 'every')
}

/** `无需提供《甲》` and `如有请提供《甲》` ask for nothing. */
export function isAskedFor({required}: Term): boolean {
  return required !== false
}

function decide(
  requirement: RequirementExpression,
  isMet: (term: Term) => boolean,
  whichCase: 'some' | 'every',
): boolean {
  const isTrue = (operand: RequirementExpression) => decide(operand, isMet, whichCase)
  if ('all' in requirement) {
    return requirement.all.every((operand) => {
      if (!isAddition(operand)) return isTrue(operand)
      return whichCase === 'some' || operand.cases.every(({require}) => isTrue(require))
    })
  }
  if ('any' in requirement) return requirement.any.some(isTrue)
  if (!('cases' in requirement)) return isMet(requirement)
  const {cases} = requirement
  // A text with a single case says nothing of those whom it does not name.
  if (whichCase === 'every' && cases.length < 2) return false
  return cases.length > 0 && cases[whichCase](({require}) => isTrue(require))
}

/** The licences and documents that someone has. */
export class Holdings {
  /** As they were named. */
  readonly names: readonly string[]
  readonly identity: LicenseIdentity
  /** What is held, by the key of each name that it serves for. */
  readonly #documents = new Map<string, string>()
  readonly #licenses = new Map<string, string>()

  constructor(names: readonly string[], identity: LicenseIdentity) {
    this.names = names
    this.identity = identity
    for (const name of names) {
      add(this.#documents, name, name)
      add(this.#licenses, name, name)
    }
    for (const name of names) add(this.#licenses, identity.canonical(name), name)
    this.#addKinds()
  }

  /** What is held that serves as a licence or document, by its own name. */
  serving(term: Term): string | undefined {
    const held = 'license' in term ? this.#licenses : this.#documents
    for (const key of keysOf(term, this.identity)) {
      const name = held.get(key)
      if (name !== undefined) return name
    }
    return undefined
  }

  /** The keys of all names of licences that what is held serves for. */
  get servedKeys(): Iterable<string> {
    return this.#licenses.keys()
  }

  /** A licence serves as what it is a kind of, and as what that is a kind of in turn; the nearer goes first. */
  #addKinds(): void {
    const {identity} = this
    let nearest = this.names.map((name) => ({name, held: name}))
    while (nearest.length > 0) {
      const kinds = nearest.flatMap(({name, held}) =>
        // A licence that was renamed is still what it was a kind of.
        [...identity.kindsOf(name), ...identity.kindsOf(identity.canonical(name))].map((kind) => ({
          name: kind,
          held,
        })),
      )
      // Kinds that go in a circle are known by then.
      nearest = kinds.filter(({name, held}) => {
        const isNew = add(this.#licenses, name, held)
        return add(this.#licenses, identity.canonical(name), held) || isNew
      })
    }
  }
}

/** The keys of the names that a term goes by; the first of them tells terms apart. */
export function keysOf(term: Term, identity: LicenseIdentity): readonly string[] {
  const aliases = term.aliases ?? []
  if ('document' in term) return [term.document, ...aliases].map(nameKey)
  const names = [term.license, ...(term.canonical === undefined ? [] : [term.canonical]), ...aliases]
  return names.flatMap((name) => [nameKey(identity.canonical(name)), nameKey(name)])
}

/** Unless something serves for the name already. */
function add(served: Map<string, string>, name: string, held: string): boolean {
  const key = nameKey(name)
  if (served.has(key)) return false
  served.set(key, held)
  return true
}
