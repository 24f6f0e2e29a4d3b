import type {PhrasingContent} from 'mdast'
import type {Range} from '../text/range.ts'
import type {InlineText} from './model.ts'
import {type Segment, SegmentWriter} from './segments.ts'

/** Inline content made of mdast nodes. The text is worked out when it is first asked for. */
export class MdastText implements InlineText {
  readonly range: Range
  readonly #source: string
  readonly #nodes: readonly PhrasingContent[]
  readonly #shift: number
  #read: {readonly text: string; readonly segments: readonly Segment[]} | undefined

  /** @param shift what to add to a node's offset to get one in the source. */
  constructor(source: string, range: Range, nodes: readonly PhrasingContent[], shift: number) {
    this.#source = source
    this.range = range
    this.#nodes = nodes
    this.#shift = shift
  }

  get raw(): string {
    return this.#source.slice(this.range.start, this.range.end)
  }

  get text(): string {
    return this.#resolve().text
  }

  get isBlank(): boolean {
    return this.range.start === this.range.end || this.text.trim() === ''
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

  #resolve() {
    this.#read ??= this.#plain() ?? this.#walk()
    return this.#read
  }

  /** Most content is one stretch of text that stands in the source as it is. */
  #plain() {
    const {start, end} = this.range
    if (this.#nodes.length === 0) return {text: '', segments: []}
    const [node] = this.#nodes
    if (this.#nodes.length > 1 || node?.type !== 'text' || node.value.length !== end - start) return undefined
    if (!this.#source.startsWith(node.value, start)) return undefined
    return {text: node.value, segments: [{text: 0, length: end - start, start, end, exact: true}]}
  }

  #walk() {
    const writer = new SegmentWriter(this.#source, this.range, this.#shift)
    for (const node of this.#nodes) writer.write(node)
    return {text: writer.text, segments: writer.segments}
  }
}

function sourceStart(segments: readonly Segment[], index: number): number | undefined {
  const segment = segments.find(({text, length}) => index < text + length)
  if (!segment) return segments.at(-1)?.end
  return segment.exact ? segment.start + Math.max(0, index - segment.text) : segment.start
}

function sourceEnd(segments: readonly Segment[], index: number): number | undefined {
  const segment = segments.find(({text, length}) => index <= text + length)
  if (!segment) return undefined
  return segment.exact ? segment.start + (index - segment.text) : segment.end
}
