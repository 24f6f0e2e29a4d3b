import type {BrokenTable} from '../dataset/model.ts'
import type {MarkdownDocument} from '../document/model.ts'
import {readDocument} from '../document/read.ts'
import {rowLines} from '../document/row-lines.ts'
import type {Edit} from '../finding.ts'
import {isBlankLine, lineEndingOf, prefixOf, textOfLine} from './line-frame.ts'
import {isWholeTable} from './table-check.ts'

type Edits = readonly Edit[] | undefined

/** Removes the blank lines, and the indent, that cut rows off from their table. Comments and tags stay. */
export function rejoin({lines: rows, table}: BrokenTable, markdown: MarkdownDocument): Edits {
  if (!table) return undefined
  const {lines} = markdown
  const frame = prefixOf(markdown, table.rows.at(-1)?.line ?? table.header.line + 1)
  const edits: Edit[] = []
  let above = lines.lineAt(table.range.end)
  for (const {range} of rows) {
    const line = lines.lineAt(range.start)
    for (let between = above + 1; between < line; between++) {
      if (!isBlankLine(markdown, between)) return undefined
    }
    const isFramed = prefixOf(markdown, line) === frame
    const start = lines.rangeOf(above + 1).start
    const edit = isFramed
      ? {start, end: lines.rangeOf(line).start, text: ''}
      : {start, end: range.start, text: frame}
    if (edit.start < edit.end || edit.text !== '') edits.push(edit)
    above = line
  }
  const isEnd = isBlankLine(markdown, above + 1) || above === lines.count
  if (!isEnd && edits.some(({text}) => text !== '')) return undefined
  const head = [table.header.line, table.header.line + 1].map((line) => textOfLine(markdown, line))
  const [header = '', delimiter = ''] = head
  return isWholeTable([header, delimiter, ...rows.map(({text}) => text)]) ? edits : undefined
}

/** Puts a blank line between an HTML tag and the table below it. */
export function withdrawFromHtml({lines: [header], range}: BrokenTable, markdown: MarkdownDocument): Edits {
  if (!header) return undefined
  const all = rowLines(range, markdown)
  const at = all.findIndex(({range: one}) => one.start === header.range.start)
  const texts = all.map(({text}) => text)
  const {sections} = readDocument(texts.toSpliced(at, 0, '').join('\n'), '')
  const [table, ...others] = sections.flatMap(({blocks}) => blocks).filter(({type}) => type === 'table')
  const rows = all.slice(at + 2).filter(({isPiped, cells}) => isPiped || cells > 1)
  if (table?.type !== 'table' || others.length > 0 || table.rows.length !== rows.length) return undefined
  if (table.rows.some(({cells}) => cells.length > table.header.cells.length)) return undefined
  const line = markdown.lines.lineAt(header.range.start)
  const {start} = markdown.lines.rangeOf(line)
  const blank = prefixOf(markdown, line).trimEnd() + lineEndingOf(markdown, line)
  return [{start, end: start, text: blank}]
}

/** Takes away the indent that makes code of a table. */
export function unindent({lines: table, range}: BrokenTable, markdown: MarkdownDocument): Edits {
  const {lines} = markdown
  const last = lines.lineAt(range.end)
  const isApart = isBlankLine(markdown, last + 1) || last === lines.count
  if (!isApart || rowLines(range, markdown).length !== table.length) return undefined
  if (!isWholeTable(table.map(({text}) => text))) return undefined
  return table.map(({range: {start}}) => {
    const {line} = lines.pointAt(start)
    const frame = prefixOf(markdown, line).replace(/[ \t]+$/, '')
    return {start: lines.rangeOf(line).start, end: start, text: frame === '' ? '' : `${frame} `}
  })
}
