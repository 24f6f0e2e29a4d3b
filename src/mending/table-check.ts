import {readDocument} from '../document/read.ts'

/** Whether lines are one table in which each has its row, and no text stands where renderers drop it. */
export function isWholeTable(lines: readonly string[]): boolean {
  const [section, ...others] = readDocument(lines.join('\n'), '').sections
  const [table, ...more] = section?.blocks ?? []
  if (table?.type !== 'table' || more.length + others.length > 0) return false
  const width = table.header.cells.length
  return table.rows.length === lines.length - 2 && table.rows.every(({cells}) => cells.length <= width)
}
