import type {CategoryDocument, Column} from '../src/dataset/model.ts'
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
      en: 'Unexpected column `{found}`, which other category tables of the document do not have',
      zh: '“{found}”列在本文档其他类目表格中没有',
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
    const labels = usualLabels(document)
    const allowed = new Set(options.allow.map(nameKey))
    const usualOrder = orderOf(document)
    const tablesWith = tablesByLabel(document)
    // Where all tables have it, or there is only one, a column is meant, whatever it states.
    const isOdd = (label: string) => document.tables.length > 1 && tablesWith.get(nameKey(label)) === 1
    for (const table of document.tables) {
      const {columns} = table
      for (const column of columns) {
        const {role, isPresumed, repeats, label} = column
        if ((role && !isPresumed) || allowed.has(nameKey(label))) continue
        const place = {at: column.header.range, table, column}
        const first = repeats === null ? undefined : columns[repeats]
        if (first) {
          const related = [{at: first.header.range, message: {en: 'the other', zh: '另一列'}}]
          report('duplicate', {...place, related, data: {found: label, first: first.index + 1}})
        } else if (label === '') report('blank', place)
        else if (role) report('unknown', {...place, data: {found: label, expected: labels.get(role) ?? role}})
        else report(isOdd(label) ? 'odd' : 'further', {...place, data: {found: label}})
      }
      for (const {role, isRequired} of document.contract.columns) {
        if (!isRequired || columns.some((column) => column.role === role)) continue
        report('missing', {at: table.table.header.range, table, data: {expected: labels.get(role) ?? role}})
      }
      const order = labelsInOrder(columns, usualOrder)
      if (order) report('order', {at: table.table.header.range, table, data: order})
    }
  },
})

/** The header word that the document uses most for each role, else the first of the contract. */
function usualLabels({tables, contract}: CategoryDocument): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const {role, isPresumed, label} of tables.flatMap(({columns}) => columns)) {
    if (!role || isPresumed) continue
    const words = counts.get(role) ?? new Map<string, number>()
    counts.set(role, words.set(label, (words.get(label) ?? 0) + 1))
  }
  return new Map(
    contract.columns.map(({role, names}) => [
      role,
      mostFrequent(counts.get(role) ?? new Map()) ?? names[0] ?? role,
    ]),
  )
}

function mostFrequent(counts: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined
  for (const [word, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = word
  return best
}

/** The roles in the order that most tables have them in, else in that of the contract. */
function orderOf({tables, contract}: CategoryDocument): readonly string[] {
  const orders = new Map<string, number>()
  for (const {columns} of tables) {
    const order = columns.flatMap(({role}) => role ?? []).join(' ')
    orders.set(order, (orders.get(order) ?? 0) + 1)
  }
  const usual = mostFrequent(orders)
  const isUsual = usual !== undefined && tables.length > 1 && 2 * (orders.get(usual) ?? 0) > tables.length
  return isUsual ? usual.split(' ') : contract.columns.map(({role}) => role)
}

/** The columns' words as they stand and as they should, where that differs. */
function labelsInOrder(columns: readonly Column[], order: readonly string[]) {
  const known = columns.filter(({role}) => role && role !== 'ordinal' && order.includes(role))
  const sorted = [...known].sort((a, b) => order.indexOf(a.role ?? '') - order.indexOf(b.role ?? ''))
  if (known.every((column, index) => column === sorted[index])) return undefined
  const words = (list: readonly Column[]) => list.map(({label}) => label).join(' | ')
  return {found: words(known), expected: words(sorted)}
}

/** How many tables have a column of that header word. */
function tablesByLabel({tables}: CategoryDocument): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const {columns} of tables) {
    const labels = new Set(columns.map(({label}) => nameKey(label)))
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  return counts
}
