import type * as mdast from 'mdast'
import {SKIP, visit} from 'unist-util-visit'
import {isOnlyComments} from './comments.ts'
import {readHeading} from './heading.ts'
import {treeContent} from './inline.ts'
import type {Block, OtherBlock} from './model.ts'
import type {SectionWriter} from './sections.ts'
import {rangeOf, type SourceMap} from './source-map.ts'
import {readTable} from './table.ts'

/** Writes what a tree holds into sections. Only comments are looked for on another walk, where there are any. */
export function writeTree(tree: mdast.Root, map: SourceMap, writer: SectionWriter): void {
  const containers = new Map<mdast.Nodes | undefined, number>([[tree, 0]])
  visit(tree, (node, _index, parent) => {
    if (node.type === 'heading') {
      const content = (range: Parameters<typeof treeContent>[1]) =>
        treeContent(map.source, range, node.children, map.shift)
      writer.writeHeading(readHeading(node.depth, rangeOf(node, map), map.source, content))
      return SKIP
    }
    if (isContainer(node)) return undefined
    const container = containers.get(parent) ?? writer.newContainer()
    containers.set(parent, container)
    const block = readBlock(node, container, map)
    if (block) writer.writeBlock(block)
    return SKIP
  })
}

function isContainer({type}: mdast.Nodes): boolean {
  return (
    type === 'root' ||
    type === 'blockquote' ||
    type === 'list' ||
    type === 'listItem' ||
    type === 'footnoteDefinition'
  )
}

function readBlock(node: mdast.Nodes, container: number, map: SourceMap): Block | undefined {
  if (node.type === 'table') return readTable(node, container, map)
  if (node.type === 'html' && isOnlyComments(node.value)) return undefined
  const range = rangeOf(node, map)
  if (node.type !== 'paragraph') return {type: 'other', kind: kindOf(node), range, container}
  const content = treeContent(map.source, range, node.children, map.shift)
  return {type: 'paragraph', range, container, content}
}

function kindOf({type}: mdast.Nodes): OtherBlock['kind'] {
  return type === 'html' || type === 'code' ? type : 'other'
}
