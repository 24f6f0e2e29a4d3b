import type {PhrasingContent, Text} from 'mdast'
import type {Range} from '../text/range.ts'
import {isMarked} from './marks.ts'

/**
 * A line break, code, or bold text where nothing is to be weighed: the most frequent markup in cells. Code without escapes and
 * blanks at its ends stands for itself. Marks with letters within open and close whatever stands around them:
 * <https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis>.
 */
const simple =
  /<br[ \t]*\/?>|(?<!`)`[^`\\\0\s](?:[^`\\\0]*[^`\\\0\s])?`(?!`)|\*\*[a-z\d\u4E00-\u9FFF](?:[^*]*[a-z\d\u4E00-\u9FFF])?\*\*(?!\*)/gi

/** The nodes of content with no other markup, as the parser gives them, with offsets of the source. Undefined where there is any. */
export function simpleNodes(source: string, {start, end}: Range): readonly PhrasingContent[] | undefined {
  const nodes: PhrasingContent[] = []
  let from = start
  for (const {0: markup, index} of source.slice(start, end).matchAll(simple)) {
    const at = start + index
    const node = nodeAt(source, {start: at, end: at + markup.length})
    if (!node || isMarked(source, {start: from, end: at})) return undefined
    if (at > from) nodes.push(textAt(source, {start: from, end: at}))
    nodes.push(node)
    from = at + markup.length
  }
  if (isMarked(source, {start: from, end})) return undefined
  if (end > from) nodes.push(textAt(source, {start: from, end}))
  return nodes
}

function nodeAt(source: string, {start, end}: Range): PhrasingContent | undefined {
  const position = {start: pointAt(start), end: pointAt(end)}
  switch (source[start]) {
    case '<':
      return {type: 'html', value: source.slice(start, end), position}
    case '`':
      return {type: 'inlineCode', value: source.slice(start + 1, end - 1), position}
    default: {
      const inside = {start: start + 2, end: end - 2}
      return isMarked(source, inside)
        ? undefined
        : {type: 'strong', children: [textAt(source, inside)], position}
    }
  }
}

function textAt(source: string, {start, end}: Range): Text {
  return {
    type: 'text',
    value: source.slice(start, end),
    position: {start: pointAt(start), end: pointAt(end)},
  }
}

/** Nobody asks for lines of such nodes. */
function pointAt(offset: number) {
  return {line: 1, column: offset + 1, offset}
}
