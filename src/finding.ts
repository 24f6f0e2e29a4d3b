import type {Fingerprint} from './baseline/model.ts'
import type {Counts} from './finding-counts.ts'
import type {Point, Range} from './text/range.ts'
import type {Series} from './text/series.ts'

/** How bad a finding is: `error` where the dataset is wrong or data is lost, `warning` where something should be mended, `info` where it is worth a look. */
export type Level = 'error' | 'warning' | 'info'

/** The languages that messages are written in. */
export type Language = 'en' | 'zh'

/** A text in every language. */
export type Localized = {readonly [L in Language]: string}

/** A replacement of the source between two offsets, in UTF-16 code units. */
export interface Edit extends Range {
  readonly text: string
}

/** Edits that mend a finding together. A safe fix leaves the dataset as it is but for the point the rule names. */
export interface Fix {
  readonly safe: boolean
  readonly edits: readonly Edit[]
}

/** Another place that a finding speaks of, such as the first occurrence of a duplicate. */
export interface RelatedPlace {
  readonly path: string
  readonly start: Point
  readonly end: Point
  readonly message: string
}

/** One thing that a rule found in a document. */
export interface Finding {
  readonly rule: string
  /** Which of the rule's messages this is. */
  readonly messageId: string
  readonly level: Level
  /** What was found and what was expected, in one sentence without a final stop. */
  readonly message: string
  /** What to do about it. */
  readonly help?: string
  /** One line for `{count}` findings of this kind in `{tables}` tables of a file, where the rule has its own words for it. */
  readonly folded?: string
  readonly start: Point
  readonly end: Point
  /** The category, the key and the header word of the column that the finding stands in. */
  readonly category?: string
  readonly key?: string
  readonly column?: string
  /** The line of the table's header row, where the finding stands in a table. */
  readonly table?: number
  readonly related?: readonly RelatedPlace[]
  readonly fix?: Fix
  /** By which it is known again after edits elsewhere and in another language, where the options ask for it. No other finding of the file has it. */
  readonly fingerprint?: string
}

/** Findings that need not all be there as objects at once. */
export interface Findings extends Series<Finding> {
  /** How many there are, where that is known without going through them. */
  readonly counts?: Counts
}

/** What linting one document gave. */
export interface LintResult<F extends Findings = readonly Finding[]> {
  readonly path: string
  /** In the order of the document. */
  readonly findings: F
  /** By a baseline, where the options name one. */
  readonly baseline?: ComparedFindings
  /** Findings that are left out, as no edit has to do with them; where only what has changed is looked at. */
  readonly unchanged?: readonly Finding[]
}

/** What comparing findings with a baseline gave. */
export interface ComparedFindings {
  /** The findings that are left out. */
  readonly known: readonly Finding[]
  /** The fingerprints of all, left out or not. */
  readonly found: readonly Fingerprint[]
}
