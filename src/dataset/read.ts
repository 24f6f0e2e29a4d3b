import type {MarkdownDocument, Paragraph, Section, Table} from '../document/model.ts'
import type {QualificationReader} from '../requirement/reader.ts'
import {findBrokenTables} from './broken-tables.ts'
import {assignRoles, presumeRoles} from './columns.ts'
import {categoryContract, type TableContract} from './contract.ts'
import {
  HeadingReader,
  headingInDisguise,
  type LabelledText,
  labelledHeading,
  plainHeading,
} from './headings.ts'
import type {CategoryDocument, CategoryHeading, Column} from './model.ts'
import {fillTables} from './records.ts'
import {isCategoryTable, isComplete} from './table-evidence.ts'

/** Finds the category headings and tables of a document by the words of a contract. */
export function readCategories(
  markdown: MarkdownDocument,
  reader: QualificationReader,
  contract: TableContract = categoryContract,
): CategoryDocument {
  const reading = new Reading(markdown, contract)
  for (const section of markdown.sections) reading.readSection(section)
  if (!reading.headings.some(({form}) => form)) reading.nameByPlainHeadings()
  const isLabelled = (text: string, mayBeGeneral: boolean) => reading.isLabelled(text, mayBeGeneral)
  const tables = fillTables(reading.found, contract, isLabelled, reader)
  const records = tables.flatMap((table) => table.records)
  const fragments = findBrokenTables(markdown, contract, tables, (section) =>
    reading.above(section, 'category'),
  )
  return {markdown, contract, reader, headings: reading.headings, tables, records, fragments}
}

/** A category table before its rows are read. */
export interface FoundTable {
  readonly table: Table
  readonly section: Section
  readonly heading: CategoryHeading | null
  readonly group: CategoryHeading | null
  readonly isIntroduced: boolean
  readonly columns: readonly Column[]
}

/** What has been found on the way through a document. */
class Reading {
  readonly headings: CategoryHeading[] = []
  #found: FoundTable[] = []
  readonly #markdown: MarkdownDocument
  readonly #contract: TableContract
  readonly #reader: HeadingReader
  /** What each section's heading says after a label, read once. */
  readonly #labels: ReadonlyMap<Section, LabelledText | undefined>
  /** General labels that stand over a category table somewhere, so that they name categories in this document. */
  readonly #usualLabels: ReadonlySet<string>
  readonly #named = new Map<Section, CategoryHeading>()

  constructor(markdown: MarkdownDocument, contract: TableContract) {
    this.#markdown = markdown
    this.#contract = contract
    this.#reader = new HeadingReader(contract)
    this.#labels = new Map(
      markdown.sections.map((section) => [section, this.#reader.read(section.heading?.content.text ?? '')]),
    )
    this.#usualLabels = new Set(markdown.sections.flatMap((section) => this.#labelOverTable(section)))
  }

  get found(): readonly FoundTable[] {
    return this.#found
  }

  readSection(section: Section): void {
    const tables = section.blocks.filter((block) => block.type === 'table')
    const columns = new Map(tables.map((table) => [table, assignRoles(table.header, this.#contract)]))
    this.#readHeading(section, [...columns.values()])
    for (const [index, block] of section.blocks.entries()) {
      if (block.type === 'table') {
        const isIntroduced = section.blocks[index - 1]?.type === 'paragraph' && block !== tables[0]
        this.#readTable({table: block, section, isIntroduced}, columns.get(block) ?? [], tables.length === 1)
        continue
      }
      const next = section.blocks[index + 1]
      const below = next?.type === 'table' ? columns.get(next) : undefined
      if (block.type === 'paragraph' && below) this.#readDisguise(block, section, below)
    }
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

  #labelOverTable(section: Section): readonly string[] {
    const labelled = this.#labels.get(section)
    if (!labelled?.form.isGeneral || labelled.separator !== 'colon') return []
    const tables = section.blocks.filter((block) => block.type === 'table')
    const isOver = tables.some(({header}) => isComplete(assignRoles(header, this.#contract), this.#contract))
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
    return (separator === 'colon' && isUsual) || tables.some((columns) => isComplete(columns, this.#contract))
  }

  #readTable(
    place: Pick<FoundTable, 'table' | 'section' | 'isIntroduced'>,
    columns: readonly Column[],
    isOnly: boolean,
  ): void {
    const heading = this.above(place.section, 'category')
    if (!isCategoryTable({table: place.table, columns, heading, isOnly}, this.#contract)) return
    const group = this.above(place.section, 'group')
    this.#found.push({...place, heading, group, columns: presumeRoles(columns, this.#contract)})
  }

  #name(section: Section, heading: CategoryHeading): void {
    this.#named.set(section, heading)
    this.headings.push(heading)
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
