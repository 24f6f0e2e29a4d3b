import type {Role} from './contract.ts'

/** Declared tables by name. `false` takes a declaration of that name away. */
export type TableDeclarations = Readonly<Record<string, TableDeclaration | false>>

/** Which tables are meant and what their columns state: data, as a configuration holds it. */
export interface TableDeclaration {
  /** The declaration to start from: what is left out here is as there, and columns of one name are joined. */
  readonly extends?: string
  /** A pattern that one of the headings above the table must match. */
  readonly heading?: string
  /** How headings begin that name a category or a group for the tables below them. */
  readonly headings?: readonly HeadingDeclaration[]
  /** In the order in which they are expected. */
  readonly columns?: readonly ColumnDeclaration[]
  /** Whether tables may have columns that are not declared. */
  readonly furtherColumns?: boolean
  /** Words that no header may hold: tables that have one are others. */
  readonly excludedHeaders?: readonly string[]
  /** What a cell holds where it states nothing, beside blanks: `-`, `无`. */
  readonly missingValues?: readonly string[]
}

/** A heading `label`, `separator`, name, such as `一级类目：金融业`. */
export interface HeadingDeclaration {
  readonly role: 'category' | 'group'
  readonly label: string
  /** As it should be written. `：` where left out. */
  readonly separator?: string
  /** Whether other headings may begin so too: then such a table must stand below. */
  readonly isGeneral?: boolean
}

/** A column: its header words, what it means, and which values it takes, in the terms of Frictionless Table Schema. */
export interface ColumnDeclaration {
  readonly name: string
  /** Header words that mean it, whatever their width and case. The name where left out. */
  readonly headers?: readonly string[]
  /** Endings of header words that mean it where no whole word does. */
  readonly headerEndings?: readonly string[]
  readonly role?: Role
  /** Whether tables may lack the column. */
  readonly optional?: boolean
  /** Whether a blank cell means "as above". */
  readonly inherits?: boolean
  /** What separates the values where a cell holds several. The constraints below then hold for each. */
  readonly separator?: string | readonly string[]
  readonly type?: ValueType
  /** Whether every row must state it. */
  readonly required?: boolean
  /** Within what a value may stand but once; `true` is the table. */
  readonly unique?: boolean | UniqueScope
  readonly enum?: readonly string[]
  /** A regular expression that the whole value must match. */
  readonly pattern?: string
  /** In characters. */
  readonly minLength?: number
  readonly maxLength?: number
  readonly references?: Reference
}

/** The declared table and column that define the values. */
export interface Reference {
  readonly table: string
  readonly column: string
  /** Whether in a row that names a category the value must stand in that category. */
  readonly withinCategory?: boolean
  /** Whether tables of the kind may speak of another catalogue: then half of the values must be known in one. */
  readonly tentative?: boolean
}

/** As in Table Schema: <https://datapackage.org/standard/table-schema/#field-types>. */
export type ValueType =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'date'
  | 'time'
  | 'datetime'
  | 'year'
  | 'yearmonth'

export type UniqueScope = 'table' | 'category' | 'dataset'
