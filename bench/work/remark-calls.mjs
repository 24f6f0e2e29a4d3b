// Stands in for the parser that remark uses, and counts what it is given and what it makes of that.
import {fromMarkdown as parse} from 'mdast-util-from-markdown'

export const remarkCalls = {calls: 0, characters: 0, nodes: 0}

export function fromMarkdown(value, ...rest) {
  const tree = parse(value, ...rest)
  remarkCalls.calls++
  remarkCalls.characters += String(value).length
  remarkCalls.nodes += countNodes(tree)
  return tree
}

function countNodes({children = []}) {
  return children.reduce((sum, child) => sum + countNodes(child), 1)
}
