import type {InlineText} from '../src/document/model.ts'
import {defineRule, type Report} from '../src/rule.ts'
import {applyEdits} from '../src/text/apply-edits.ts'
import {editOf} from '../src/text/edit.ts'
import {findInvisible, isPlainlyVisible} from '../src/text/invisible.ts'
import {nameKey} from '../src/text/normalize.ts'
import type {Range} from '../src/text/range.ts'

export const noInvisibleCharacter = defineRule({
  id: 'no-invisible-character',
  summary: {
    en: 'Disallow zero-width, bidirectional, no-break and other invisible characters in category data.',
    zh: '禁止类目数据中的零宽、双向控制、不换行空格等不可见字符。',
  },
  level: 'error',
  fix: 'safe',
  messages: {
    invisible: {
      en: 'Unexpected invisible character {name}',
      zh: '有不可见字符 {name}',
      help: {
        en: 'remove it, or write a plain blank where one is meant',
        zh: '删去它；如果本意是空格，请用普通空格',
      },
    },
  },
  check({document, report}) {
    const {source} = document.markdown
    const labels = document.contracts.flatMap(({headings}) => headings.map(({label}) => nameKey(label)))
    const names = countKeys(document.headings.map(({name}) => name))
    for (const heading of document.headings) {
      const {block, form, nameRange, name} = heading
      const from = form ? nameRange.start + 1 : nameRange.start
      // Headings without labels that are alike have another meaning than one alone.
      const isAlike = form === null && names.get(nameKey(name)) !== 1
      const isName = !isAlike && mayBeName(visible(block.content.text).trim(), form ? [] : labels)
      reportIn(block.content, {category: name}, (at) => isName && at.start >= from)
    }
    for (const table of document.tables) {
      // Few tables have any: one look at the whole spares one at each cell.
      const {start, end} = table.table.range
      if (isPlainlyVisible(source.slice(start, end))) continue
      const words = new Set(table.columns.map(({label}) => nameKey(label)))
      for (const {row, record} of table.rows) {
        for (const [index, {content}] of row.cells.entries()) {
          const column = table.columns[index]
          // A header that is not known yet may be once it is mended.
          const isKnown = row !== table.table.header || (column?.contract && !column.isPresumed) === true
          reportIn(
            content,
            {table, record, column},
            () => isKnown && keepsPlace(content, source, column?.contract?.inherits ? asAbove : words),
          )
        }
      }
    }

    function reportIn(content: InlineText, place: Omit<Report, 'at'>, mayGo: (at: Range) => boolean) {
      const {raw, text, range} = content
      const found = findInvisible(raw)
      const isPlain = found.length > 0 && content.wouldRead(visible(raw), visible(text))
      for (const {index, length, name, replacement} of found) {
        const at = {start: range.start + index, end: range.start + index + length}
        const fix = {safe: isPlain && mayGo(at), edits: [editOf(at, replacement)]}
        report('invisible', {at, ...place, data: {name}, fix})
      }
    }
  },
})

/** The words that mean something else than data. */
type WordList = Pick<ReadonlySet<string>, 'has'>

/** Any short word may say "as above" where cells inherit. */
const asAbove: WordList = {has: (word) => word.length <= 'ditto'.length}

/**
 * Whether a cell is still one of data without them: one that says nothing could go with its row, as could one of a
 * table's head, and where no pipe begins the row a mark that then stands first could begin a heading or a list.
 */
function keepsPlace({text, range}: InlineText, source: string, words: WordList): boolean {
  const shown = visible(text).trim()
  const before = source.slice(Math.max(0, range.start - 100), range.start)
  if (shown === '' || /^:?-+:?$/.test(shown)) return false
  const isBegun = /^\p{L}/u.test(shown) || /\|[ \t]*$/.test(before)
  return isBegun && (nameKey(text) === nameKey(shown) || !words.has(nameKey(shown)))
}

function countKeys(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of texts.map(nameKey)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** Whether a heading without them has no other label, number or anchor than it had with them. */
function mayBeName(text: string, labels: readonly string[]): boolean {
  const isNumbered = labels.length > 0 && /^[\d第（(①-⑳一二三四五六七八九十]/.test(text)
  return !isNumbered && !text.endsWith('}') && !labels.some((label) => nameKey(text).startsWith(label))
}

/** The text without what cannot be seen; for the character NULL the reader puts U+FFFD. */
function visible(text: string): string {
  const edits = findInvisible(text).map(({index, length, replacement}) => ({
    start: index,
    end: index + length,
    text: replacement,
  }))
  return applyEdits(text, edits).replaceAll('\uFFFD', '')
}
