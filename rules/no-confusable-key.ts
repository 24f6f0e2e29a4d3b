import type {DeclaredTable, TableRecord} from '../src/dataset/model.ts'
import {defineRule} from '../src/rule.ts'
import {looseKey, nameKey} from '../src/text/normalize.ts'

export const noConfusableKey = defineRule({
  id: 'no-confusable-key',
  summary: {
    en: 'Point out names that differ only by width, case, blanks or punctuation.',
    zh: '提示仅在全半角、大小写、空白或标点上不同的名称。',
  },
  level: 'info',
  options: {
    ignore: {
      type: 'strings',
      default: [],
      description: {en: 'Names that are meant to differ so little.', zh: '本来就只有细微差别的名称。'},
    },
  },
  messages: {
    confusable: {
      en: '`{name}` differs from `{other}` on line {line} only by width, case, blanks or punctuation',
      zh: '“{name}”与第 {line} 行的“{other}”仅在全半角、大小写、空白或标点上不同',
      help: {
        en: 'write the two alike if they mean the same thing',
        zh: '如果两者是同一事物，请统一写法',
      },
    },
  },
  check({document, options, report}) {
    const ignored = new Set(options.ignore)
    const first = new Map<string, TableRecord>()
    for (const record of document.records) {
      const name = looseKey(record.name)
      const key = `${placeOf(record.table)} ${name}`
      if (name.length < 2 || record.misplacement || ignored.has(record.name)) continue
      const before = first.get(key)
      if (!before) first.set(key, record)
      else if (before.name !== record.name && !isDuplicate(before, record)) {
        report('confusable', {
          at: record.cells.key?.range ?? record.row.range,
          record,
          column: 'key',
          data: {name: record.name, other: before.name, line: before.row.line},
          related: [
            {at: before.cells.key?.range ?? before.row.range, message: {en: 'the other', zh: '另一处'}},
          ],
        })
      }
    }
  },
})

/** Names are told apart within a declaration; where a key holds for its table alone, within the table. */
function placeOf({contract, table}: DeclaredTable): string {
  const unique = contract.columns.find(({role}) => role === 'key')?.unique
  return unique === 'category' || unique === 'dataset'
    ? contract.name
    : `${contract.name} ${table.range.start}`
}

/** What the same category states twice is reported as a duplicate; in other tables than catalogues that is the same text. */
function isDuplicate(a: TableRecord, b: TableRecord): boolean {
  return (
    a.scope === b.scope &&
    a.category === b.category &&
    a.group === b.group &&
    a.table.contract.isCatalogue &&
    nameKey(a.name) === nameKey(b.name)
  )
}
