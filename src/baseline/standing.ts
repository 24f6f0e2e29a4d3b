import type {InlineText, MarkdownDocument, Row, Section, Table} from '../document/model.ts'
import type {Finding} from '../finding.ts'
import {normalizeText} from '../text/normalize.ts'
import type {Range} from '../text/range.ts'
import {firstIndex} from '../text/search.ts'

/** Where a finding stands, told by words around it and not by lines. */
export interface Standing {
  /** The headings above, the outermost first. */
  readonly headings: readonly string[]
  readonly category: string
  /** The key of the row, or all of its cells where it has none. */
  readonly row: string
  /** The cell, the heading, or what else the finding is about. */
  readonly text: string
}

/** Tells where the findings of a document stand. */
export class Standings {
  readonly #document: MarkdownDocument
  readonly #headings = new Map<Section, readonly string[]>()

  constructor(document: MarkdownDocument) {
    this.#document = document
  }

  of(finding: Finding): Standing {
    const range = {start: finding.start.offset, end: finding.end.offset}
    const {sections, source} = this.#document
    const section = lastFrom(sections, range.start, startOf)
    const {heading = null} = section ?? {}
    const block = lastFrom(section?.blocks ?? [], range.start, (one) => one.range.start)
    const row = block?.type === 'table' ? rowAt(block, range.start) : undefined
    const isHeading = heading !== null && isWithin(range, heading.range)
    const above = isHeading ? section?.parent : section
    return {
      headings: above ? this.#path(above) : [],
      category: finding.category ?? '',
      row: row ? (finding.key ?? rowText(row)) : '',
      text: isHeading ? textOf(heading.content) : row ? cellText(row, range) : written(range, source),
    }
  }

  #path(section: Section): readonly string[] {
    const known = this.#headings.get(section)
    if (known) return known
    const above = section.parent ? this.#path(section.parent) : []
    const path = section.heading ? [...above, textOf(section.heading.content)] : above
    this.#headings.set(section, path)
    return path
  }
}

function startOf({heading}: Section): number {
  return heading?.range.start ?? 0
}

/** The row of a table that an offset stands in. */
function rowAt({header, rows}: Table, offset: number): Row | undefined {
  const row = lastFrom(rows, offset, ({range}) => range.start) ?? header
  return row.range.start <= offset && offset <= row.range.end ? row : undefined
}

/** The cell that a range stands in, or the whole row where it goes beyond one. */
function cellText(row: Row, range: Range): string {
  const cell = row.cells.find(({outer}) => isWithin(range, outer))
  return cell ? textOf(cell.content) : rowText(row)
}

function rowText({cells}: Row): string {
  return cells.map(({content}) => textOf(content)).join(' | ')
}

function textOf({text}: InlineText): string {
  return normalizeText(text)
}

/** As it stands in the source, but for the blanks. */
function written({start, end}: Range, source: string): string {
  return normalizeText(source.slice(start, end).replace(/[\r\n]+[ \t>]*/g, '\n'))
}

function isWithin(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** The last of the items, which follow each other, that begins at an offset or before it. */
function lastFrom<T>(items: readonly T[], offset: number, start: (item: T) => number): T | undefined {
  const after = firstIndex(items.length, (index) => {
    const item = items[index]
    return item === undefined || start(item) > offset
  })
  return items[after - 1]
}
