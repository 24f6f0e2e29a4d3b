import type {SubcategoryEntry} from '../dataset/entries.ts'
import type {RequirementExpression} from '../requirement/expression.ts'

/** What tells two datasets apart. As JSON it is what `catalint diff --format json` writes. */
export interface DatasetDiff {
  readonly version: 1
  /** `reformatted` where the data are the same and only the text differs. */
  readonly result: 'identical' | 'reformatted' | 'different'
  readonly changes: readonly Change[]
  readonly summary: DiffSummary
}

/** How many changes there are of each kind. */
export type DiffSummary = Readonly<Record<ChangeKind, number>>

export type ChangeKind = Change['kind']

export type Change =
  | CategoryStated
  | SubcategoryStated
  | Renamed
  | Moved
  | RequirementChange
  | NoteChange
  | Reformatted

/** The names that lead to an entry: a category, a group where there is one, a subcategory. */
export type EntryPath = readonly (string | null)[]

/** A category that only one of the datasets has, with its rows that have not come from elsewhere or gone there. */
export interface CategoryStated extends Placed {
  readonly kind: 'added' | 'removed'
  readonly entity: 'category'
  readonly path: EntryPath
  readonly subcategories: readonly ListedSubcategory[]
}

export interface SubcategoryStated extends Placed, Pick<ListedSubcategory, 'qualification' | 'requirement'> {
  readonly kind: 'added' | 'removed'
  readonly entity: 'subcategory'
  readonly path: EntryPath
}

export interface Renamed extends Placed {
  readonly kind: 'renamed'
  readonly entity: 'category' | 'subcategory'
  readonly from: EntryPath
  readonly to: EntryPath
  readonly evidence: readonly Evidence[]
}

/** What speaks for two names being those of one entry. */
export type Evidence =
  /** The caller said so. */
  | 'stated'
  /** It is in the same category, and group. */
  | 'category'
  /** It asks for the same. */
  | 'requirement'
  /** Neither row states a qualification. */
  | 'no-qualification'
  /** It has its place between the same rows. */
  | 'neighbours'
  /** The names overlap. */
  | 'names'
  /** Of a category: most of its rows are the same. */
  | 'rows'

/** A subcategory in another category or group; or several that went the same way, between the categories themselves. */
export interface Moved extends Placed {
  readonly kind: 'moved'
  readonly entity: 'category' | 'subcategory'
  readonly from: EntryPath
  readonly to: EntryPath
  /** The rows that went together. Left out where a whole category stands in another document. */
  readonly subcategories?: readonly MovedSubcategory[]
}

export interface MovedSubcategory {
  readonly name: string
  /** How it was written before, where width, case or blanks differ. */
  readonly nameBefore?: string
}

export interface RequirementChange extends OnPath {
  readonly kind: 'changed'
  readonly entity: 'requirement'
  readonly effect: Effect
  /** Where one of the texts allows another reading. */
  readonly ambiguous?: true
  /** Where the two are too large to be compared. */
  readonly tooLarge?: true
  readonly before: RequirementExpression | null
  readonly after: RequirementExpression | null
  readonly qualification: BeforeAfter
  readonly licenses: LicenseChanges
}

/** For those who meet a requirement: some of them no longer do, others do as well, or neither of the two. */
export type Effect = 'tightened' | 'loosened' | 'changed'

/** Licences that only one of two requirements asks for, by the names in its text. */
export interface LicenseChanges {
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

export interface NoteChange extends OnPath {
  readonly kind: 'changed'
  readonly entity: 'subcategory'
  readonly note: BeforeAfter
}

/** A difference of the text that is none of the data. */
export interface Reformatted extends OnPath {
  readonly kind: 'reformatted'
  readonly entity: 'category' | 'subcategory' | 'requirement' | 'document'
  /**
   * What differs: a `name` by width, case or blanks; the `text` of a qualification or a document; a `note`; the `order`
   * of rows or categories; the `path` of a document.
   */
  readonly what: 'name' | 'text' | 'note' | 'order' | 'path'
  readonly qualification?: BeforeAfter
  readonly note?: BeforeAfter
  /** Other names for the same licences. */
  readonly licenses?: LicenseChanges
}

/** Something that both datasets have. */
interface OnPath extends Placed {
  readonly path: EntryPath
  /** Where it was found before, if that was elsewhere or under another name. */
  readonly pathBefore?: EntryPath
}

export interface BeforeAfter<T = string | null> {
  readonly before: T
  readonly after: T
}

interface Placed {
  readonly places: {readonly before?: Place; readonly after?: Place}
}

export interface Place {
  readonly document: string
  /** Counted from 1. */
  readonly line: number
}

export interface ListedSubcategory
  extends Pick<SubcategoryEntry, 'name' | 'group' | 'line' | 'qualification' | 'requirement'> {}

/** An entry of the first dataset that is one of the second under another name. */
export interface Rename {
  readonly from: readonly string[]
  readonly to: readonly string[]
}
