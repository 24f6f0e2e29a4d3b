import type {Range} from '../text/range.ts'
import type {Block, Heading, MarkdownDocument, OtherBlock, Section, Table} from './model.ts'
import {type RowLine, rowLines} from './row-lines.ts'

/** Lines that look like a table and that GFM reads as something else. */
export interface TableFragment {
  readonly kind: FragmentKind
  readonly range: Range
  readonly section: Section
  readonly lines: readonly RowLine[]
  /** The table that the lines are cut off from. */
  readonly table?: Table
  /** Whether every line begins with a pipe; lines that do not may be prose. */
  readonly isPiped: boolean
}

type FragmentKind =
  /** Rows right under each other, and no delimiter row. */
  | 'no-delimiter'
  /** A delimiter row with more or fewer cells than the header above it. */
  | 'delimiter-width'
  /** A delimiter row that has a character too many or the wrong dash. */
  | 'delimiter-form'
  /** Rows between full-width `｜`. */
  | 'wide-pipes'
  /** A header and a delimiter row with a blank line between. */
  | 'parted-head'
  /** A delimiter row with no header above it. */
  | 'no-header'
  /** Rows after a blank line or a comment that ended their table. */
  | 'cut-off'
  /** A single row outside any table. */
  | 'stray'
  /** A table that an HTML tag on the line above turned into a part of an HTML block. */
  | 'in-html'
  /** A table that four blanks before it made code. */
  | 'indented'

/**
 * Finds what was meant as a table and is none: <https://github.github.com/gfm/#tables-extension-> asks for a
 * delimiter row as wide as the header, and ends a table at a blank line.
 */
export function findFragments(document: MarkdownDocument): readonly TableFragment[] {
  if (!/[|｜]/.test(document.source)) return []
  const fragments: OpenFragment[] = []
  for (const section of document.sections) readSection(section, document, fragments)
  return fragments
}

/** A fragment that more of what is cut off may join. */
type OpenFragment = TableFragment & {readonly lines: RowLine[]}

function readSection(section: Section, document: MarkdownDocument, fragments: OpenFragment[]): void {
  const underline = section.heading && setextFragment(section.heading, section, document)
  if (underline) fragments.push(underline)
  let before: Table | OpenFragment | undefined = underline ?? undefined
  for (const block of section.blocks) {
    const fragment: OpenFragment | undefined = readBlock(block, section, before, document)
    const joins: boolean = fragment !== undefined && isFragment(before) && isContinuation(before, fragment)
    if (fragment && !joins) fragments.push(fragment)
    else if (fragment && isFragment(before) && before.kind === 'cut-off') before.lines.push(...fragment.lines)
    else if (fragment?.kind === 'no-header' && isFragment(before) && before.kind === 'stray') {
      // The two are one table: the first told of a row, the second of its delimiter row.
      before = {...before, kind: 'parted-head'}
      fragments[fragments.length - 1] = before
    }
    if (block.type === 'table') before = block
    else if (fragment) before = joins ? before : fragment
    else if (!isComment(block, document)) before = undefined
  }
}

/** What one blank line too many split up is reported once, at its beginning. */
function isContinuation(before: TableFragment, fragment: TableFragment): boolean {
  if (before.kind === 'cut-off') return fragment.kind === 'cut-off' && before.table === fragment.table
  return fragment.kind === 'no-header' || fragment.kind === 'no-delimiter' || fragment.kind === 'stray'
}

function isFragment(before: Table | OpenFragment | undefined): before is OpenFragment {
  return before !== undefined && 'kind' in before
}

function readBlock(
  block: Block,
  section: Section,
  before: Table | OpenFragment | undefined,
  document: MarkdownDocument,
): OpenFragment | undefined {
  if (block.type === 'table') return undefined
  if (!mayHoldRow(block, document)) return undefined
  const table = tableBefore(before, block)
  if (block.type === 'other') return swallowedFragment(block, section, table, document)
  const lines = rowLines(block.range, document)
  const kind = table && continues(table, lines) ? 'cut-off' : kindOf(lines)
  if (!kind) return undefined
  const fragment = {kind, range: block.range, section, lines, isPiped: lines.every(({isPiped}) => isPiped)}
  return kind === 'cut-off' && table ? {...fragment, table} : fragment
}

