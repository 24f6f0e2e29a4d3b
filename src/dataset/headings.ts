import type {Block, Heading, InlineText, Paragraph, Section} from '../document/model.ts'
import type {LineIndex} from '../text/lines.ts'
import {normalizeText} from '../text/normalize.ts'
import type {HeadingForm, TableContract} from './contract.ts'
import type {ReadHeading} from './heading-claims.ts'

/** What a heading says after its label, and where that begins in its text. */
export interface LabelledText {
  readonly form: HeadingForm
  readonly name: string
  /** Where the label ends, and where the name stands in the text. */
  readonly labelEnd: number
  readonly start: number
  readonly end: number
  /** What stands between label and name; a mark other than a colon is less certain to be meant so. */
  readonly separator: 'colon' | 'mark' | 'blank'
}

/** `1.`, `1.2`, `一、`, `（三）`, `第四章`, `⑤`: what sites put before a heading to count it. */
const ordinals = [
  /\d{1,3}(?:\.\d{1,3}){1,4}[、.．)）]?\s+/,
  /[（(](?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)]\s*/,
  /(?:\d{1,3}(?:\.\d{1,3}){0,4}|[一二三四五六七八九十]{1,3})[、.．)）]\s*/,
  /第[\d一二三四五六七八九十]{1,3}[章节節部类類篇](?:分)?\s*/,
  /[①-⑳]\s*/,
]
const ordinal = `(?:${ordinals.map(({source}) => source).join('|')})?`
const separators = ':：|｜·—–－-'
const leadingOrdinal = new RegExp(`^${ordinal}`)

/** Readers by their contracts: most runs use the same ones for each document. */
const readers = new WeakMap<TableContract, HeadingReader>()

export function headingReader(contract: TableContract): HeadingReader {
  const reader = readers.get(contract) ?? new HeadingReader(contract)
  readers.set(contract, reader)
  return reader
}

/** Reads a heading's text by the contract: an optional number, a label, a colon or a blank, the name. */
export class HeadingReader {
  readonly #forms: ReadonlyMap<string, HeadingForm>
  /** Null where no heading has a label. */
  readonly #pattern: RegExp | null
  /** What is written where a label and a mark are read, whatever markup stands between their characters. */
  readonly #traces: RegExp | null

  constructor({headings}: TableContract) {
    this.#forms = new Map(headings.map((form) => [form.label.toLowerCase(), form]))
    const labels = headings.map(({label}) => escapeForPattern(label)).sort(longerFirst)
    const mark = `[${separators}]`
    this.#pattern =
      labels.length > 0
        ? new RegExp(`^${ordinal}(${labels.join('|')})(\\s*${mark}\\s*|\\s+)(.*)$`, 'isu')
        : null
    const traces = headings.map(({label}) =>
      Array.from(label, (char) => `(?=.*${escapeForPattern(char)})`).join(''),
    )
    this.#traces = labels.length > 0 ? new RegExp(`^(?=.*${mark})(?:${traces.join('|')})|&`, 'isu') : null
  }

  /** Whether content may read as a label and a mark, told from how it is written: to read it may take the parser. */
  mayLabel(raw: string): boolean {
    return this.#traces?.test(raw) ?? false
  }

  read(text: string): LabelledText | undefined {
    const match = this.#pattern?.exec(text.trimStart())
    const [all, label = '', separator = '', rest = ''] = match ?? []
    const form = this.#forms.get(label.toLowerCase())
    if (all === undefined || !form) return undefined
    const name = withoutAnchor(rest)
    const start = text.length - rest.length
    return {
      form,
      name: normalizeText(name),
      labelEnd: start - separator.length,
      start,
      end: start + name.length,
      separator: /[:：]/.test(separator) ? 'colon' : separator.trim() === '' ? 'blank' : 'mark',
    }
  }
}

/** `## Name {#anchor}` is how several site generators name a heading's anchor. */
function withoutAnchor(text: string): string {
  const anchor = text.lastIndexOf('{#')
  const name = anchor !== -1 && text.trimEnd().endsWith('}') ? text.slice(0, anchor) : text
  return name.trimEnd()
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function longerFirst(a: string, b: string): number {
  return b.length - a.length
}

export function labelledHeading(
  labelled: LabelledText,
  block: Heading | Paragraph,
  section: Section,
  lines: LineIndex,
): ReadHeading {
  return {
    role: labelled.form.role,
    name: labelled.name,
    nameRange: block.content.rangeOf(labelled.start, labelled.end),
    separator: {
      text: block.content.text.slice(labelled.labelEnd, labelled.start),
      range: block.content.rangeOf(labelled.labelEnd, labelled.start),
    },
    line: lines.lineAt(block.range.start),
    form: labelled.form,
    block,
    section,
  }
}

/** A heading that names its category without a label. */
export function plainHeading(heading: Heading, section: Section, lines: LineIndex): ReadHeading {
  const {content} = heading
  return {
    role: 'category',
    name: normalizeText(withoutAnchor(content.text.trimStart().replace(leadingOrdinal, ''))),
    nameRange: content.range,
    separator: null,
    line: lines.lineAt(heading.range.start),
    form: null,
    block: heading,
    section,
  }
}

/** A paragraph above a table that is meant as a heading: one line with a label, a mark and a short name. */
export function headingInDisguise(block: Block, reader: HeadingReader): LabelledText | undefined {
  if (block.type !== 'paragraph') return undefined
  const text = lineOf(block.content, reader)
  const marks = /^#{1,6}/.exec(text)?.[0].length ?? 0
  const labelled = text === '' ? undefined : reader.read(marks > 0 ? withoutClosing(text.slice(marks)) : text)
  if (
    !labelled ||
    labelled.separator === 'blank' ||
    labelled.name.length > 30 ||
    /[。；，]/.test(labelled.name)
  )
    return undefined
  const {labelEnd, start, end} = labelled
  return {...labelled, labelEnd: labelEnd + marks, start: start + marks, end: end + marks}
}

/** What is no heading for lack of a blank may end as one. */
function withoutClosing(text: string): string {
  let end = text.length
  while (text[end - 1] === '#') end--
  return text.slice(0, end)
}

function lineOf(content: InlineText, reader: HeadingReader): string {
  const {raw} = content
  return raw.length > 200 || /[\r\n]/.test(raw) || !reader.mayLabel(raw) ? '' : content.text
}
