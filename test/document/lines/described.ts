import type {Block, InlineText, MarkdownDocument, Row, Section} from '../../../src/document/model.ts'
import {readDocument} from '../../../src/document/read.ts'

/** All that is known of a document, as data. */
export interface Described {
  readonly title: string | null
  readonly comments: MarkdownDocument['comments']
  readonly sections: readonly unknown[]
}

/** A text read by its lines, and by the parser alone, in the same form. */
export function readBothWays(source: string): {readonly lines: Described; readonly whole: Described} {
  const lines = readDocument(source, 'a.md')
  const whole = readDocument(source, 'a.md', {whole: true})
  return {lines: describe(lines), whole: describe(whole, lines)}
}

/** @param stand where one block stands for many, to put it in their place. */
function describe({title, comments, sections}: MarkdownDocument, stand?: MarkdownDocument): Described {
  const containers = new Map<number, number>()
  const describeSection = (section: Section, index: number) => ({
    heading: section.heading && {
      depth: section.heading.depth,
      range: section.heading.range,
      ...describeContent(section.heading.content),
    },
    parent: section.parent?.heading?.range ?? null,
    blocks: standIn(section.blocks, stand?.sections[index]?.blocks ?? []).map((block) =>
      describeBlock(block, containers),
    ),
  })
  return {title, comments, sections: sections.map(describeSection)}
}

/** Puts blocks that stand for many in the place of those. */
function standIn(blocks: readonly Block[], read: readonly Block[]): readonly Block[] {
  const isOther = (block: Block) => block.type === 'other' && block.kind === 'other'
  const placeOf = ({range}: Block) => `${range.start}-${range.end}`
  const own = new Set(blocks.filter(isOther).map(placeOf))
  const stands = read.filter((block) => isOther(block) && !own.has(placeOf(block)))
  const standsFor = ({range}: Block) =>
    stands.find((stand) => stand.range.start <= range.start && range.end <= stand.range.end)
  return [...new Set(blocks.map((block) => standsFor(block) ?? block))]
}

function describeBlock(block: Block, containers: Map<number, number>): object {
  const container = containers.get(block.container) ?? containers.size
  containers.set(block.container, container)
  const {type, range} = block
  if (block.type === 'other') return {type, range, kind: block.kind, container}
  if (block.type === 'paragraph') return {type, range, container, ...describeContent(block.content)}
  return {type, range, container, rows: [block.header, ...block.rows].map(describeRow)}
}

function describeRow({range, line, cells}: Row): object {
  return {
    range,
    line,
    cells: cells.map(({outer, range, content}) => ({outer, range, ...describeContent(content)})),
  }
}

function describeContent(content: InlineText): object {
  const {range, bare, raw, text, isBlank, isEmpty, verbatim} = content
  const places = Array.from({length: Math.min(text.length, 60)}, (_, at) => content.rangeOf(at, at + 1))
  return {content: {range, bare, raw, text, isBlank, isEmpty, verbatim, places}}
}
