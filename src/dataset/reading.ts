import type {MarkdownDocument, Paragraph, Section, Table} from '../document/model.ts'
import {assignColumns, presumeColumns, wordsOfHeader} from './columns.ts'
import type {TableContract} from './contract.ts'
import type {HeadingClaims, ReadHeading} from './heading-claims.ts'
import {
  type HeadingReader,
  headingInDisguise,
  headingReader,
  type LabelledText,
  labelledHeading,
  plainHeading,
} from './headings.ts'
import type {CategoryHeading, Column} from './model.ts'
import {isComplete, isDeclaredTable, mayBeComplete} from './table-evidence.ts'

/** A declared table before its rows are read. */
export interface FoundTable {
  readonly table: Table
  readonly contract: TableContract
  readonly section: Section
  readonly heading: CategoryHeading | null
  readonly group: CategoryHeading | null
  readonly isIntroduced: boolean
  readonly columns: readonly Column[]
}

/** What contracts before have taken: a table has one contract, a heading may have several. */
export interface Claims {
  readonly tables: Set<Table>
  readonly headings: HeadingClaims
}

/** A section and what its tables say of themselves, worked out once for all contracts. */
export interface SectionTables {
  readonly section: Section
  readonly tables: readonly Table[]
  /** The words of each table's header. */
  readonly words: readonly (readonly string[])[]
}

export function withTables(section: Section): SectionTables {
  const tables = section.blocks.filter((block) => block.type === 'table')
  return {section, tables, words: tables.map(({header}) => wordsOfHeader(header))}
}

/** What has been found by one contract on the way through a document. */
export class Reading {
  readonly contract: TableContract
  #found: FoundTable[] = []
  readonly #markdown: MarkdownDocument
  readonly #claims: Claims
  readonly #reader: HeadingReader
  /** What each section's heading says after a label, read once. */
  readonly #labels: ReadonlyMap<Section, LabelledText | undefined>
  /** General labels that stand over a category table somewhere, so that they name categories in this document. */
  readonly #usualLabels: ReadonlySet<string>
  readonly #named = new Map<Section, CategoryHeading>()

  /** @param sections of the document, for all contracts the same. */
  constructor(
    markdown: MarkdownDocument,
    sections: readonly SectionTables[],
    contract: TableContract,
    claims: Claims,
  ) {
    this.contract = contract
    this.#markdown = markdown
    this.#claims = claims
    this.#reader = headingReader(contract)
    const labelled = contract.headings.length > 0 ? sections : []
    this.#labels = new Map(
      labelled.map(({section}) => [section, this.#reader.read(section.heading?.content.text ?? '')]),
    )
    this.#usualLabels = new Set(labelled.flatMap((read) => this.#labelOverTable(read)))
  }

  get found(): readonly FoundTable[] {
    return this.#found
  }

  /** Whether a heading names a category by a label. */
  get hasLabels(): boolean {
    return [...this.#named.values()].some(({form}) => form)
  }

  readSection(read: SectionTables): void {
    if (!this.#mayConcern(read)) return
    const {section, tables} = read
    const columns = this.#columnsOfFree(read)
    this.#readHeading(section, [...columns.values()])
    for (const [index, block] of section.blocks.entries()) {
      if (block.type === 'table') {
        const isIntroduced = section.blocks[index - 1]?.type === 'paragraph' && block !== tables[0]
        const own = columns.get(block)
        if (own) this.#readTable({table: block, section, isIntroduced}, own, tables.length === 1)
        continue
      }
      const next = section.blocks[index + 1]
      const below = next?.type === 'table' ? columns.get(next) : undefined
      if (block.type === 'paragraph' && below) this.#readDisguise(block, section, below)
    }
  }

  /** Of many declared tables most have none in a document, which the header words tell where no heading has a say. */
  #mayConcern({words}: SectionTables): boolean {
    const {headings, heading} = this.contract
    return headings.length > 0 || heading !== null || words.some((own) => mayBeComplete(own, this.contract))
  }

  #columnsOfFree({tables, words}: SectionTables): ReadonlyMap<Table, readonly Column[]> {
    const columns = new Map<Table, readonly Column[]>()
    for (const [index, table] of tables.entries()) {
      if (this.#claims.tables.has(table)) continue
      columns.set(table, assignColumns(table.header, words[index] ?? [], this.contract))
    }
    return columns
  }

  /** Whether a text reads as a category heading, label and all. */
  isLabelled(text: string, mayBeGeneral: boolean): boolean {
    const labelled = this.#reader.read(text)
    return (
      labelled !== undefined &&
      labelled.separator === 'colon' &&
      (mayBeGeneral || !labelled.form.isGeneral) &&
      labelled.name !== ''
    )
  }

  /** The heading of the role that a section stands under. */
  above(section: Section, role: CategoryHeading['role']): CategoryHeading | null {
    for (let at: Section | null = section; at; at = at.parent) {
      const heading = this.#named.get(at)
      if (heading?.role === role) return heading
    }
    return null
  }

  /** In a document that labels no heading, the heading right above a category table names the category. */
  nameByPlainHeadings(): void {
    const owners = [...new Set(this.#found.filter(needsHeading).map(({section}) => section))]
    const owning = countBy(owners, ({heading}) => heading?.depth)
    const recurring = recurringHeadings(owners)
    for (const section of owners) {
      const {heading, parent} = section
      if (!heading) continue
      const isTitle = heading.depth === 1 || heading.content.text.trim() === this.#markdown.title
      if (isTitle && owning.get(heading.depth) === 1) continue
      // `### 企业` under one heading and the next tells applicants apart, not categories.
      const isGroup = parent?.heading && recurring.has(heading.content.text.trim())
      if (isGroup && !this.#named.has(parent)) this.#namePlainly(parent, 'category')
      this.#namePlainly(section, isGroup ? 'group' : 'category')
    }
    this.#found = this.#found.map((found) => ({
      ...found,
      heading: this.above(found.section, 'category'),
      group: this.above(found.section, 'group'),
    }))
  }

  #namePlainly(section: Section, role: CategoryHeading['role']): void {
    const {heading} = section
    if (heading) this.#name(section, {...plainHeading(heading, section, this.#markdown.lines), role})
  }

  #labelOverTable({section, tables, words}: SectionTables): readonly string[] {
    const labelled = this.#labels.get(section)
    if (!labelled?.form.isGeneral || labelled.separator !== 'colon') return []
    const isOver = tables.some(({header}, index) =>
      isComplete(assignColumns(header, words[index] ?? [], this.contract), this.contract),
    )
    return isOver ? [labelled.form.label] : []
  }

