import {nameKey, normalizeText} from '../text/normalize.ts'
import type {Range} from '../text/range.ts'
import {NameFinder} from './find-names.ts'
import {type Claim, certainSteps, claimsOf, isVerified, knowledgeOf, type Step, stepsOf} from './knowledge.ts'
import {NearNames} from './near-names.ts'
import type {LicenseKnowledge, VocabularyData, VocabularyEntry} from './types.ts'

/** Licences by their names. Width, case and blanks of a name do not count; dates are days such as `2026-06-01`. */
export class Vocabulary {
  readonly entries: readonly VocabularyEntry[]
  readonly #claims: ReadonlyMap<string, Claim>
  #finder: NameFinder | undefined
  #near: NearNames | undefined

  /** Where two entries claim one name, the first has it. */
  constructor(entries: readonly VocabularyEntry[]) {
    this.entries = entries
    this.#claims = claimNames(entries)
  }

  /** Every name of every licence. */
  get names(): readonly string[] {
    return [...this.#claims.values()].map(({spelling}) => spelling)
  }

  /** The entry that has the name. */
  entryOf(name: string): VocabularyEntry | undefined {
    return this.#claims.get(nameKey(name))?.entry
  }

  /** What is known of a name on a day. */
  lookUp(name: string, asOf: string): LicenseKnowledge | undefined {
    const claim = this.#claims.get(nameKey(name))
    return claim && knowledgeOf(claim, this.#steps(claim.entry, asOf), asOf)
  }

  /**
   * What the licence goes by on a day: the same for all names of one licence. Only verified facts count, and an
   * unknown name stands for itself.
   */
  canonicalName(name: string, asOf: string): string {
    return this.lookUp(name, asOf)?.canonical ?? normalizeText(name)
  }

  /** The canonical names of the licences that this one is a class of, the nearest first. Only verified facts count. */
  kindsOf(name: string, asOf: string): readonly string[] {
    const start = this.entryOf(name)
    if (!start) return []
    const kinds = new Set<string>()
    const entries = new Set([start])
    // A set is walked along with what is added to it on the way.
    for (const entry of entries) {
      if (kinds.size >= mostKinds) break
      for (const kind of entry.kindOf ?? []) {
        const wider = isVerified(entry, kind) ? this.entryOf(kind.name) : undefined
        if (!wider) continue
        entries.add(wider)
        kinds.add(this.canonicalName(kind.name, asOf))
      }
      for (const {to} of certainSteps(this.#steps(entry, asOf))) entries.add(to)
    }
    kinds.delete(this.canonicalName(name, asOf))
    return [...kinds]
  }

  /** Where names of licences stand in a running text, from left to right: the longest at each place. */
  findNames(text: string): readonly Range[] {
    this.#finder ??= new NameFinder(this.names)
    return this.#finder.find(text)
  }

  /** The canonical name that an unknown name is most likely a slip for. In doubt nothing. */
  nearest(name: string, asOf: string): string | undefined {
    if (this.entryOf(name)) return undefined
    this.#near ??= new NearNames(this.names)
    const near = new Set(this.#near.find(name).map((known) => this.canonicalName(known, asOf)))
    return near.size === 1 ? [...near][0] : undefined
  }

  #steps(entry: VocabularyEntry, asOf: string): readonly Step[] {
    return stepsOf(entry, asOf, (name) => this.entryOf(name))
  }
}

/** No licence is a class of so many others; a chain that long is a mistake, and following it takes time. */
const mostKinds = 64

export function createVocabulary({licenses}: VocabularyData): Vocabulary {
  return new Vocabulary(licenses)
}

/** The base with what a user adds. A name that both have is the user's; `extends: false` leaves the base out. */
export function extendVocabulary(base: Vocabulary, extra: VocabularyData): Vocabulary {
  if (extra.extends === false) return createVocabulary(extra)
  const taken = claimNames(extra.licenses)
  const kept = base.entries.filter(({name}) => !taken.has(nameKey(name)))
  return new Vocabulary([...extra.licenses, ...kept])
}

function claimNames(entries: readonly VocabularyEntry[]): Map<string, Claim> {
  const claims = new Map<string, Claim>()
  for (const entry of entries) {
    for (const claim of claimsOf(entry)) {
      const key = nameKey(claim.spelling)
      if (!claims.has(key)) claims.set(key, claim)
    }
  }
  return claims
}
