import type {ValueType} from '../src/dataset/declaration.ts'
import type {Violation} from '../src/dataset/values.ts'
import type {Localized} from '../src/finding.ts'
import {defineRule} from '../src/rule.ts'
import {looseKey} from '../src/text/normalize.ts'

export const columnValue = defineRule({
  id: 'column-value',
  summary: {
    en: 'Disallow values that are not what is declared of their column.',
    zh: '禁止不符合该列声明的值。',
  },
  level: 'error',
  messages: {
    type: {
      en: 'Unexpected `{found}` in the column `{column}`, expected {expected}',
      zh: '“{column}”列的值 `{found}` 不对，应为{expected}',
      help: {en: 'write {expected}', zh: '改为{expected}'},
    },
    enum: {
      en: 'Unexpected `{found}` in the column `{column}`, expected one of {expected}',
      zh: '“{column}”列的值 `{found}` 不在允许的值之内：{expected}',
      help: {
        en: 'write one of the values, or declare this one',
        zh: '改为其中一个值，或在声明中加上它',
      },
    },
    nearEnum: {
      en: 'Unexpected `{found}` in the column `{column}`, expected `{expected}`',
      zh: '“{column}”列的值 `{found}` 应写作 `{expected}`',
      help: {en: 'write `{expected}`', zh: '改为 `{expected}`'},
    },
    pattern: {
      en: 'Unexpected `{found}` in the column `{column}`, expected a value that matches `{expected}`',
      zh: '“{column}”列的值 `{found}` 不符合模式 `{expected}`',
      help: {en: 'correct the value, or the declared pattern', zh: '改正这个值，或改正声明的模式'},
    },
    minLength: {
      en: 'Unexpected `{found}` in the column `{column}`, expected at least {expected|character|characters}',
      zh: '“{column}”列的值 `{found}` 太短，至少 {expected} 个字符',
      help: {en: 'write it in full', zh: '请写完整'},
    },
    maxLength: {
      en: 'Unexpected `{found}` in the column `{column}`, expected at most {expected|character|characters}',
      zh: '“{column}”列的值 `{found}` 太长，最多 {expected} 个字符',
      help: {en: 'shorten it', zh: '请缩短'},
    },
  },
  check({document, language, report}) {
    const nearValues = new NearValues()
    for (const table of document.tables) {
      for (const column of table.columns.filter(({contract}) => contract?.test)) {
        for (const record of table.records) {
          // A value that is right in another column is a matter for no-misplaced-column.
          if (record.exchange?.includes(column)) continue
          for (const {text, range, violation} of table.valuesOf(record.row, column)) {
            if (!violation) continue
            const place = {at: range, record, column}
            const data = {found: shortened(text), column: column.label}
            const near = violation.constraint === 'enum' && nearValues.find(text, violation.expected)
            if (near) report('nearEnum', {data: {...data, expected: near}, ...place})
            else report(violation.constraint, {data: {...data, ...wordsFor(violation)[language]}, ...place})
          }
        }
      }
    }
  },
})

/** Finds the value that is meant where the two differ only by width, case, blanks or punctuation. */
class NearValues {
  readonly #byKey = new Map<readonly string[], ReadonlyMap<string, string>>()

  find(text: string, values: readonly string[]): string | undefined {
    const key = looseKey(text)
    if (key === '') return undefined
    // The first of several holds.
    const byKey =
      this.#byKey.get(values) ?? new Map(values.toReversed().map((value) => [looseKey(value), value]))
    this.#byKey.set(values, byKey)
    return byKey.get(key)
  }
}

/** What was expected, for the message, in each language. */
function wordsFor(violation: Violation): {
  readonly [L in keyof Localized]: {readonly expected: string | number}
} {
  switch (violation.constraint) {
    case 'type': {
      const {en, zh} = typeWords[violation.expected]
      return {en: {expected: en}, zh: {expected: zh}}
    }
    case 'enum':
      return {en: {expected: list(violation.expected, ', ')}, zh: {expected: list(violation.expected, '、')}}
    default:
      return {en: {expected: violation.expected}, zh: {expected: violation.expected}}
  }
}

const typeWords: {readonly [T in ValueType]: Localized} = {
  string: {en: 'a text', zh: '文本'},
  integer: {en: 'a whole number', zh: '整数'},
  number: {en: 'a number', zh: '数'},
  boolean: {en: '`true` or `false`', zh: ' `true` 或 `false`'},
  date: {en: 'a date such as `2026-06-01`', zh: '日期，如 `2026-06-01`'},
  time: {en: 'a time such as `09:30:00`', zh: '时间，如 `09:30:00`'},
  datetime: {en: 'a date and time such as `2026-06-01T09:30:00Z`', zh: '日期时间，如 `2026-06-01T09:30:00Z`'},
  year: {en: 'a year such as `2026`', zh: '年份，如 `2026`'},
  yearmonth: {en: 'a month such as `2026-06`', zh: '年月，如 `2026-06`'},
}

/** As many values as a reader takes in. */
const mostListed = 12

function list(values: readonly string[], separator: string): string {
  const words = values.slice(0, mostListed).map((value) => `\`${value}\``)
  return [...words, ...(values.length > mostListed ? ['…'] : [])].join(separator)
}

const longest = 60

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
