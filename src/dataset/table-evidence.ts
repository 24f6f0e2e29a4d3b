import type {Table} from '../document/model.ts'
import {isRequirement} from './evidence.ts'

/** Whether the last filled column of a table reads as qualifications: most of its texts are plainly requirements. */
export function holdsQualifications(table: Table): boolean {
  const width = table.header.cells.length
  if (width < 2) return false
  const texts = table.rows.flatMap(({cells}) => cells.slice(1, width).map(({content}) => content.text.trim()))
  const filled = texts.filter((text) => text !== '')
  return filled.length > 0 && 2 * filled.filter(isRequirement).length > filled.length
}

/** Whether rows go on beyond the header with text that renderers drop: then a column's header is missing. */
export function hidesText(table: Table): boolean {
  const width = table.header.cells.length
  return table.rows.some(({cells}) => cells.slice(width).some(({content}) => !content.isBlank))
}
