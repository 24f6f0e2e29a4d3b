import type {Block, Cell, InlineText, MarkdownDocument, Row, Table} from '../../src/document/model.ts'
import type {Range} from '../../src/text/range.ts'
import {rangeViolations} from './finding-violations.ts'

/** Longer texts are looked at up to here, since each of their characters is looked up from the beginning. */
const longest = 1500

/** What is wrong with the ranges of tables, rows and cells. */
export function tableViolations(document: MarkdownDocument): readonly string[] {
  return tablesOf(document).flatMap((table) => [
    ...rangeViolations(table.range, document.source),
    ...[table.header, ...table.rows].flatMap((row) => rowViolations(row, table, document)),
  ])
}

export function tablesOf({sections}: MarkdownDocument): readonly Table[] {
  return sections.flatMap(({blocks}) => blocks.filter((block: Block) => block.type === 'table'))
}

function rowViolations(row: Row, table: Table, {source, lines}: MarkdownDocument): readonly string[] {
  const wrong: string[] = []
  if (!isWithin(row.range, table.range)) wrong.push(`row ${show(row.range)} is outside its table`)
  if (lines.lineAt(row.range.start) !== row.line) wrong.push(`row ${show(row.range)} is not on ${row.line}`)
  if (/[\r\n]/.test(source.slice(row.range.start, row.range.end))) wrong.push('a row goes over a line ending')
  for (const [index, cell] of row.cells.entries()) {
    const next = row.cells[index + 1]
    wrong.push(...cellViolations(cell, row, source))
    if (next && next.outer.start <= cell.outer.end) {
      wrong.push(`cells ${show(cell.outer)} and ${show(next.outer)} have no pipe between them`)
    } else if (next && source.slice(cell.outer.end, next.outer.start) !== '|') {
      wrong.push(`between ${show(cell.outer)} and ${show(next.outer)} stands more than a pipe`)
    }
  }
  return wrong
}

function cellViolations({outer, range, content}: Cell, row: Row, source: string): readonly string[] {
  const wrong = [...rangeViolations(outer, source), ...rangeViolations(range, source)]
  const raw = source.slice(range.start, range.end)
  if (!isWithin(outer, row.range)) wrong.push(`cell ${show(outer)} is outside its row`)
  if (!isWithin(range, outer)) wrong.push(`content ${show(range)} is outside its cell ${show(outer)}`)
  if (/^[ \t]|[ \t]$/.test(raw)) wrong.push(`content ${JSON.stringify(raw)} has blanks at its ends`)
  if (content.range.start !== range.start || content.range.end !== range.end) wrong.push('two content ranges')
  const left = source.slice(outer.start, range.start) + source.slice(range.end, outer.end)
  if (!/^[ \t]*$/.test(left)) wrong.push(`padding ${JSON.stringify(left)} is not blank`)
  return wrong
}

/** What is wrong with the way from plain texts back to the source. */
export function inlineViolations(document: MarkdownDocument): readonly string[] {
  const contents = [
    ...tablesOf(document).flatMap(({header, rows}) =>
      [header, ...rows].flatMap(({cells}) => cells.map(({content}) => content)),
    ),
    ...document.sections.flatMap(({heading}) => (heading ? [heading.content] : [])),
    ...document.sections.flatMap(({blocks}) =>
      blocks.flatMap((block) => (block.type === 'paragraph' ? [block.content] : [])),
    ),
  ]
  return contents.flatMap((content) => mappingViolations(content, document.source))
}

function mappingViolations(content: InlineText, source: string): readonly string[] {
  const {text, range} = content
  const wrong: string[] = []
  const whole = content.rangeOf(0, text.length)
  if (!isWithin(whole, range)) wrong.push(`${show(whole)} is outside ${show(range)}`)
  let before: Range = {start: range.start, end: range.start}
  for (let index = 0; index < Math.min(text.length, longest); index++) {
    const place = content.rangeOf(index, index + 1)
    if (!isWithin(place, range) || place.start > place.end)
      wrong.push(`${show(place)} is outside ${show(range)}`)
    if (place.start < before.start || place.end < before.end) {
      wrong.push(`${show(place)} comes after ${show(before)} in the text and before it in the source`)
    }
    if (!standsFor(source.slice(place.start, place.end), text[index] ?? '')) {
      wrong.push(`${JSON.stringify(text[index])} does not stand at ${show(place)}`)
    }
    before = place
  }
  return wrong.map((text) => `in ${JSON.stringify(content.raw.slice(0, 80))}: ${text}`)
}

/** Whether a stretch of source can be what one unit of plain text comes from. */
function standsFor(written: string, unit: string): boolean {
  // A line may end within a heading: that is a blank.
  if (unit === ' ' && /^(?:\r\n?|\n)$/.test(written)) return true
  if (written === unit || (written === '\0' && unit === '\uFFFD')) return true
  if (written === `\\${unit}`) return true
  if (unit === '\n' && /^(?:<br\b[^>]*>|\\?\r\n?|\\?\n|[ \t]{2,}(?:\r\n?|\n))$/i.test(written)) return true
  return /^&[#\w]+;$/.test(written) || /^!\[.*\](?:\(.*\)|\[.*\])?$/s.test(written)
}

function isWithin(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

function show({start, end}: Range): string {
  return `${start}-${end}`
}
