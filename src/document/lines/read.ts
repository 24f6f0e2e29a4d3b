import type * as mdast from 'mdast'
import type {Range} from '../../text/range.ts'
import {mayAddress, readComments} from '../comments.ts'
import type {FrontMatter} from '../front-matter.ts'
import {MarkedText} from '../inline.ts'
import type {Comment, InlineText} from '../model.ts'
import {parseMarkdown} from '../parse.ts'
import type {SectionWriter} from '../sections.ts'
import type {SourceLines} from '../source-lines.ts'
import type {SourceMap} from '../source-map.ts'
import {writeTree} from '../tree.ts'
import {ReferenceDefinitions} from './definitions.ts'
import {ContentReader} from './markup.ts'
import {mayMatter} from './matter.ts'
import {type Part, PartReader, type Piece} from './parts.ts'

/**
 * Reads a document by its lines, and parses only what they do not settle. Of a piece that holds nothing that anyone asks for,
 * one block stands for all.
 *
 * @returns the comments to this program.
 */
export function readByLines(
  map: SourceMap,
  lines: SourceLines,
  matter: FrontMatter | undefined,
  sections: SectionWriter,
): readonly Comment[] {
  const definitions = new ReferenceDefinitions()
  const content = new ContentReader(map.source, definitions)
  const parts = new PartReader(lines, content).read((matter?.last ?? 0) + 1)
  const writer = new PartWriter(map, definitions, sections)
  for (const part of parts) writer.define(part)
  for (const [index, part] of parts.entries()) writer.write(part, parts[index + 1])
  return writer.comments
}

/** Writes the parts of a document into sections. */
class PartWriter {
  readonly #map: SourceMap
  readonly #definitions: ReferenceDefinitions
  readonly #writer: SectionWriter
  readonly #comments: Comment[] = []
  readonly #isAddressed: boolean
  /** What was parsed for what it defines. */
  readonly #parsed = new Map<Piece, Parsed>()

  constructor(map: SourceMap, definitions: ReferenceDefinitions, writer: SectionWriter) {
    this.#map = map
    this.#definitions = definitions
    this.#writer = writer
    this.#isAddressed = mayAddress(map.source)
  }

  get comments(): readonly Comment[] {
    return this.#comments
  }

  /** Takes note of what a part defines, which counts above it too. */
  define(part: Part): void {
    if (part.type !== 'piece' || !ReferenceDefinitions.mayStandIn(this.#textOf(part))) return
    const parsed = this.#parse(part)
    this.#parsed.set(part, parsed)
    this.#definitions.addFrom(parsed.tree, part)
  }

  write(part: Part, next: Part | undefined): void {
    if (part.type === 'piece') this.#writePiece(part, next)
    else this.#writeRead(part)
  }

  #writeRead(part: Exclude<Part, Piece>): void {
    if (part.type === 'heading') this.#writer.writeHeading(part)
    else this.#writer.writeBlock(part)
    if (this.#isAddressed && mayAddress(this.#textOf(part.range)))
      this.#take(contentsOf(part).flatMap(commentsIn))
  }

  /** What stands right above a table may announce it. */
  #writePiece(piece: Piece, next: Part | undefined): void {
    if (next?.type !== 'table' && !mayMatter(this.#textOf(piece))) {
      const {start, end} = piece
      this.#writer.writeBlock({type: 'other', kind: 'other', range: {start, end}, container: 0})
      return
    }
    const {source} = this.#map
    const {tree, shift} = this.#parsedFor(piece)
    writeTree(tree, {...this.#map, shift}, this.#writer)
    if (this.#isAddressed) this.#take(readComments(tree, {source, shift}))
  }

  #take(comments: readonly Comment[]): void {
    for (const comment of comments) this.#comments.push(comment)
  }

  /** What was parsed before all was known that it refers to is parsed again, where it refers to anything. */
  #parsedFor(piece: Piece): Parsed {
    const before = this.#definitions.linesFor(this.#textOf(piece), piece)
    const parsed = this.#parsed.get(piece)
    this.#parsed.delete(piece)
    return parsed?.before === before ? parsed : this.#parse(piece, before)
  }

  #parse({start, end}: Range, before = '\n'): Parsed {
    const {source} = this.#map
    const text = this.#textOf({start, end})
    // Blocks that are still open end where another one begins, as in the document.
    const after = end < source.length ? 'x' : ''
    const tree = parseMarkdown(before + text + after)
    const isWithin = (offset = 0) => offset >= before.length && offset < before.length + text.length
    const children = tree.children.filter(({position}) => isWithin(position?.start.offset))
    return {tree: {...tree, children}, before, shift: start - before.length}
  }

  #textOf({start, end}: Range): string {
    return this.#map.source.slice(start, end)
  }
}

/** A piece's tree. */
interface Parsed {
  readonly tree: mdast.Root
  /** What it was parsed below. */
  readonly before: string
  /** What makes an offset of the source out of one of the tree. */
  readonly shift: number
}

function contentsOf(part: Exclude<Part, Piece>): readonly InlineText[] {
  if (part.type === 'other') return []
  if (part.type !== 'table') return [part.content]
  return [part.header, ...part.rows].flatMap(({cells}) => cells.map(({content}) => content))
}

function commentsIn(content: InlineText): readonly Comment[] {
  return content instanceof MarkedText && mayAddress(content.raw) ? content.comments : []
}
