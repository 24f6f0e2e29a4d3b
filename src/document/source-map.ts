import type * as mdast from 'mdast'
import type {LineIndex} from '../text/lines.ts'
import type {Range} from '../text/range.ts'

/** What turns the offsets of mdast nodes into ranges of the source. */
export interface SourceMap {
  readonly source: string
  readonly lines: LineIndex
  /** The length of a byte order mark, which the parser does not count. */
  readonly shift: number
}

/** Where a node stands in the source. Every node has a position, since no transform runs over the tree. */
export function rangeOf(node: mdast.Nodes, {shift}: Pick<SourceMap, 'shift'>): Range {
  const start = (node.position?.start.offset ?? 0) + shift
  return {start, end: (node.position?.end.offset ?? 0) + shift}
}