  #readHeading(section: Section, tables: readonly (readonly Column[])[]): void {
    const {heading} = section
    const labelled = this.#labels.get(section)
    if (!heading || !labelled) return
    if (this.#names(labelled, tables))
      this.#name(section, labelledHeading(labelled, heading, section, this.#markdown.lines))
  }

  #readDisguise(paragraph: Paragraph, section: Section, below: readonly Column[]): void {
    const labelled = headingInDisguise(paragraph, this.#reader)
    if (!labelled || !this.#names(labelled, [below])) return
    this.#name(section, labelledHeading(labelled, paragraph, section, this.#markdown.lines))
  }

  /** `类目 说明` and `类目 - 说明` may be about categories; over a category table they name one. */
  #names({separator, form}: LabelledText, tables: readonly (readonly Column[])[]): boolean {
    const isUsual = !form.isGeneral || this.#usualLabels.has(form.label)
    return (separator === 'colon' && isUsual) || tables.some((columns) => isComplete(columns, this.contract))
  }

  #readTable(
    place: Pick<FoundTable, 'table' | 'section' | 'isIntroduced'>,
    columns: readonly Column[],
    isOnly: boolean,
  ): void {
    const {contract} = this
    const heading = this.above(place.section, 'category')
    if (!isDeclaredTable({columns, heading, isOnly, ...place}, contract)) return
    const group = this.above(place.section, 'group')
    this.#found.push({contract, heading, group, columns: presumeColumns(columns, contract), ...place})
  }

  #name(section: Section, heading: ReadHeading): void {
    this.#named.set(section, this.#claims.headings.add(heading, this.contract))
  }
}

/** The texts of headings that stand under more than one other. */
function recurringHeadings(sections: readonly Section[]): ReadonlySet<string> {
  const parents = new Map<string, Section | null>()
  const recurring = new Set<string>()
  for (const {heading, parent} of sections) {
    const text = heading?.content.text.trim() ?? ''
    if (parents.has(text) && parents.get(text) !== parent) recurring.add(text)
    parents.set(text, parent)
  }
  return recurring
}

function countBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, number> {
  const counts = new Map<K, number>()
  for (const key of items.map(keyOf)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** A table with a column of categories names them itself. */
function needsHeading({columns}: FoundTable): boolean {
  return !columns.some(({role}) => role === 'category')
}
