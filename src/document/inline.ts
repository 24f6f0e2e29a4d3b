import type {PhrasingContent} from 'mdast'
import type {Edit} from '../finding.ts'
import {applyEdits, shiftEdits} from '../text/apply-edits.ts'
import {trimRange} from '../text/blanks.ts'
import type {Range} from '../text/range.ts'
import {firstIndex} from '../text/search.ts'
import {isComment} from './comments.ts'
import {readsAs} from './edited-text.ts'
import type {InlineText} from './model.ts'
import {type Segment, SegmentWriter} from './segments.ts'
import {rangeOf} from './source-map.ts'

/**
 * Reads inline content.
 *
 * @param shift what to add to a node's offset to get one in the source.
 */
export function readInline(
  source: string,
  range: Range,
  nodes: readonly PhrasingContent[],
  shift: number,
): InlineText {
  return isPlain(source, range, nodes)
    ? new PlainText(source, range)
    : new MarkedText(source, range, nodes, shift)
}

/** Most content is one stretch of text that stands in the source as it is. Then the tree can be let go. */
function isPlain(source: string, {start, end}: Range, nodes: readonly PhrasingContent[]): boolean {
  const [node] = nodes
  if (!node) return start === end
  if (nodes.length > 1 || node.type !== 'text' || node.value.length !== end - start) return false
  return source.startsWith(node.value, start) && !/[\r\n]/.test(node.value)
}

const nothing: readonly Range[] = []

class PlainText implements InlineText {
  readonly range: Range
  readonly #source: string
  #text: string | undefined

  constructor(source: string, range: Range) {
    this.#source = source
    this.range = range
  }

  get bare(): Range {
    return this.range
  }

  get raw(): string {
    return this.text
  }

  get text(): string {
    this.#text ??= this.#source.slice(this.range.start, this.range.end)
    return this.#text
  }

  get isBlank(): boolean {
    return this.isEmpty || this.text.trim() === ''
  }

  get isEmpty(): boolean {
    return this.range.start === this.range.end
  }

  get verbatim(): readonly Range[] {
    return nothing
  }

  rangeOf(start: number, end: number): Range {
    const from = this.range.start + start
    return {start: from, end: Math.max(from, this.range.start + end)}
  }

  takes(edits: readonly Edit[]): boolean {
    return takes(this, edits)
  }

  wouldRead(raw: string, text: string): boolean {
    return readsAs(raw, text)
  }
}

/** Content with markup. The text is worked out when it is first asked for. */
class MarkedText implements InlineText {
  readonly range: Range
  readonly #source: string
  readonly #nodes: readonly PhrasingContent[]
  readonly #shift: number
  #read: ReturnType<SegmentWriter['finish']> | undefined

  constructor(source: string, range: Range, nodes: readonly PhrasingContent[], shift: number) {
    this.#source = source
    this.range = range
    this.#nodes = nodes
    this.#shift = shift
  }

  get bare(): Range {
    const first = this.#nodes.find(isSaying)
    const last = this.#nodes.findLast(isSaying)
    if (!first || !last) return {start: this.range.start, end: this.range.start}
    const {start} = rangeOf(first, {shift: this.#shift})
    const {end} = rangeOf(last, {shift: this.#shift})
    return trimRange(this.#source, {start, end})
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

  #resolve() {
    if (!this.#read) {
      const writer = new SegmentWriter(this.#source, this.#shift, this.range.end)
      for (const node of this.#nodes) writer.write(node)
      this.#read = writer.finish()
    }
    return this.#read
  }
}

/** Neither a comment nor the blanks beside one. */
function isSaying(node: PhrasingContent): boolean {
  if (node.type === 'text') return node.value.trim() !== ''
  return node.type !== 'html' || !isComment(node.value)
}

function takes(content: InlineText, edits: readonly Edit[]): boolean {
  const inSource = edits.map(({start, end, text}) => ({...content.rangeOf(start, end), text}))
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
