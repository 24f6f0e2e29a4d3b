import type {ColumnContract, TableContract} from '../src/dataset/contract.ts'
import type {Column, DeclaredTable} from '../src/dataset/model.ts'
import {defineRule} from '../src/rule.ts'
import {nameKey} from '../src/text/normalize.ts'

export const tableHeader = defineRule({
  id: 'table-header',
  summary: {
    en: 'Require the header of a category table to name the expected columns, each once and in order.',
    zh: '要求类目表格的表头包含应有的列，各出现一次，且顺序一致。',
  },
  level: 'error',
  options: {
    allow: {
      type: 'strings',
      default: [],
      description: {
        en: 'Header words of further columns that tables may have.',
        zh: '表格可以另有的列的表头文字。',
      },
    },
  },
  messages: {
    missing: {
      en: 'Missing column `{expected}`',
      zh: '缺少“{expected}”列',
      help: {en: 'add the column with its header', zh: '补上这一列及其表头'},
    },
    unknown: {
      en: 'Unexpected header `{found}`, expected `{expected}`',
      zh: '表头“{found}”无法识别，应为“{expected}”',
      help: {en: 'write `{expected}`, or what the column states', zh: '改为“{expected}”，或写明该列的内容'},
    },
    odd: {
      en: 'Unexpected column `{found}`, which other such tables of the document do not have',
      zh: '“{found}”列在本文档其他同类表格中没有',
      help: {
        en: 'correct the header, or allow the word by the option `allow`',
        zh: '改正表头，或在选项 `allow` 中允许它',
      },
    },
    further: {
      level: 'info',
      en: 'The column `{found}` has no known meaning and is left out of the dataset',
      zh: '“{found}”列含义不明，不会写入数据集',
      help: {
        en: 'allow the word by the option `allow` if it is meant',
        zh: '如属有意，请在选项 `allow` 中允许它',
      },
    },
    blank: {
      en: 'Unexpected blank header of a column',
      zh: '有一列的表头为空',
      help: {en: 'write what the column states, or remove it', zh: '写明该列的内容，或删去该列'},
    },
    duplicate: {
      en: 'Duplicate column `{found}`, which column {first} states already',
      zh: '“{found}”列重复，第 {first} 列已有相同内容',
      help: {en: 'join the two columns, or correct the header', zh: '合并两列，或改正表头'},
    },
    order: {
      en: 'Unexpected order of columns: `{found}`, expected `{expected}`',
      zh: '列的顺序是“{found}”，应为“{expected}”',
      help: {en: 'put the columns in the order `{expected}`', zh: '按“{expected}”的顺序排列各列'},
    },
  },
  check({document, options, report}) {
    const allowed = new Set(options.allow.map(nameKey))
    for (const contract of document.contracts) {
      const tables = document.tables.filter((table) => table.contract === contract)
      if (tables.length === 0) continue
      const usual = usageOf(tables, contract)
      for (const table of tables) {
        for (const column of table.columns) {
          if ((column.contract && !column.isPresumed) || allowed.has(nameKey(column.label))) continue
          reportColumn(column, table, usual)
        }
        const place = {at: table.table.header.range, table}
        for (const wanted of contract.columns) {
          if (!wanted.isRequired || table.columns.some((column) => column.contract === wanted)) continue
          report('missing', {data: {expected: usual.labelOf(wanted)}, ...place})
        }
        const order = labelsInOrder(table.columns, usual.order)
        if (order) report('order', {data: order, ...place})
      }
    }

    function reportColumn(column: Column, table: DeclaredTable, usual: Usage) {
      const {contract: meaning, repeats, label} = column
      const place = {at: column.header.range, table, column}
      const first = repeats === null ? undefined : table.columns[repeats]
      if (first && !(table.contract.mayHaveFurther && nameKey(first.label) !== nameKey(label))) {
        const related = [{at: first.header.range, message: {en: 'the other', zh: '另一列'}}]
        report('duplicate', {related, data: {found: label, first: first.index + 1}, ...place})
      } else if (label === '') report('blank', place)
      else if (meaning) report('unknown', {data: {found: label, expected: usual.labelOf(meaning)}, ...place})
      else if (!table.contract.mayHaveFurther) {
        const isOdd = table.contract.isCatalogue && usual.isOdd(label)
        report(isOdd ? 'odd' : 'further', {data: {found: label}, ...place})
      }
    }
  },
})

/** How the tables of one declaration are usually headed in a document. */
interface Usage {
  /** The header word that the document uses most for a column, else the first that is declared. */
  labelOf(column: ColumnContract): string
  /** The columns in the order that most tables have them in, else as declared. */
  readonly order: readonly ColumnContract[]
  /** Whether one table alone has a column of that word. Where there is only one table, a column is meant, whatever it states. */
  isOdd(label: string): boolean
}

function usageOf(tables: readonly DeclaredTable[], contract: TableContract): Usage {
  const labels = labelCounts(tables)
  const tablesWith = tablesByLabel(tables)
  return {
    labelOf: (column) => mostFrequent(labels.get(column) ?? new Map<string, number>()) ?? column.label,
    order: usualOrder(tables) ?? contract.columns,
    isOdd: (label) => tables.length > 1 && tablesWith.get(nameKey(label)) === 1,
  }
}

function labelCounts(
  tables: readonly DeclaredTable[],
): ReadonlyMap<ColumnContract, ReadonlyMap<string, number>> {
  const counts = new Map<ColumnContract, Map<string, number>>()
  for (const {contract, isPresumed, label} of tables.flatMap(({columns}) => columns)) {
    if (!contract || isPresumed) continue
    const words = counts.get(contract) ?? new Map<string, number>()
    counts.set(contract, words.set(label, (words.get(label) ?? 0) + 1))
  }
  return counts
}

function mostFrequent(counts: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined
  for (const [word, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = word
  return best
}

/** The order that more than half of several tables have their columns in. */
function usualOrder(tables: readonly DeclaredTable[]): readonly ColumnContract[] | undefined {
  const orders = new Map<string, number>()
  for (const table of tables) {
    const order = orderOf(table)
    orders.set(order, (orders.get(order) ?? 0) + 1)
  }
  const usual = mostFrequent(orders)
  if (usual === undefined || tables.length < 2 || 2 * (orders.get(usual) ?? 0) <= tables.length)
    return undefined
  const columns = tables.find((table) => orderOf(table) === usual)?.columns ?? []
  return columns.flatMap(({contract}) => contract ?? [])
}

function orderOf({columns}: DeclaredTable): string {
  return JSON.stringify(columns.flatMap(({contract}) => contract?.name ?? []))
}

/** The columns' words as they stand and as they should, where that differs. */
function labelsInOrder(columns: readonly Column[], order: readonly ColumnContract[]) {
  const placeOf = ({contract}: Column) => (contract ? order.indexOf(contract) : -1)
  const known = columns.filter((column) => column.role !== 'ordinal' && placeOf(column) !== -1)
  const sorted = [...known].sort((a, b) => placeOf(a) - placeOf(b))
  if (known.every((column, index) => column === sorted[index])) return undefined
  const words = (list: readonly Column[]) => list.map(({label}) => label).join(' | ')
  return {found: words(known), expected: words(sorted)}
}

/** How many tables have a column of that header word. */
function tablesByLabel(tables: readonly DeclaredTable[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const {columns} of tables) {
    const labels = new Set(columns.map(({label}) => nameKey(label)))
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  return counts
}
