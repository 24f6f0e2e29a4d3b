import type {TableFragment} from '../document/fragments.ts'
import type {Cell, Heading, MarkdownDocument, Paragraph, Row, Section, Table} from '../document/model.ts'
import type {RowLine} from '../document/row-lines.ts'
import type {Mending} from '../mending/mending.ts'
import type {QualificationReader} from '../requirement/reader.ts'
import type {Requirement} from '../requirement/requirement.ts'
import type {Range} from '../text/range.ts'
import type {StatedValue} from './cell-values.ts'
import type {ColumnContract, HeadingForm, Role, TableContract} from './contract.ts'
import type {Definitions} from './definitions.ts'
import type {Duplicates} from './duplicates.ts'
import type {Exchange} from './exchanges.ts'
import type {Misplacement} from './misplacement.ts'
import type {StatedReference} from './references.ts'

/** A Markdown document seen through table contracts: what the rules check and the dataset is made from. */
export interface TabularDocument {
  readonly markdown: MarkdownDocument
  /** In the order in which they are tried. */
  readonly contracts: readonly TableContract[]
  /** Reads the qualifications, by a vocabulary and a day. */
  readonly reader: QualificationReader
  /** Headings that name a category or a group, each once. */
  readonly headings: readonly CategoryHeading[]
  /** The tables that are declared; those of other things are left out. */
  readonly tables: readonly DeclaredTable[]
  /** The rows of all tables that hold anything. */
  readonly records: readonly TableRecord[]
  /** What was meant as a category table, or might have been, and GFM reads as something else. */
  readonly fragments: readonly BrokenTable[]
  /** What stands more than once where it may stand but once. */
  readonly duplicates: Duplicates
  /** The edits that put misplaced values and broken tables right. */
  readonly mending: Mending
}

export interface BrokenTable extends TableFragment {
  /** The first line that has the header words of a category table. */
  readonly head: RowLine | null
  /** The category heading that it stands under. */
  readonly category: CategoryHeading | null
}

export interface CategoryHeading {
  readonly role: 'category' | 'group'
  /** Normalised. */
  readonly name: string
  /** Where the name stands in the source. */
  readonly nameRange: Range
  /** What stands between label and name. */
  readonly separator: {readonly text: string; readonly range: Range} | null
  readonly line: number
  /** The contracts that name a category by it. */
  readonly contracts: ReadonlySet<TableContract>
  /** Whether one of them is a catalogue's: the headings of others name nothing of the dataset. */
  readonly isCatalogue: boolean
  /** The form that its label has in the contract; null in a document whose headings have no labels. */
  readonly form: HeadingForm | null
  /** A paragraph where it was meant as a heading and written otherwise (`##一级类目：…`). */
  readonly block: Heading | Paragraph
  readonly section: Section
}

export interface DeclaredTable {
  readonly table: Table
  /** What it is declared as. */
  readonly contract: TableContract
  readonly section: Section
  /** The heading that names its category. */
  readonly heading: CategoryHeading | null
  /** Whether text stands between it and the table above under the same heading, which may tell the two apart. */
  readonly isIntroduced: boolean
  readonly columns: readonly Column[]
  /** The body rows that state anything. */
  readonly records: readonly TableRecord[]
  /** All rows, the header first, with their records. */
  readonly rows: readonly TableRow[]
  /** Rows that repeat the head of a category table: a table begins there, and a blank line is missing above it. */
  readonly secondHeads: readonly Row[]
  /** What a row states in a column, value by value. */
  valuesOf(row: Row, column: Column): readonly StatedValue[]
  /** The names that its rows refer to, looked up in what the tables of the run define. */
  references(definitions: Definitions): Iterable<StatedReference>
}

export interface TableRow {
  readonly row: Row
  /** Null for the header, for blank rows and for what belongs to a second head. */
  readonly record: TableRecord | null
}

export interface Column {
  readonly index: number
  /** What it is declared as; null where its word means no declared column. */
  readonly contract: ColumnContract | null
  readonly role: Role | null
  /** Whether its place alone gave it its meaning, since its word is none that the contract knows. */
  readonly isPresumed: boolean
  readonly header: Cell
  /** The header word as written. */
  readonly label: string
  /** The index of another column that states the same. */
  readonly repeats: number | null
}

/** A body row of a declared table. */
export interface TableRecord {
  readonly row: Row
  readonly table: DeclaredTable
  /** Normalised; null where the document names none. */
  readonly category: string | null
  /** The line that first states the category. */
  readonly categoryLine: number
  /** The part of the document within which a category is stated once. */
  readonly scope: Section | null
  /** The level between category and key, where the document has three. */
  readonly group: string | null
  readonly name: string
  /** Normalised; null where blank. */
  readonly qualification: string | null
  readonly cells: Readonly<Partial<Record<Role, Cell>>>
  readonly requirement: Requirement | null
  /** A value that belongs to another column or level, judged from the whole document. */
  readonly misplacement: Misplacement | null
  /** Two values that are each other's by what is declared of their columns. */
  readonly exchange: Exchange | null
}
