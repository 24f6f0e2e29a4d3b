import type {PhrasingContent} from 'mdast'
import {parseMarkdown} from './parse.ts'
import {SegmentWriter} from './segments.ts'

/** Characters that may make markup of a text, or an address. */
const mayBeMarkup = /[\\`*_~[\]<>&!|@:]|www\./i

/** Whether a cell with this source would have this plain text. A reference to a definition elsewhere would not. */
export function readsAs(raw: string, text: string): boolean {
  if (raw === text && !mayBeMarkup.test(raw)) return true
  const source = `| ${raw} |\n| - |\n`
  const [table] = parseMarkdown(source).children
  const [cell] = table?.type === 'table' ? (table.children[0]?.children ?? []) : []
  return cell !== undefined && plainText(cell.children, source) === text.trim()
}

function plainText(nodes: readonly PhrasingContent[], source: string): string {
  const writer = new SegmentWriter(source, 0, source.length)
  for (const node of nodes) writer.write(node)
  return writer.finish().text.trim()
}
