import type {PhrasingContent} from 'mdast'
import type {Edit} from '../finding.ts'
import {applyEdits, shiftEdits} from '../text/apply-edits.ts'
import {trimRange} from '../text/blanks.ts'
import {editOf} from '../text/edit.ts'
import type {Range} from '../text/range.ts'
import {firstIndex} from '../text/search.ts'
import {isComment, mayAddress, readComments} from './comments.ts'
import {readsAs} from './edited-text.ts'
import type {Comment, InlineText} from './model.ts'
import {type Segment, SegmentWriter} from './segments.ts'
import {rangeOf} from './source-map.ts'

/**
 * The content that nodes of a tree stand for.
 *
 * @param shift what to add to a node's offset to get one in the source.
 */
export function treeContent(
  source: string,
  range: Range,
  nodes: readonly PhrasingContent[],
  shift: number,
): InlineText {
  return isPlain(source, range, nodes)
    ? new PlainText(source, range)
    : new MarkedText(source, range, () => readMarkup(source, range, nodes, shift))
}

/** Most content is one stretch of text that stands in the source as it is. Then the tree can be let go. */
function isPlain(source: string, {start, end}: Range, nodes: readonly PhrasingContent[]): boolean {
  const [node] = nodes
  if (!node) return start === end
  if (nodes.length > 1 || node.type !== 'text' || node.value.length !== end - start) return false
  return source.startsWith(node.value, start) && !/[\r\n]/.test(node.value)
}

const nothing: readonly Range[] = []

/** Content that reads as it is written. There may be as much of it as of cells: it holds numbers, and makes ranges of them. */
export class PlainText implements InlineText {
  readonly #source: string
  readonly #start: number
  readonly #end: number
  #text: string | undefined

  constructor(source: string, {start, end}: Range) {
    this.#source = source
    this.#start = start
    this.#end = end
  }

  get range(): Range {
    return {start: this.#start, end: this.#end}
  }

  get bare(): Range {
    return this.range
  }

  get raw(): string {
    return this.text
  }

  get text(): string {
    this.#text ??= this.#source.slice(this.#start, this.#end)
    return this.#text
  }

  get isBlank(): boolean {
    return this.isEmpty || this.text.trim() === ''
  }

  get isEmpty(): boolean {
    return this.#start === this.#end
  }

  get verbatim(): readonly Range[] {
    return nothing
  }

  rangeOf(start: number, end: number): Range {
    const from = this.#start + start
    return {start: from, end: Math.max(from, this.#start + end)}
  }

  takes(edits: readonly Edit[]): boolean {
    return takes(this, edits)
  }

  wouldRead(raw: string, text: string): boolean {
    return readsAs(raw, text)
  }
}

/** Content with markup. It is read when its text is first asked for. */
export class MarkedText implements InlineText {
  readonly range: Range
  readonly #source: string
  #markup: Markup | undefined
  #read: (() => Markup | undefined) | undefined

  constructor(source: string, range: Range, read: () => Markup | undefined) {
    this.#source = source
    this.range = range
    this.#read = read
  }

  get bare(): Range {
    return this.#resolve().bare
  }

  get comments(): readonly Comment[] {
    return this.#resolve().comments
  }

  get raw(): string {
    return this.#source.slice(this.range.start, this.range.end)
  }

  get text(): string {
    return this.#resolve().text
  }

  get isBlank(): boolean {
    return this.text.trim() === ''
  }

  get isEmpty(): boolean {
    return this.range.start === this.range.end
  }

  get verbatim(): readonly Range[] {
    return this.#resolve().verbatim
  }

  rangeOf(start: number, end: number): Range {
    const {segments} = this.#resolve()
    if (end <= start) {
      const at = sourceStart(segments, start) ?? this.range.end
      return {start: at, end: at}
    }
    return {
      start: sourceStart(segments, start) ?? this.range.start,
      end: sourceEnd(segments, end) ?? this.range.end,
    }
  }

  takes(edits: readonly Edit[]): boolean {
    return takes(this, edits)
  }

  wouldRead(raw: string, text: string): boolean {
    return readsAs(raw, text)
  }

  #resolve(): Markup {
    this.#markup ??= this.#read?.()
    if (!this.#markup) throw new Error('content that nobody can read')
    this.#read = undefined
    return this.#markup
  }
}

/** What is known of content once it is read. */
export interface Markup extends ReturnType<SegmentWriter['finish']> {
  readonly bare: Range
  /** Those to this program. */
  readonly comments: readonly Comment[]
}

/** Reads nodes, so that they can be let go: they are much larger than what is kept of them. */
export function readMarkup(
  source: string,
  range: Range,
  nodes: readonly PhrasingContent[],
  shift: number,
): Markup {
  const writer = new SegmentWriter(source, shift, range.end)
  for (const node of nodes) writer.write(node)
  const isAddressed = mayAddress(source.slice(range.start, range.end))
  const comments = isAddressed ? readComments({type: 'paragraph', children: [...nodes]}, {source, shift}) : []
  return {bare: bareRange(source, range, nodes, shift), comments, ...writer.finish()}
}

function bareRange(source: string, range: Range, nodes: readonly PhrasingContent[], shift: number): Range {
  if (isPlain(source, range, nodes)) return range
  const first = nodes.find(isSaying)
  const last = nodes.findLast(isSaying)
  if (!first || !last) return {start: range.start, end: range.start}
  return trimRange(source, {start: rangeOf(first, {shift}).start, end: rangeOf(last, {shift}).end})
}

/** Neither a comment nor the blanks beside one. */
function isSaying(node: PhrasingContent): boolean {
  if (node.type === 'text') return node.value.trim() !== ''
  return node.type !== 'html' || !isComment(node.value)
}

function takes(content: InlineText, edits: readonly Edit[]): boolean {
  const inSource = edits.map(({start, end, text}) => editOf(content.rangeOf(start, end), text))
  const inRaw = shiftEdits(inSource, -content.range.start)
  return readsAs(applyEdits(content.raw, inRaw), applyEdits(content.text, edits))
}

function sourceStart(segments: readonly Segment[], index: number): number | undefined {
  const segment = firstEndingAfter(segments, index)
  if (!segment) return segments.at(-1)?.end
  return segment.exact ? segment.start + Math.max(0, index - segment.text) : segment.start
}

function sourceEnd(segments: readonly Segment[], index: number): number | undefined {
  const segment = firstEndingAfter(segments, index - 1)
  if (!segment) return undefined
  return segment.exact ? segment.start + (index - segment.text) : segment.end
}

/** Segments follow each other in the text. */
function firstEndingAfter(segments: readonly Segment[], index: number): Segment | undefined {
  const first = firstIndex(segments.length, (at) => {
    const segment = segments[at]
    return segment === undefined || segment.text + segment.length > index
  })
  return segments[first]
}
