import type * as mdast from 'mdast'
import type {Range} from '../../text/range.ts'
import {MarkedText, type Markup, PlainText, readMarkup} from '../inline.ts'
import {isLoneRun, isMarked} from '../marks.ts'
import type {Cell, InlineText} from '../model.ts'
import {parseMarkdown} from '../parse.ts'
import {simpleNodes} from '../simple-markup.ts'
import {withoutPadding} from '../table.ts'
import type {ReferenceDefinitions} from './definitions.ts'
import {PlainCell} from './plain-cell.ts'

/** How many contents are parsed at once: enough to make up for what a call of the parser costs, few enough to take little room. */
const atOnce = 128

/** Content that may hold markup. */
interface Written {
  readonly content: Range
  /** What is parsed to read it: the content, or a block that it is part of. */
  readonly written: Range
  readonly isCell: boolean
}

/** Makes inline content of ranges. What may hold markup is parsed when it is first asked for, along with what follows it. */
export class ContentReader {
  readonly #source: string
  readonly #definitions: ReferenceDefinitions
  /** Headings and the headers of tables, which are asked for in every document. */
  readonly #heads = new Batches((batch) => this.#parse(batch, blockNodes))
  readonly #cells = new Batches((batch) => this.#parse(batch, rowNodes))

  /** @param definitions are complete when the first content is asked for. */
  constructor(source: string, definitions: ReferenceDefinitions) {
    this.#source = source
    this.#definitions = definitions
  }

  headerCell(outer: Range, isMarked: boolean): Cell {
    return this.#cell(outer, isMarked, this.#heads)
  }

  cell(outer: Range, isMarked: boolean): Cell {
    return this.#cell(outer, isMarked, this.#cells)
  }

  heading(written: Range, content: Range): InlineText {
    return isMarked(this.#source, content)
      ? new MarkedText(this.#source, content, this.#heads.add({content, written, isCell: false}))
      : new PlainText(this.#source, content)
  }

  /** Few paragraphs are asked what they say, so that each is parsed by itself. */
  paragraph(content: Range): InlineText {
    const source = this.#source
    const isLine = !/[\r\n]|[ \t]$/.test(source.slice(content.start, content.end))
    if (isLine && !isMarked(source, content)) return new PlainText(source, content)
    const batch = [{content, written: content, isCell: false}]
    return new MarkedText(source, content, () => this.#parse(batch, blockNodes)[0])
  }

  #cell(outer: Range, isMarked: boolean, batches: Batches): Cell {
    const source = this.#source
    const range = withoutPadding(outer, source)
    if (!isMarked || isLoneRun(source.slice(range.start, range.end)))
      return new PlainCell(source, outer, range)
    const read = simpleNodes(source, range)
      ? () => readMarkup(source, range, simpleNodes(source, range) ?? [], 0)
      : batches.add({content: range, written: range, isCell: true})
    return {outer, range, content: new MarkedText(source, range, read)}
  }

  #parse(batch: readonly Written[], nodesOf: NodesOf): readonly Markup[] {
    const source = this.#source
    const texts = batch.map(({written, isCell}) => ({text: source.slice(written.start, written.end), isCell}))
    const all = nodesOf(texts, this.#definitions.linesFor(texts.map(({text}) => text).join('\n')))
    if (all.length !== batch.length) throw new Error('the parser makes something else of a batch of contents')
    return batch.flatMap(({content, written}, index) => {
      const found = all[index]
      return found ? readMarkup(source, content, found.nodes, written.start - found.start) : []
    })
  }
}

type Parse = (batch: readonly Written[]) => readonly Markup[]

class Batches {
  readonly #parse: Parse
  readonly #contents: Written[] = []
  /** What has been read and not yet been asked for. */
  readonly #markups = new Map<number, Markup>()

  constructor(parse: Parse) {
    this.#parse = parse
  }

  add(written: Written): () => Markup | undefined {
    const index = this.#contents.push(written) - 1
    return () => this.#take(index)
  }

  #take(index: number): Markup | undefined {
    if (!this.#markups.has(index)) {
      const first = index - (index % atOnce)
      const batch = this.#parse(this.#contents.slice(first, first + atOnce))
      for (const [at, markup] of batch.entries()) this.#markups.set(first + at, markup)
    }
    const markup = this.#markups.get(index)
    this.#markups.delete(index)
    return markup
  }
}

/** The inline nodes of a text, and where it begins in what was parsed. */
interface Found {
  readonly nodes: readonly mdast.PhrasingContent[]
  readonly start: number
}

interface Text {
  readonly text: string
  readonly isCell: boolean
}

/** Parses texts below lines that define what they refer to. */
type NodesOf = (texts: readonly Text[], before: string) => readonly Found[]

/** Cells as the rows of one table. */
function rowNodes(texts: readonly Text[], before: string): readonly Found[] {
  const lines = texts.map(({text}) => `| ${text} |\n`)
  const [table] = lastNodes(`${before}${lines.toSpliced(1, 0, '| - |\n').join('')}`, 1)
  return table?.type === 'table' ? table.children.map(cellOf) : []
}

/** Each as a block of its own. */
function blockNodes(texts: readonly Text[], before: string): readonly Found[] {
  const blocks = texts.map(({text, isCell}) => (isCell ? `| ${text} |\n| - |` : text))
  return lastNodes(`${before}${blocks.join('\n\n')}`, texts.length).flatMap((node) => {
    if (node.type === 'table') return node.children.slice(0, 1).map(cellOf)
    const nodes = node.type === 'heading' || node.type === 'paragraph' ? node.children : []
    return {nodes, start: node.position?.start.offset ?? 0}
  })
}

function cellOf({children: [cell], position}: mdast.TableRow): Found {
  return {nodes: cell?.children ?? [], start: (position?.start.offset ?? 0) + '| '.length}
}

function lastNodes(markdown: string, count: number): readonly mdast.RootContent[] {
  return parseMarkdown(markdown).children.slice(-count)
}
