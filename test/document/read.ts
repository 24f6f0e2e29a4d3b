import type {Cell, MarkdownDocument, Table} from '../../src/document/model.ts'
import {readDocument} from '../../src/document/read.ts'

export function read(source: string): MarkdownDocument {
  return readDocument(source, 'a.md')
}

export function tablesIn(source: string): readonly Table[] {
  return read(source).sections.flatMap(({blocks}) => blocks.filter((block) => block.type === 'table'))
}

/** What is written in the cells of all tables, by row, without padding. */
export function written(source: string): readonly (readonly string[])[] {
  return rowsOf(source).map((cells) => cells.map(({range}) => source.slice(range.start, range.end)))
}

/** The plain texts of the cells of all tables, by row. */
export function texts(source: string): readonly (readonly string[])[] {
  return rowsOf(source).map((cells) => cells.map(({content}) => content.text))
}

function rowsOf(source: string): readonly (readonly Cell[])[] {
  return tablesIn(source).flatMap(({header, rows}) => [header, ...rows].map(({cells}) => cells))
}
