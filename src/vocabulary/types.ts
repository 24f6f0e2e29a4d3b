/** A vocabulary of licences as plain data: `schema/vocabulary.schema.json`. */
export interface VocabularyData {
  readonly $schema?: string
  readonly version: 1
  /** Whether it adds to the built-in vocabulary (the default) or stands in its place. */
  readonly extends?: boolean
  readonly licenses: readonly VocabularyEntry[]
}

type VocabularyStatus = 'current' | 'renamed' | 'abolished' | 'informal'

/** One licence under its names. */
export interface VocabularyEntry {
  readonly name: string
  /** Other names of the very same licence, as formal as the first. */
  readonly aliases?: readonly string[]
  /** Short and colloquial names of the very same licence. */
  readonly informalNames?: readonly string[]
  /** Where nothing is said: `renamed` with a successor, `abolished` with an abolition, else `current`. */
  readonly status?: VocabularyStatus
  /** The name that it goes by since a date. Where that one was renamed too, its own entry says so. */
  readonly successor?: Succession
  readonly abolished?: Abolition
  readonly kindOf?: readonly Kind[]
  /** Who issues it. */
  readonly authority?: string
  /** Addresses and titles that say that the licence exists under these names. */
  readonly sources?: readonly string[]
  /** Whether the sources bear it out; `true` where nothing is said. What is not verified gives no warning. */
  readonly verified?: boolean
  /** For those who keep the vocabulary. Shown nowhere. */
  readonly note?: string
}

/** A statement with a source of its own. */
interface Fact {
  readonly source?: string
  /** As its entry where nothing is said. An entry that is not verified has no verified facts. */
  readonly verified?: boolean
}

export interface Succession extends Fact {
  readonly name: string
  /** `2017`, `2017-10` or `2017-10-01`. A verified rename has one. */
  readonly from?: string
}

interface Abolition extends Fact {
  readonly on?: string
  /** Whom it is limited to, or whom it leaves out, in Chinese. */
  readonly scope?: string
}

/** A licence that this one is a class of: who holds this one holds that one, not the other way round. */
interface Kind extends Fact {
  readonly name: string
  /** Which class of it, in Chinese. */
  readonly scope?: string
}

/** What a vocabulary knows of a name on a date. */
export interface LicenseKnowledge {
  readonly entry: VocabularyEntry
  /** Which of the entry's names it is. */
  readonly matched: 'name' | 'alias' | 'informal'
  readonly status: VocabularyStatus
  /** What the licence goes by on that date, as far as it is verified. */
  readonly canonical: string
  /** Where facts that are not verified would lead, if that is elsewhere. */
  readonly presumed?: string
  /** When it got the name `canonical` or was abolished: `2017`, `2017-10` or `2017-10-01`. */
  readonly since?: string
  /** Where that is said. */
  readonly source?: string
  /** What an abolition is limited to, in Chinese. */
  readonly scope?: string
  /** Whether the status is verified. */
  readonly verified: boolean
}
