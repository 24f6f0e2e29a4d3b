import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import type {PhrasingContent} from 'mdast'
import {isBlank} from '../text/blanks.ts'
import type {Range} from '../text/range.ts'
import {isComment} from './comments.ts'
import {rangeOf} from './source-map.ts'

/**
 * A stretch of plain text and the source it comes from. An exact one has a source unit for each unit of
 * text; any other stands for its source as a whole.
 */
export interface Segment extends Range {
  readonly text: number
  readonly length: number
  readonly exact: boolean
}

/** Units of source and of text that belong together. */
interface Piece {
  readonly source: number
  readonly text: number
  readonly isBreak?: boolean
}

/** Writes the plain text of phrasing nodes, keeping where in the source each piece stands. */
export class SegmentWriter {
  /** The text, in a piece for each segment. */
  readonly #pieces: string[] = []
  #length = 0
  readonly #segments: Segment[] = []
  readonly #verbatim: Range[] = []
  readonly #source: string
  readonly #shift: number
  readonly #end: number
  /** Within an address every character stands for itself. */
  #isAddress = false
  /** Whether nothing but comments was written yet. */
  #isAfterComment = false

  /** @param end where the content ends in the source. */
  constructor(source: string, shift: number, end: number) {
    this.#source = source
    this.#shift = shift
    this.#end = end
  }

