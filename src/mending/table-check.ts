import type {Row, Table} from '../document/model.ts'
import {readDocument} from '../document/read.ts'

/** Whether lines are one table in which each has its row, and no text stands where renderers drop it. */
export function isWholeTable(lines: readonly string[]): boolean {
  const table = onlyTableIn(lines)
  const width = table?.header.cells.length ?? 0
  return table?.rows.every(({cells}) => cells.length <= width) ?? false
}

/** A line read as the row of a table; nothing where it would not be one. */
export function rowIn(line: string, width: number): Row | undefined {
  return onlyTableIn([`|${'x|'.repeat(width)}`, `|${'-|'.repeat(width)}`, line])?.rows[0]
}

/** The table that lines are, where each has its row. */
function onlyTableIn(lines: readonly string[]): Table | undefined {
  const [section, ...others] = readDocument(lines.join('\n'), '').sections
  const [table, ...more] = section?.blocks ?? []
  if (table?.type !== 'table' || more.length + others.length > 0) return undefined
  return table.rows.length === lines.length - 2 ? table : undefined
}