function mayHoldRow({range}: Block, {source}: MarkdownDocument): boolean {
  return /[|｜]/.test(source.slice(range.start, range.end))
}

function tableBefore(before: Table | OpenFragment | undefined, block: Block): Table | undefined {
  const table = isFragment(before) ? before.table : before
  return table?.container === block.container ? table : undefined
}

/** Whether the lines could be rows of the table: as many cells, and pipes at the ends where it has them. */
function continues(table: Table, lines: readonly RowLine[]): boolean {
  const width = table.header.cells.length
  return lines.every(({cells, isPiped, isClosed}) => {
    if (isPiped) return cells >= 2 || (isClosed && cells === width)
    return cells >= 2 && cells === width
  })
}

function kindOf(lines: readonly RowLine[]): FragmentKind | undefined {
  const delimiter = lines.findIndex(({isLikeDelimiter}) => isLikeDelimiter)
  const [first] = lines
  if (!first) return undefined
  if (lines.length > 1 && lines.every(({hasWidePipes}) => hasWidePipes)) return 'wide-pipes'
  if (delimiter === 0) return lines[1]?.isPiped ? 'no-header' : undefined
  const header = lines[delimiter - 1]
  if (header && header.cells >= 2) return delimiterKind(header, lines[delimiter])
  if (!lines.every(({isPiped, cells}) => isPiped && cells >= 2)) {
    return delimiter === -1 && isGrid(lines) ? 'no-delimiter' : undefined
  }
  if (lines.length > 1) return 'no-delimiter'
  return first.isClosed ? 'stray' : undefined
}

function delimiterKind(header: RowLine, delimiter: RowLine | undefined): FragmentKind {
  return delimiter?.isDelimiter && delimiter.cells !== header.cells ? 'delimiter-width' : 'delimiter-form'
}

/** Lines without outer pipes that all have the same number of cells; prose may look like it. */
function isGrid(lines: readonly RowLine[]): boolean {
  const cells = lines[0]?.cells ?? 0
  return lines.length > 1 && cells >= 2 && lines.every((line) => line.cells === cells && !line.isPiped)
}

/** `| a | b |` over `---` is a heading. */
function setextFragment(heading: Heading, section: Section, document: MarkdownDocument) {
  const lines = rowLines(heading.range, document)
  const header = lines.at(-2)
  if (!header?.isPiped || header.cells < 2) return undefined
  return {kind: 'delimiter-width', range: heading.range, section, lines, isPiped: true} as const
}

/** Rows or a table that an HTML tag or an indent made a part of an HTML block or of code. */
function swallowedFragment(
  {kind, range}: OtherBlock,
  section: Section,
  table: Table | undefined,
  document: MarkdownDocument,
): OpenFragment | undefined {
  const text = document.source.slice(range.start, range.end)
  // What is fenced, quoted or commented out is meant to be no table.
  if (kind === 'other' || /^\s*(?:```|~~~|<[!?]|<(?:pre|script|style|textarea)\b)/i.test(text))
    return undefined
  const lines = rowLines(range, document)
  const delimiter = lines.findIndex(({isDelimiter}) => isDelimiter)
  const header = lines[delimiter - 1]
  if (header && header.cells === lines[delimiter]?.cells) {
    const kindOfTable = kind === 'html' ? 'in-html' : 'indented'
    return {kind: kindOfTable, range, section, lines: lines.slice(delimiter - 1), isPiped: header.isPiped}
  }
  const rows = lines.filter(({isPiped, cells}) => isPiped && cells >= 2)
  if (!table || rows.length === 0 || !continues(table, rows)) return undefined
  return {kind: 'cut-off', range, section, lines: rows, table, isPiped: true}
}

function isComment(block: Block, {source}: MarkdownDocument): boolean {
  return block.type === 'other' && block.kind === 'html' && source.startsWith('<!--', block.range.start)
}
