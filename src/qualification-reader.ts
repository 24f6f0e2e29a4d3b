import {ConfigurationError} from './configuration-error.ts'
import type {LintOptions} from './lint.ts'
import type {LicenseIdentity} from './requirement/evaluate.ts'
import {QualificationReader} from './requirement/reader.ts'
import {type Problem, printPath} from './shape/problem.ts'
import {builtInVocabulary} from './vocabulary/built-in.ts'
import {checkVocabulary} from './vocabulary/check.ts'
import {isFullDate, today} from './vocabulary/dates.ts'
import type {VocabularyData} from './vocabulary/types.ts'
import {extendVocabulary, type Vocabulary} from './vocabulary/vocabulary.ts'

/** What is known of licences: as in {@link LintOptions}. */
export type LicenseOptions = Pick<LintOptions, 'asOf' | 'vocabulary'>

/** Reads qualifications by the vocabulary and the day that the options name. */
export function qualificationReader({asOf, vocabulary}: LicenseOptions): QualificationReader {
  return new QualificationReader(vocabularyOf(vocabulary), dayOf(asOf))
}

/** Compares licences by the vocabulary and the day that the options name: for `satisfies`. */
export function licenseIdentity({asOf, vocabulary}: LicenseOptions = {}): LicenseIdentity {
  const known = vocabularyOf(vocabulary)
  const day = dayOf(asOf)
  return {
    canonical: (name) => known.canonicalName(name, day),
    kindsOf: (name) => known.kindsOf(name, day),
  }
}

/** The day that renamed and abolished licences are judged by: today, as UTC has it, where nothing is said. */
export function dayOf(asOf: string | undefined): string {
  if (asOf === undefined) return today()
  // A configuration in JavaScript may hold anything.
  if (typeof asOf === 'string' && isFullDate(asOf)) return asOf
  throw new ConfigurationError(`wrong date: ${String(asOf)}, expected a day like 2026-06-01`)
}

/** Vocabularies by the data that they were made of, once that has been checked. */
const extended = new WeakMap<object, Vocabulary>()

export type VocabulariesCheck =
  | {readonly ok: true; readonly data: readonly VocabularyData[]}
  /** The place in the list of the first one with problems, and these. */
  | {readonly ok: false; readonly index: number; readonly problems: readonly Problem[]}

/**
 * Checks a user's vocabularies, each on its own and together with those before it. What is right is not checked
 * again when licences are looked up in it.
 */
export function checkedVocabularies(list: readonly unknown[]): VocabulariesCheck {
  let vocabulary = builtInVocabulary()
  for (const [index, data] of list.entries()) {
    const check = checkVocabulary(data, vocabulary)
    if (!check.ok) return {ok: false, index, problems: check.problems}
    vocabulary = extendVocabulary(vocabulary, check.data)
  }
  extended.set(list, vocabulary)
  return {ok: true, data: list as readonly VocabularyData[]}
}

/** The built-in vocabulary, with what the user adds. */
export function vocabularyOf(data: LintOptions['vocabulary']): Vocabulary {
  if (data === undefined) return builtInVocabulary()
  const known = extended.get(data)
  if (known) return known
  const check = checkedVocabularies(Array.isArray(data) ? data : [data])
  if (!check.ok) throw new ConfigurationError(`wrong vocabulary: ${wordsFor(check.problems[0])}`)
  const vocabulary = extended.get(check.data) ?? builtInVocabulary()
  extended.set(data, vocabulary)
  return vocabulary
}

function wordsFor(problem: Problem | undefined): string {
  if (!problem) return 'unknown problem'
  return [...(problem.path.length > 0 ? [printPath(problem.path)] : []), problem.message.en].join(': ')
}
