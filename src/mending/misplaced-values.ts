import type {CategoryHeading, DeclaredTable, TableRecord} from '../dataset/model.ts'
import type {Cell, InlineText, MarkdownDocument} from '../document/model.ts'
import type {Edit} from '../finding.ts'
import {editedStretch} from '../text/apply-edits.ts'
import {nameKey} from '../text/normalize.ts'
import {CellLayout} from './cell-layout.ts'
import {exchangeCells} from './exchanged-cells.ts'
import {commonStyle, type HeadingStyle, quoteDepth} from './heading-style.ts'
import {KnownNames} from './known-names.ts'
import {splitTable, type WrittenName} from './split-table.ts'

/** What the mends look at. */
export interface MendedDocument {
  readonly markdown: MarkdownDocument
  readonly headings: readonly CategoryHeading[]
  readonly tables: readonly DeclaredTable[]
  readonly records: readonly TableRecord[]
}

type Edits = readonly Edit[] | undefined

/** Puts misplaced values where they belong; nothing where it is not certain that no more than that would change. */
export class MisplacedValues {
  readonly #document: MendedDocument
  readonly #names: KnownNames
  readonly #layouts = new Map<DeclaredTable, CellLayout>()
  readonly #styles = new Map<string, HeadingStyle | undefined>()

  constructor(document: MendedDocument) {
    this.#document = document
    this.#names = new KnownNames(document.headings, document.records)
  }

  editsFor(record: TableRecord): Edits {
    const {misplacement} = record
    if (misplacement?.kind === 'swapped') {
      return this.#swap(record, misplacement.key, misplacement.qualification)
    }
    if (misplacement?.kind === 'heading-as-key') return this.#raiseHeading(record, misplacement.key)
    if (misplacement?.kind !== 'lost-heading') return undefined
    const {key, qualification, isCertain} = misplacement
    const first = qualification.content.text
    if (!isAlone(record, [key, qualification]) || this.#names.hasKeyBelow(record, first)) return undefined
    if (nameKey(record.name) === nameKey(record.category ?? '')) {
      const isClear = isCertain && !this.#names.hasKey(record, first)
      return isClear ? this.#shiftLeft(record, [key, qualification]) : undefined
    }
    if (hasColumn(record.table, 'category')) return this.#fillCategory(record, [key, qualification])
    return this.#restoreHeading(record, key, qualification)
  }

  #swap(record: TableRecord, key: Cell, qualification: Cell): Edits {
    if (this.#names.hasKey(record, qualification.content.text)) return undefined
    return exchangeCells(record.row, key, qualification, this.#document.markdown)
  }

  /** Each value into the column before its own; what the first of them held is stated above. */
  #shiftLeft(record: TableRecord, cells: readonly Cell[]): readonly Edit[] {
    const layout = this.#layoutOf(record.table)
    return inOrder(
      cells.map((cell, at) =>
        layout.write(cell, record.row.cells.indexOf(cell), cells[at + 1]?.content.raw ?? ''),
      ),
    )
  }

  /** Where a column states the category, the row is shifted by one: its blank cell there is where the name belongs. */
  #fillCategory(record: TableRecord, cells: readonly Cell[]): Edits {
    const {category} = record.cells
    const isClear = category?.content.isEmpty && !hasColumn(record.table, 'group')
    return isClear ? this.#shiftLeft(record, [category, ...cells]) : undefined
  }

  #restoreHeading(record: TableRecord, key: Cell, qualification: Cell): Edits {
    const edits = this.#shiftLeft(record, [key, qualification])
    const row = editedStretch(this.#document.markdown.source, record.row.range, edits)
    const split = this.#split(record, nameIn(key.content), row)
    return split && [split, ...edits]
  }

  /** `一级类目：教育` alone in a row becomes the heading. */
  #raiseHeading(record: TableRecord, key: Cell): Edits {
    const {label = ''} = this.#styleFor(record) ?? {}
    const {raw, text} = nameIn(key.content)
    const isLabelled = label !== '' && text.slice(0, label.length).toLowerCase() === label.toLowerCase()
    const name = /^\s*[:：]\s*(.+)$/su.exec(text.slice(label.length))?.[1]
    if (!isLabelled || name === undefined || raw !== text || !isAlone(record, [key])) return undefined
    const split = this.#split(record, {raw: name, text: name}, null)
    return split && [split]
  }

  #split(record: TableRecord, name: WrittenName, row: string | null): Edit | undefined {
    const style = this.#styleFor(record)
    if (!style || !this.#maySplit(record) || this.#names.hasCategory(name.text)) return undefined
    // A comment speaks of its row.
    if (name.raw.includes('<!--')) return undefined
    return splitTable(record, name, row, style, this.#document.markdown)
  }

  /** Whether all that follows the row, and nothing before it, belongs to its category. */
  #maySplit(record: TableRecord): boolean {
    const {table, group, row} = record
    const [first] = table.table.rows
    const {source} = this.#document.markdown
    const {start, end} = table.table.header.range
    return (
      !hasColumn(table, 'category') &&
      !hasColumn(table, 'group') &&
      group === null &&
      (table.heading === null || table.heading.section === table.section) &&
      first !== row &&
      table.secondHeads.length === 0 &&
      !source.slice(start, end).includes('<!--') &&
      this.#names.isLastTable(record)
    )
  }

  /** The style of the headings that are on one level with the one above the row. */
  #styleFor({table: {heading, contract}, row}: TableRecord): HeadingStyle | undefined {
    const {markdown, headings} = this.#document
    const quotes = quoteDepth(markdown, row.line)
    const depth = heading?.block.type === 'heading' ? heading.block.depth : undefined
    const key = `${contract.name} ${depth} ${quotes}`
    if (!this.#styles.has(key)) {
      const alike = headings.filter(
        ({role, form, block, line}) =>
          role === 'category' &&
          (form === null || contract.headings.includes(form)) &&
          (depth === undefined || (block.type === 'heading' && block.depth === depth)) &&
          quoteDepth(markdown, line) === quotes,
      )
      this.#styles.set(key, commonStyle(alike, markdown))
    }
    return this.#styles.get(key)
  }

  #layoutOf(table: DeclaredTable): CellLayout {
    const known = this.#layouts.get(table) ?? new CellLayout(table, this.#document.markdown.source)
    this.#layouts.set(table, known)
    return known
  }
}

/** Whether the row's other cells hold nothing but its number. */
function isAlone({row, table}: TableRecord, cells: readonly Cell[]): boolean {
  return row.cells.every(
    (cell, index) => cells.includes(cell) || cell.content.isEmpty || table.columns[index]?.role === 'ordinal',
  )
}

function hasColumn({columns}: DeclaredTable, wanted: 'category' | 'group'): boolean {
  return columns.some(({role}) => role === wanted)
}

/** A name without emphasis round the whole of it: headings have their own. */
function nameIn({raw, text}: InlineText): WrittenName {
  const plain = text.trim()
  const emphasised = /^(\*{1,3}|_{1,3})(.+)\1$/s.exec(raw)?.[2]
  return {raw: emphasised === plain ? plain : raw, text: plain}
}

function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((a, b) => a.start - b.start)
}
