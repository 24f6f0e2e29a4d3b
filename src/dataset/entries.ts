import type {LicenseStatus, RequirementExpression} from '../requirement/expression.ts'

/** What the documents state, in their order. Serialised, it is `schema/dataset.schema.json`. */
export interface Dataset {
  readonly $schema: string
  readonly version: 1
  readonly documents: readonly DocumentEntry[]
  readonly categories: readonly CategoryEntry[]
  readonly licenses: readonly LicenseEntry[]
}

export interface DocumentEntry {
  readonly path: string
  readonly title: string | null
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string
}

export interface CategoryEntry {
  /** Null where rows stand under no heading at all. */
  readonly name: string | null
  readonly document: string
  /** The line that first states it, counted from 1. */
  readonly line: number
  readonly subcategories: readonly SubcategoryEntry[]
  /** The rules with an error or a warning on its heading or the head of its table. */
  readonly problems?: readonly string[]
}

export interface SubcategoryEntry {
  /** Normalised; empty where the cell is blank. */
  readonly name: string
  /** The level between category and subcategory, where the document has three. */
  readonly group?: string
  readonly line: number
  /** Of the name's first character, in UTF-16 code units from 1. */
  readonly column: number
  readonly qualification: string | null
  readonly requirement: RequirementExpression | null
  /** The text of the column of notes, where there is one. */
  readonly note?: string | null
  /** The rules with an error or a warning on the row. */
  readonly problems?: readonly string[]
}

export interface LicenseEntry {
  /** As the documents write it. */
  readonly name: string
  /** The name that the licence goes by today, where that is another one. */
  readonly canonical?: string
  /** What the vocabulary knows of the name. */
  readonly status: LicenseStatus
  readonly mentions: readonly LicenseMention[]
}

export interface LicenseMention {
  readonly document: string
  readonly category: string | null
  readonly subcategory: string
  readonly line: number
}
