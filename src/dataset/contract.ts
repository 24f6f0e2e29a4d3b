import type {Reference, UniqueScope} from './declaration.ts'
import type {ValueTest} from './values.ts'

/** What a column states for the dataset. Columns of other meaning have none. */
export type Role = 'ordinal' | 'category' | 'group' | 'key' | 'qualification' | 'note'

/** Which tables are meant, and what their headings and header words mean: a declaration, made ready for reading. */
export interface TableContract {
  readonly name: string
  /** The names that references may call it by: its own, and those of the declarations that it extends. */
  readonly kinds: readonly string[]
  readonly headings: readonly HeadingForm[]
  /** What one of the headings above the table must match; null where any may stand there. */
  readonly heading: TextPattern | null
  /** In the order in which the columns are expected. */
  readonly columns: readonly ColumnContract[]
  /** Whether tables may have columns that are not declared. */
  readonly mayHaveFurther: boolean
  /** Words that no header of its tables holds. */
  readonly excludedWords: readonly string[]
  /** What cells hold that state nothing, by {@link nameKey}. */
  readonly missingValues: ReadonlySet<string>
  /** Whether its rows are subcategories and what they ask for: those are what the dataset is made of. */
  readonly isCatalogue: boolean
}

/** A regular expression, of whatever engine. */
export interface TextPattern {
  test(text: string): boolean
}

/** How a heading that names a category begins: the label, the separator, the name. */
export interface HeadingForm {
  readonly role: 'category' | 'group'
  readonly label: string
  readonly separator: string
  /** Whether headings may begin so that name no category: then a category table must stand below. */
  readonly isGeneral: boolean
}

export interface ColumnContract {
  readonly name: string
  readonly role: Role | null
  /** The header word to write where none is there to follow. */
  readonly label: string
  /** Header words that mean this column. A word may stand under two roles: the other columns decide. */
  readonly names: readonly string[]
  /** Parts of header words that mean this column where no whole word does. */
  readonly parts: readonly string[]
  /** Whether a table without it is another kind of table. */
  readonly isRequired: boolean
  /** Whether every row must fill it in. */
  readonly isFilled: boolean
  /** Whether a blank cell means "as above". */
  readonly inherits: boolean
  /** What separates the values of a cell; none where a cell holds one. */
  readonly separators: readonly string[]
  /** Within what a value may stand but once. */
  readonly unique: UniqueScope | null
  /** What a value must be; null where it may be anything. */
  readonly test: ValueTest | null
  /** The table and column that define the values. */
  readonly references: Reference | null
}
