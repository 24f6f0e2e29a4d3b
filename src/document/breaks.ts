import type {PhrasingContent} from 'mdast'
import type {Range} from '../text/range.ts'
import {isMarked} from './marks.ts'

/**
 * The nodes of content whose only markup is `<br>`, as the parser gives them, with offsets of the source. It is by far the
 * most frequent markup in cells. Undefined where there is other markup.
 */
export function breakNodes(source: string, {start, end}: Range): readonly PhrasingContent[] | undefined {
  const nodes: PhrasingContent[] = []
  let from = start
  for (const {0: tag, index} of source.slice(start, end).matchAll(/<br[ \t]*\/?>/gi)) {
    const at = start + index
    if (isMarked(source, {start: from, end: at})) return undefined
    if (at > from) nodes.push(nodeAt(source, 'text', from, at))
    from = at + tag.length
    nodes.push(nodeAt(source, 'html', at, from))
  }
  if (isMarked(source, {start: from, end})) return undefined
  if (end > from) nodes.push(nodeAt(source, 'text', from, end))
  return nodes
}

function nodeAt(source: string, type: 'text' | 'html', start: number, end: number): PhrasingContent {
  return {type, value: source.slice(start, end), position: {start: pointAt(start), end: pointAt(end)}}
}

/** Nobody asks for lines of such nodes. */
function pointAt(offset: number) {
  return {line: 1, column: offset + 1, offset}
}
