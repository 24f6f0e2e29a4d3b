import type {CategoryTable} from '../src/dataset/model.ts'
import type {Cell, Row} from '../src/document/model.ts'
import type {Edit} from '../src/finding.ts'
import {defineRule} from '../src/rule.ts'
import {cjkPunctuation} from '../src/text/cjk.ts'
import {displayWidth} from '../src/text/width.ts'

export const cellWhitespace = defineRule({
  id: 'cell-whitespace',
  summary: {
    en: 'Disallow tabs and runs of blanks inside a cell and as its padding.',
    zh: '禁止单元格内部和首尾的制表符与连续空格。',
  },
  level: 'warning',
  fix: 'safe',
  messages: {
    padding: {
      en: 'Unexpected {found} as the padding of a cell, expected one blank or none',
      zh: '单元格首尾有{found}，应为一个空格或没有',
      help: {en: 'pad the cell with one blank', zh: '单元格首尾各留一个空格'},
      folded: {
        en: '{count|cell|cells} in {tables|table|tables} padded with tabs or runs of blanks',
        zh: '{tables} 个表格中有 {count} 个单元格首尾有制表符或连续空格',
      },
    },
    inner: {
      en: 'Unexpected {found} inside a cell, expected one blank',
      zh: '单元格内部有{found}，应为一个空格',
      help: {en: 'write one blank, or none', zh: '改为一个空格，或删去'},
    },
  },
  check({document, language, report}) {
    const {source} = document.markdown
    for (const table of document.tables) {
      let aligned: boolean | undefined
      const records = new Map(table.records.map((record) => [record.row, record]))
      for (const row of [table.table.header, ...table.table.rows]) {
        const record = records.get(row)
        for (const [index, cell] of row.cells.entries()) {
          const label = table.columns[index]?.label
          const place = {table, ...(record ? {record} : {}), ...(label ? {column: {label}} : {})}
          const padding = paddingEdits(cell, source)
          const tabs = padding.filter(({start, end}) => source.slice(start, end).includes('\t'))
          if (padding.length > 0 && tabs.length === 0) aligned ??= isAligned(table, source)
          const [first] = tabs.length > 0 || !aligned ? padding : []
          if (first) {
            const found = words(source.slice(first.start, first.end))[language]
            report('padding', {
              at: {start: first.start, end: first.end},
              ...place,
              data: {found},
              fix: {safe: true, edits: padding},
            })
          }
          for (const edit of innerEdits(cell, source)) {
            const found = words(source.slice(edit.start, edit.end))[language]
            report('inner', {
              at: {start: edit.start, end: edit.end},
              ...place,
              data: {found},
              fix: {safe: true, edits: [edit]},
            })
          }
        }
      }
    }
  },
})

function words(blanks: string) {
  return blanks.includes('\t') ? {en: 'tab', zh: '制表符'} : {en: 'run of blanks', zh: '连续空格'}
}

/** The padding before and after a cell's content that is more than one blank. */
function paddingEdits({outer, range}: Cell, source: string): readonly Edit[] {
  const sides =
    range.start === range.end
      ? [outer]
      : [
          {start: outer.start, end: range.start},
          {start: range.end, end: outer.end},
        ]
  return sides
    .filter(({start, end}) => end - start > 1 || (source[start] === '\t' && end > start))
    .map((side) => ({...side, text: ' '}))
}

/** Runs beside Chinese punctuation or inside 《 》 are what other rules are for. */
function innerEdits({range}: Cell, source: string): readonly Edit[] {
  const raw = source.slice(range.start, range.end)
  const edits: Edit[] = []
  for (const {0: blanks, index} of raw.matchAll(/[ \t\u3000]+/g)) {
    if (blanks.length === 1 && blanks !== '\t') continue
    if (isCjkMark(raw[index - 1]) || isCjkMark(raw[index + blanks.length])) continue
    edits.push({start: range.start + index, end: range.start + index + blanks.length, text: ' '})
  }
  return edits
}

function isCjkMark(char: string | undefined): boolean {
  return char !== undefined && cjkPunctuation.includes(char)
}

/** Rows that say whether a table's pipes stand below each other; more would tell the same. */
const sample = 100

/**
 * Whether a table is laid out with its pipes below each other, by width on the screen or by length: then runs
 * of blanks are its layout.
 */
function isAligned({table, columns}: CategoryTable, source: string): boolean {
  const rows = [table.header, ...table.rows.slice(0, sample)].filter(
    ({cells}) => cells.length === columns.length,
  )
  const width = (measure: (text: string) => number) => (row: Row, index: number) => {
    const outer = row.cells[index]?.outer
    return outer ? measure(source.slice(outer.start, outer.end)) : 0
  }
  return [width(displayWidth), width((text) => text.length)].some((measure) =>
    // The last column may run on.
    columns.slice(0, -1).every(({index}) => mostAgree(rows.map((row) => measure(row, index)))),
  )
}

function mostAgree(widths: readonly number[]): boolean {
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  return widths.length > 1 && 5 * Math.max(...counts.values()) >= 4 * widths.length
}
