import type * as mdast from 'mdast'
import type {Range} from '../../text/range.ts'
import {breakNodes} from '../breaks.ts'
import {MarkedText, type Markup, PlainText, readMarkup} from '../inline.ts'
import {isLoneRun, isMarked} from '../marks.ts'
import type {InlineText} from '../model.ts'
import {parseMarkdown} from '../parse.ts'
import type {ReferenceDefinitions} from './definitions.ts'
import type {ReadContent} from './rows.ts'

/** How many contents are parsed at once: enough to make up for what a call of the parser costs, few enough to take little room. */
const atOnce = 128

/** Content that may hold markup, in the order in which it stands, and what is parsed to read it. */
interface Written {
  readonly content: Range
  readonly written: Range
}

/** Makes inline content of ranges. What may hold markup is parsed when it is first asked for, along with what follows it. */
export class ContentReader {
  readonly #source: string
  readonly #definitions: ReferenceDefinitions
  readonly #headings = new Batches((batch) => this.#parse(batch, blockNodes))
  /** The cells of headers are asked for in all tables, those of rows only in some. */
  readonly header: ReadContent = this.cells()

  /** @param definitions are complete when the first content is asked for. */
  constructor(source: string, definitions: ReferenceDefinitions) {
    this.#source = source
    this.#definitions = definitions
  }

  /** For the cells of one table. */
  cells(): ReadContent {
    const batches = new Batches((batch) => this.#parse(batch, cellNodes))
    return (range, isMarked) => {
      const source = this.#source
      if (!isMarked || isLoneRun(source.slice(range.start, range.end))) return new PlainText(source, range)
      if (breakNodes(source, range))
        return new MarkedText(source, range, () =>
          readMarkup(source, range, breakNodes(source, range) ?? [], 0),
        )
      return new MarkedText(source, range, batches.add({content: range, written: range}))
    }
  }

  heading(written: Range, content: Range): InlineText {
    return isMarked(this.#source, content)
      ? new MarkedText(this.#source, content, this.#headings.add({content, written}))
      : new PlainText(this.#source, content)
  }

  /** Few paragraphs are asked what they say, so that each is parsed by itself. */
  paragraph(range: Range): InlineText {
    return new MarkedText(this.#source, range, () =>
      only(this.#parse([{content: range, written: range}], blockNodes)),
    )
  }

  #parse(batch: readonly Written[], nodesOf: NodesOf): readonly Markup[] {
    const source = this.#source
    const texts = batch.map(({written}) => source.slice(written.start, written.end))
    const all = nodesOf(texts, this.#definitions.linesFor(texts.join('\n')))
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

  add(written: Written): () => Markup {
    const index = this.#contents.push(written) - 1
    return () => this.#take(index)
  }

  #take(index: number): Markup {
    if (!this.#markups.has(index)) {
      const first = index - (index % atOnce)
      const batch = this.#parse(this.#contents.slice(first, first + atOnce))
      for (const [at, markup] of batch.entries()) this.#markups.set(first + at, markup)
    }
    const markup = this.#markups.get(index)
    this.#markups.delete(index)
    return only(markup ? [markup] : [])
  }
}

function only([markup]: readonly Markup[]): Markup {
  if (!markup) throw new Error('a content without a reading')
  return markup
}

/** The inline nodes of a text, and where it begins in what was parsed. */
interface Found {
  readonly nodes: readonly mdast.PhrasingContent[]
  readonly start: number
}

/** Parses texts below lines that define what they refer to. */
type NodesOf = (texts: readonly string[], before: string) => readonly Found[]

function cellNodes(texts: readonly string[], before: string): readonly Found[] {
  const lines = texts.map((text) => `| ${text} |\n`)
  const table = lastNodes(`${before}${lines.toSpliced(1, 0, '| - |\n').join('')}`, 1)[0]
  const rows = table?.type === 'table' ? table.children : []
  return rows.map(({children: [cell], position}) => ({
    nodes: cell?.children ?? [],
    start: (position?.start.offset ?? 0) + '| '.length,
  }))
}

function blockNodes(texts: readonly string[], before: string): readonly Found[] {
  return lastNodes(`${before}${texts.join('\n\n')}`, texts.length).map((node) => ({
    nodes: node.type === 'heading' || node.type === 'paragraph' ? node.children : [],
    start: node.position?.start.offset ?? 0,
  }))
}

function lastNodes(markdown: string, count: number): readonly mdast.RootContent[] {
  return parseMarkdown(markdown).children.slice(-count)
}
