import type {MarkdownDocument, Section} from '../document/model.ts'
import {Mending} from '../mending/mending.ts'
import type {QualificationReader} from '../requirement/reader.ts'
import {findBrokenTables} from './broken-tables.ts'
import type {TableContract} from './contract.ts'
import {Duplicates} from './duplicates.ts'
import {HeadingClaims} from './heading-claims.ts'
import type {CategoryHeading, TabularDocument} from './model.ts'
import {type Claims, Reading, type SectionTables, withTables} from './reading.ts'
import {fillTables} from './records.ts'

/** Finds the tables of a document that contracts declare, and the headings that name categories for them. */
export function readTables(
  markdown: MarkdownDocument,
  reader: QualificationReader,
  contracts: readonly TableContract[],
): TabularDocument {
  const claims: Claims = {tables: new Set(), headings: new HeadingClaims()}
  const sections = markdown.sections.map(withTables)
  const readings = contracts.map((contract) => readBy(contract, markdown, sections, claims))
  const tables = inOrder(
    readings.flatMap((reading) => fillTables(reading, reader)),
    ({table}) => table.range.start,
  )
  const headings = inOrder(claims.headings.headings, ({block}) => block.range.start)
  const fragments = findBrokenTables(markdown, contracts, tables, (section) =>
    categoryAbove(section, readings),
  )
  const records = tables.flatMap((table) => table.records)
  const duplicates = new Duplicates(tables)
  const mending = new Mending({markdown, headings, tables, records})
  return {markdown, contracts, reader, headings, tables, records, fragments, duplicates, mending}
}

function readBy(
  contract: TableContract,
  markdown: MarkdownDocument,
  sections: readonly SectionTables[],
  claims: Claims,
): Reading {
  const reading = new Reading(markdown, sections, contract, claims)
  for (const section of sections) reading.readSection(section)
  if (contract.headings.length > 0 && !reading.hasLabels) reading.nameByPlainHeadings()
  for (const {table} of reading.found) claims.tables.add(table)
  return reading
}

function categoryAbove(section: Section, readings: readonly Reading[]): CategoryHeading | null {
  for (const reading of readings) {
    const heading = reading.above(section, 'category')
    if (heading) return heading
  }
  return null
}

function inOrder<T>(items: readonly T[], offsetOf: (item: T) => number): readonly T[] {
  return [...items].sort((a, b) => offsetOf(a) - offsetOf(b))
}
