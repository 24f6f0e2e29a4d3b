import type {CategoryEntry, Dataset, SubcategoryEntry} from '../dataset/entries.ts'
import {licensesIn} from '../requirement/expression.ts'
import {type Cell, csvLines} from './csv-lines.ts'
import {plainJson} from './plain-text.ts'

export interface CsvOptions {
  /** Whether a byte order mark comes first, by which Excel knows UTF-8. */
  readonly bom: boolean
}

/**
 * A row for each subcategory, for people and spreadsheets: what looks like a formula is defused by a ' before it.
 * A cell that lists several things has one on each line.
 */
export function* csvChunks(dataset: Dataset, {bom}: CsvOptions): Iterable<string> {
  if (bom) yield '\uFEFF'
  yield* csvLines(rowsOf(dataset), true)
}

function* rowsOf(dataset: Dataset): Iterable<readonly Cell[]> {
  yield Object.keys(columns)
  const cells = Object.values(columns)
  for (const category of dataset.categories) {
    for (const row of category.subcategories) yield cells.map((cellOf) => cellOf(row, category))
  }
}

const columns: Readonly<Record<string, (row: SubcategoryEntry, category: CategoryEntry) => Cell>> = {
  document: (_, {document}) => document,
  category: (_, {name}) => name,
  group: ({group}) => group ?? null,
  subcategory: ({name}) => name,
  line: ({line}) => line,
  qualification: ({qualification}) => qualification,
  requirement: ({requirement}) => requirement && plainJson(requirement),
  licenses: ({requirement}) => licensesIn(requirement).join('\n'),
  note: ({note}) => note ?? null,
  problems: ({problems = []}) => problems.join('\n'),
}
