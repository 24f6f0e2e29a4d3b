import type {Definition, DocumentDefinitions} from '../dataset/definitions-in.ts'
import {readStored} from './line-reader.ts'
import {LineWriter} from './line-writer.ts'
import type {StoredReader} from './stored-reader.ts'

/** What a document defines on one line. Its path is left out: who reads it knows that. */
export function writeDefinitions({tables, columns}: DocumentDefinitions): Buffer {
  const out = new LineWriter()
  const writeNames = (names: readonly string[]) => out.list(names, (name) => out.text(name))
  out.list(tables, ({kinds, isCatalogue}) => {
    writeNames(kinds)
    out.boolean(isCatalogue)
  })
  out.list(columns, ({kinds, column, definitions}) => {
    writeNames(kinds)
    out.text(column)
    out.list(definitions, ({text, line, categories, isImplied}) => {
      out.text(text)
      out.number(line)
      writeNames(categories)
      out.boolean(isImplied)
    })
  })
  return out.line
}

/** What a line says that a document defines; undefined where it says nothing of the kind. */
export function readDefinitions(line: Buffer, path: string): DocumentDefinitions | undefined {
  return readStored(line, (stored) => ({
    tables: stored.list((table) => ({kinds: readNames(table), isCatalogue: table.boolean()})),
    columns: stored.list((column) => ({
      kinds: readNames(column),
      column: column.text(),
      definitions: column.list((one) => readDefinition(one, path)),
    })),
  }))
}

function readDefinition(stored: StoredReader, path: string): Definition {
  return {
    text: stored.text(),
    path,
    line: stored.number(1),
    categories: readNames(stored),
    isImplied: stored.boolean(),
  }
}

function readNames(stored: StoredReader): readonly string[] {
  return stored.list((name) => name.text())
}
