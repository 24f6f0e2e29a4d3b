import type {RowLine} from '../src/document/row-lines.ts'
import type {Edit} from '../src/finding.ts'
import {defineRule} from '../src/rule.ts'

export const noBrokenTable = defineRule({
  id: 'no-broken-table',
  summary: {
    en: 'Disallow lines that were meant as a table and that GFM does not read as one.',
    zh: '禁止本应是表格、GFM 却不当作表格的行。',
  },
  level: 'error',
  fix: 'suggestion',
  messages: {
    noDelimiter: {
      en: 'Unexpected rows without a delimiter row: they are read as a paragraph and their data is lost',
      zh: '这些行缺少分隔行，会被当作普通段落，数据因此丢失',
      help: {
        en: 'write a delimiter row of {cells} cells under the header, such as `{delimiter}`',
        zh: '在表头下面加一行 {cells} 格的分隔行，例如 `{delimiter}`',
      },
    },
    delimiterWidth: {
      en: 'Unexpected delimiter row of {actual} cells under a header of {cells}: the table is read as text',
      zh: '分隔行有 {actual} 格，而表头有 {cells} 格：整个表格被当作普通文字',
      help: {
        en: 'give the delimiter row {cells} cells: `{delimiter}`',
        zh: '把分隔行改为 {cells} 格：`{delimiter}`',
      },
    },
    delimiterForm: {
      en: 'Unexpected delimiter row `{found}`: it is not of the form `{delimiter}`, so the table is read as text',
      zh: '分隔行 `{found}` 的写法不对，应形如 `{delimiter}`：整个表格被当作普通文字',
      help: {en: 'write `{delimiter}`', zh: '改为 `{delimiter}`'},
    },
    widePipes: {
      en: 'Unexpected full-width `｜` in place of `|`: the table is read as text',
      zh: '用了全角的 `｜` 代替 `|`：整个表格被当作普通文字',
      help: {en: 'write `|`, and a delimiter row under the header', zh: '改用 `|`，并在表头下面写分隔行'},
    },
    secondHead: {
      en: 'Unexpected table head inside a table: the table that begins here is read as rows of the one above',
      zh: '表格中间又出现表头：从这里开始的表格被当作上一个表格的行',
      help: {
        en: 'put a blank line above the head, and the heading of its category if that is missing too',
        zh: '在表头上面空一行；如果类目标题也丢了，一并补上',
      },
    },
    partedHead: {
      en: 'Unexpected blank line between a header and its delimiter row: the table is read as text',
      zh: '表头与分隔行之间有空行：整个表格被当作普通文字',
      help: {en: 'remove the blank line', zh: '删去空行'},
    },
    noHeader: {
      en: 'Unexpected delimiter row without a header right above it: the table is read as text',
      zh: '分隔行的正上方没有表头：整个表格被当作普通文字',
      help: {
        en: 'write the header row above it, with no blank line between',
        zh: '在它上面写表头行，中间不要留空行',
      },
    },
    cutOff: {
      en: '{rows|row|rows} cut off from the table above: not read as part of it, and lost',
      zh: '有 {rows} 行与所属表格断开，不再是表格的一部分，数据因此丢失',
      help: {
        en: 'remove what stands between them and the table: a blank line, an indent, a comment or an HTML tag',
        zh: '删去它们与表格之间的空行、缩进、注释或 HTML 标签',
      },
    },
    stray: {
      en: 'Unexpected table row outside any table: it is read as a paragraph',
      zh: '表格之外的行，会被当作普通段落',
      help: {
        en: 'move it into its table, or write a header and a delimiter row above it',
        zh: '把它移进所属表格，或在上面补上表头和分隔行',
      },
    },
    inHtml: {
      en: 'Unexpected table right below an HTML tag: it is read as HTML and its data is lost',
      zh: '表格紧跟在 HTML 标签之后，会被当作 HTML，数据因此丢失',
      help: {en: 'put a blank line above the table', zh: '在表格上面空一行'},
    },
    indented: {
      en: 'Unexpected table indented by four blanks or more: it is read as code and its data is lost',
      zh: '表格缩进了四格或更多，会被当作代码，数据因此丢失',
      help: {en: 'remove the blanks before its lines', zh: '删去各行前面的空格'},
    },
  },
  check({document, report}) {
    const suggest = (edits: readonly Edit[] | undefined) => (edits ? {fix: {safe: false, edits}} : {})
    for (const fragment of document.fragments) {
      const {kind, lines, table, category} = fragment
      const [first] = lines
      if (!first) continue
      const fix = suggest(document.mending.brokenTable(fragment))
      const place = {at: first.range, category: category?.name ?? null, ...fix}
      if (kind === 'no-delimiter') {
        report('noDelimiter', {data: {cells: first.cells, delimiter: delimiterRow(first.cells)}, ...place})
      } else if (kind === 'cut-off') {
        const related = table ? [{at: table.header.range, message: {en: 'the table', zh: '所属表格'}}] : []
        report('cutOff', {related, data: {rows: lines.length}, ...place})
      } else if (kind === 'delimiter-width' || kind === 'delimiter-form') {
        const {header, line} = delimiterOf(lines, first)
        const delimiter = delimiterRow(header.cells)
        const data = {cells: header.cells, actual: line.cells, found: line.text, delimiter}
        report(kind === 'delimiter-width' ? 'delimiterWidth' : 'delimiterForm', {
          ...place,
          at: line.range,
          data,
        })
      } else report(plainMessages[kind], place)
    }
    for (const table of document.tables) {
      for (const [nth, row] of table.secondHeads.entries()) {
        report('secondHead', {at: row.range, table, ...suggest(document.mending.secondHead(table, nth))})
      }
    }
  },
})

/** The kinds whose message needs no values. */
const plainMessages = {
  'parted-head': 'partedHead',
  'no-header': 'noHeader',
  stray: 'stray',
  'in-html': 'inHtml',
  indented: 'indented',
  'wide-pipes': 'widePipes',
} as const

/** The delimiter row and the header above it; the last line of a heading is its underline. */
function delimiterOf(lines: readonly RowLine[], first: RowLine) {
  const index = lines.findIndex(({isLikeDelimiter}) => isLikeDelimiter)
  const at = index === -1 ? lines.length - 1 : index
  return {header: lines[at - 1] ?? first, line: lines[at] ?? first}
}

function delimiterRow(cells: number): string {
  return `|${'--|'.repeat(cells)}`
}
