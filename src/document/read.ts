import type * as mdast from 'mdast'
import {SKIP, visit} from 'unist-util-visit'
import {isBlank, trimRange} from '../text/blanks.ts'
import {LineIndex} from '../text/lines.ts'
import type {Range} from '../text/range.ts'
import {isOnlyComments, readComments} from './comments.ts'
import {readInline} from './inline.ts'
import type {Block, Heading, MarkdownDocument, OtherBlock, Section} from './model.ts'
import {parseMarkdown} from './parse.ts'
import {rangeOf, type SourceMap} from './source-map.ts'
import {readTable} from './table.ts'

/** Reads a Markdown text into sections of headings, tables and paragraphs, each with its range. */
export function readDocument(source: string, path: string): MarkdownDocument {
  const shift = source.startsWith('\uFEFF') ? 1 : 0
  const map: SourceMap = {source, lines: new LineIndex(source), shift}
  const tree = parseMarkdown(source)
  const sections = readSections(tree, map)
  const title = frontMatterTitle(tree) ?? firstTitle(sections)
  return {path, source, lines: map.lines, sections, title, comments: readComments(tree, map)}
}

type OpenSection = Section & {readonly blocks: Block[]}

/** The walk over the tree. Only comments are looked for on another one, where there are any. */
function readSections(tree: mdast.Root, map: SourceMap): readonly Section[] {
  let current: OpenSection = {heading: null, parent: null, blocks: []}
  const sections = [current]
  const containers = new Map<mdast.Nodes | undefined, number>()
  visit(tree, (node, _index, parent) => {
    if (node.type === 'heading') {
      const heading = readHeading(node, map)
      current = {heading, parent: enclosing(current, heading.depth), blocks: []}
      sections.push(current)
      return SKIP
    }
    if (isContainer(node)) return undefined
    const container = containers.get(parent) ?? containers.size
    containers.set(parent, container)
    const block = readBlock(node, container, map)
    if (block) current.blocks.push(block)
    return SKIP
  })
  return sections
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
  return {
    type: 'paragraph',
    range,
    container,
    content: readInline(map.source, range, node.children, map.shift),
  }
}

function kindOf({type}: mdast.Nodes): OtherBlock['kind'] {
  return type === 'html' || type === 'code' ? type : 'other'
}

function readHeading(node: mdast.Heading, map: SourceMap): Heading {
  const range = rangeOf(node, map)
  const content = headingContent(range, map.source)
  return {
    type: 'heading',
    depth: node.depth,
    range,
    content: readInline(map.source, content, node.children, map.shift),
  }
}

/** What stands between an ATX heading's marks, or above a setext heading's underline. */
function headingContent({start, end}: Range, source: string): Range {
  const text = source.slice(start, end)
  const opening = /^#{1,6}(?:[ \t]+|$)/.exec(text)
  if (!opening) return trimRange(source, {start, end: start + text.search(/[\r\n]+[^\r\n]*$/)})
  const body = trimRange(source, {start: start + opening[0].length, end})
  return trimRange(source, {start: body.start, end: beforeClosing(source, body)})
}

/** Where a closing sequence of `#` begins; it counts only after a blank or alone. */
function beforeClosing(source: string, {start, end}: Range): number {
  let at = end
  while (at > start && source[at - 1] === '#') at--
  return at === start || isBlank(source[at - 1]) ? at : end
}

function enclosing(section: Section, depth: number): Section | null {
  let above: Section | null = section
  while (above?.heading && above.heading.depth >= depth) above = above.parent
  return above?.heading ? above : null
}

/** One scalar is read from the front matter, so no YAML or TOML reader is loaded for it. */
function frontMatterTitle(tree: mdast.Root): string | undefined {
  const [first] = tree.children
  const matter = first && 'value' in first && isFrontMatter(first.type) ? first.value : ''
  const value = /^title[ \t]*[:=](.*)$/m.exec(matter)?.[1]?.trim() ?? ''
  const quoted = /^(["'])(.*?)\1(?:\s+#.*)?$/.exec(value)?.[2]
  if (quoted !== undefined) return quoted || undefined
  // `|` and `>` begin a text of several lines, which no title needs.
  return /^[|>]/.test(value) ? undefined : value.split(' #', 1)[0]?.trim() || undefined
}

function isFrontMatter(type: string): boolean {
  return type === 'yaml' || type === 'toml'
}

function firstTitle(sections: readonly Section[]): string | null {
  const section = sections.find(({heading}) => heading?.depth === 1)
  return section?.heading?.content.text.trim() || null
}