  /** What was written; `verbatim` are code and addresses, in the plain text. */
  finish(): {
    readonly text: string
    readonly segments: readonly Segment[]
    readonly verbatim: readonly Range[]
  } {
    return {text: this.#pieces.join(''), segments: this.#segments, verbatim: this.#verbatim}
  }

  write(node: PhrasingContent): void {
    const start = this.#length
    const isAddress = isAutolink(node)
    if (isAddress) this.#isAddress = true
    this.#write(node)
    if (isAddress) this.#isAddress = false
    if (isAddress || node.type === 'inlineCode') this.#verbatim.push({start, end: this.#length})
  }

  #write(node: PhrasingContent): void {
    const range = rangeOf(node, {shift: this.#shift})
    if (node.type === 'text') this.#align(node.value, range, this.#isAddress)
    else if (node.type === 'inlineCode') this.#align(node.value, this.#insideCode(range), true)
    else if (node.type === 'html') this.#html(node.value, range)
    else if (node.type === 'break') this.#push('\n', range, false)
    else if (node.type === 'image' || node.type === 'imageReference') {
      this.#align(node.alt ?? '', {start: range.start + '!['.length, end: range.end}, false)
    } else if ('children' in node) for (const child of node.children) this.write(child)
  }

  #insideCode({start, end}: Range): Range {
    const fence = /^`*/.exec(this.#source.slice(start, end))?.[0].length ?? 0
    return {start: start + fence, end: end - fence}
  }

  /** A line break is a line feed, other known tags and comments are nothing, and `<ICP>` is text after all. */
  #html(value: string, range: Range): void {
    if (/^<br[\s/>]/i.test(value)) this.#push('\n', range, false)
    else if (isComment(value)) this.#comment(range)
    else if (!isMarkup(value)) this.#push(value, range, true)
  }

  /** Of the blanks on both sides of a comment those before it are dropped, and all at the ends of the content. */
  #comment({end}: Range): void {
    if (end === this.#end || isBlank(this.#source[end])) this.#dropBlanks()
    if (this.#length === 0) this.#isAfterComment = true
  }

  #dropBlanks(): void {
    const last = this.#segments.at(-1)
    if (!last?.exact) return
    let {end} = last
    while (end > last.start && isBlank(this.#source[end - 1])) end--
    const {text, start} = last
    if (end === last.end) return
    const piece = this.#pieces.pop() ?? ''
    this.#segments.pop()
    this.#length = text
    if (end > start) this.#push(piece.slice(0, end - start), {start, end}, true)
  }

  /** Finds a value's units in the source, over escapes and character references where those count. */
  #align(value: string, {start, end}: Range, isLiteral: boolean): void {
    let at = start
    let run = 0
    let index = 0
    const flush = () => {
      if (index > run) this.#push(value.slice(run, index), {start: at - (index - run), end: at}, true)
      run = index
    }
    while (index < value.length && at < end) {
      const piece = this.#pieceAt(at, value, index, isLiteral)
      if (piece.source === 1 && piece.text === 1 && !piece.isBreak) {
        index++
        at++
        continue
      }
      flush()
      if (piece.text > 0) {
        const text = piece.isBreak ? ' ' : value.slice(index, index + piece.text)
        this.#push(text, {start: at, end: at + piece.source}, false)
      }
      index += piece.text
      run = index
      at += piece.source
    }
    flush()
    // What the source does not show stands for the place where it should.
    if (index < value.length) this.#push(value.slice(index), {start: at, end: Math.max(at, end)}, false)
  }

  /** How many units of source and of text belong together at this place. */
  #pieceAt(at: number, value: string, index: number, isLiteral: boolean): Piece {
    const char = this.#source[at]
    const wanted = value[index]
    // In the code of a cell a pipe is escaped all the same.
    const isEscape = char === '\\' && this.#source[at + 1] === wanted
    if (isEscape && (isLiteral ? wanted === '|' : isAsciiPunctuation(wanted))) return {source: 2, text: 1}
    if (char === '&' && !isLiteral) {
      const reference = referenceAt(this.#source, at)
      // Some numbers stand for no character, and the parser puts U+FFFD in their place.
      if (reference && value.startsWith(reference.text, index)) {
        return {source: reference.length, text: reference.text.length}
      }
      if (reference && wanted === '\uFFFD') return {source: reference.length, text: 1}
    }
    if (wanted === '\n' || wanted === '\r') return this.#breakAt(at, value, index)
    if (char === wanted || char === '\0') return {source: 1, text: 1}
    return {source: 1, text: 0}
  }

  /** A line may end within a heading; that is a blank, a line feed is what `<br>` means. */
  #breakAt(at: number, value: string, index: number): Piece {
    const length = (text: string, from: number) => (text.startsWith('\r\n', from) ? 2 : 1)
    const isHere = this.#source[at] === '\n' || this.#source[at] === '\r'
    return isHere
      ? {source: length(this.#source, at), text: length(value, index), isBreak: true}
      : {source: 1, text: 0}
  }

  #push(text: string, {start, end}: Range, exact: boolean): void {
    const blanks = this.#isAfterComment && exact ? text.search(/[^ \t]|$/) : 0
    if (blanks === text.length) return
    this.#isAfterComment = false
    this.#segments.push({text: this.#length, length: text.length - blanks, start: start + blanks, end, exact})
    this.#pieces.push(text.slice(blanks))
    this.#length += text.length - blanks
  }
}

/** The character reference at an offset: <https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references>. */
function referenceAt(
  source: string,
  at: number,
): {readonly text: string; readonly length: number} | undefined {
  const pattern = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z\d]{1,31}));/y
  pattern.lastIndex = at
  const match = pattern.exec(source)
  if (!match) return undefined
  const [all, decimal, hexadecimal, name] = match
  const length = all.length
  if (name !== undefined) {
    const text = decodeNamedCharacterReference(name)
    return text === false ? undefined : {text, length}
  }
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10)
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return {text: valid ? String.fromCodePoint(code) : '\uFFFD', length}
}

function isAsciiPunctuation(char: string | undefined): boolean {
  return char !== undefined && /[!-/:-@[-`{-~]/.test(char)
}

/** A link whose text is its own address. */
function isAutolink(node: PhrasingContent): boolean {
  const [text] = node.type === 'link' ? node.children : []
  return node.type === 'link' && text?.type === 'text' && node.url.endsWith(text.value)
}

/** The elements of HTML that stand in running text: <https://html.spec.whatwg.org/multipage/dom.html#phrasing-content>. */
const phrasingTags = new Set(
  (
    'a abbr area audio b bdi bdo big br button canvas center cite code data del details dfn div em font h1 h2 ' +
    'h3 h4 h5 h6 hr i iframe img input ins kbd label li link mark nobr ol option p picture pre q rp rt ruby s ' +
    'samp select small source span strike strong sub summary sup table tbody td th thead time tr tt u ul var ' +
    'video wbr'
  ).split(' '),
)

function isMarkup(html: string): boolean {
  const tag = /^<\/?([a-zA-Z][^\s/>]*)/.exec(html)?.[1]
  return tag === undefined || phrasingTags.has(tag.toLowerCase())
}
