import type {PhrasingContent} from 'mdast'
import {trimRange} from '../text/blanks.ts'
import {isMarked} from './marks.ts'
import {parseMarkdown} from './parse.ts'
import {SegmentWriter} from './segments.ts'
import {simpleNodes} from './simple-markup.ts'

/** Whether a cell with this source would have this plain text. A reference to a definition elsewhere would not. */
export function readsAs(raw: string, text: string): boolean {
  return textOf(raw) === text.trim()
}

/** The plain text of a cell with this source; undefined where a cell cannot have it. */
function textOf(raw: string): string | undefined {
  if (!/[|\r\n]/.test(raw)) {
    const range = trimRange(raw, {start: 0, end: raw.length})
    if (!isMarked(raw, range)) return raw.trim()
    const nodes = simpleNodes(raw, range)
    if (nodes) return plainText(nodes, raw)
  }
  const source = `| ${raw} |\n| - |\n`
  const [table] = parseMarkdown(source).children
  const [cell] = table?.type === 'table' ? (table.children[0]?.children ?? []) : []
  return cell && plainText(cell.children, source)
}

function plainText(nodes: readonly PhrasingContent[], source: string): string {
  const writer = new SegmentWriter(source, 0, source.length)
  for (const node of nodes) writer.write(node)
  return writer.finish().text.trim()
}
