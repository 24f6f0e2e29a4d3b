import type {DeclaredTable} from '../src/dataset/model.ts'
import type {Cell, Row} from '../src/document/model.ts'
import type {Edit, Localized} from '../src/finding.ts'
import {defineRule} from '../src/rule.ts'
import {isCjkMark} from '../src/text/cjk.ts'
import {editOf} from '../src/text/edit.ts'
import {overlapsAny, type Range} from '../src/text/range.ts'
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
      const isLayout = () => (aligned ??= isAligned(table, source))
      for (const {row, record} of table.rows) {
        for (const [index, cell] of row.cells.entries()) {
          const padding = paddingEdits(cell, source)
          const inner = innerEdits(cell)
          if (padding === none && inner === none) continue
          const [first] = padding
          const place = {table, record, column: table.columns[index]}
          if (first && (padding.some((edit) => hasTab(edit, source)) || !isLayout())) {
            const data = {found: words(first, source)[language]}
            report('padding', {at: rangeOf(first), data, fix: {safe: true, edits: padding}, ...place})
          }
          const safe = inner.length > 0 && cell.content.takes(inner)
          for (const inText of inner) {
            const edit = editOf(cell.content.rangeOf(inText.start, inText.end), ' ')
            const data = {found: words(edit, source)[language]}
            report('inner', {at: rangeOf(edit), data, fix: {safe, edits: [edit]}, ...place})
          }
        }
      }
    }
  },
})

function rangeOf({start, end}: Edit): Range {
  return {start, end}
}

function hasTab({start, end}: Range, source: string): boolean {
  for (let at = start; at < end; at++) if (source[at] === '\t') return true
  return false
}

const tab: Localized = {en: 'tab', zh: '制表符'}
const run: Localized = {en: 'run of blanks', zh: '连续空格'}

function words(range: Range, source: string): Localized {
  return hasTab(range, source) ? tab : run
}

const none: readonly Edit[] = []

/** The padding before and after a cell's content, where it is more than one blank. */
function paddingEdits({outer, range}: Cell, source: string): readonly Edit[] {
  // A blank cell may have its one blank on either side.
  if (range.start === range.end && source.slice(outer.start, outer.end) === '  ') return none
  if (range.start === range.end) return paddingEdit(outer.start, outer.end, source)
  const before = paddingEdit(outer.start, range.start, source)
  const after = paddingEdit(range.end, outer.end, source)
  if (before === none) return after
  return after === none ? before : [...before, ...after]
}

function paddingEdit(start: number, end: number, source: string): readonly Edit[] {
  const isPlain = end === start || (end === start + 1 && source[start] === ' ')
  return isPlain ? none : [{start, end, text: ' '}]
}

/** In the plain text. Runs beside Chinese punctuation or inside 《 》 are what other rules are for; code and addresses stay as they are. */
function innerEdits({content}: Cell): readonly Edit[] {
  const {text, verbatim} = content
  if (!/[ \t\u3000][ \t\u3000]|\t/.test(text)) return none
  const edits: Edit[] = []
  for (const {0: blanks, index} of text.matchAll(/[ \t\u3000]+/g)) {
    const end = index + blanks.length
    if (blanks.length === 1 && blanks !== '\t') continue
    if (isCjkMark(text[index - 1]) || isCjkMark(text[end])) continue
    if (overlapsAny(verbatim, {start: index, end})) continue
    edits.push({start: index, end, text: ' '})
  }
  return edits
}

/** Rows that say whether a table's pipes stand below each other; more would tell the same. */
const sample = 100

/**
 * Whether a table is laid out with its pipes below each other, by width on the screen or by length: then runs
 * of blanks are its layout.
 */
function isAligned({table, columns}: DeclaredTable, source: string): boolean {
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
