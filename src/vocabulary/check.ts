import type {Problem} from '../shape/problem.ts'
import {type Fields, isText, list, matching, object, oneOf, text, yesOrNo} from '../shape/shapes.ts'
import {nameKey} from '../text/normalize.ts'
import {builtInVocabulary} from './built-in.ts'
import {factProblems} from './check-facts.ts'
import {relationProblems} from './check-relations.ts'
import {isPartialDate} from './dates.ts'
import type {VocabularyData} from './types.ts'
import {extendVocabulary, type Vocabulary} from './vocabulary.ts'

export type VocabularyCheck =
  | {readonly ok: true; readonly data: VocabularyData}
  | {readonly ok: false; readonly problems: readonly Problem[]}

/** Checks a user's vocabulary, on its own and together with the one that it adds to. */
export function checkVocabulary(data: unknown, base: Vocabulary = builtInVocabulary()): VocabularyCheck {
  const misshapen = [...vocabulary(data, [])]
  if (misshapen.length > 0) return {ok: false, problems: misshapen}
  const checked = data as VocabularyData
  const whole = extendVocabulary(base, checked)
  const problems = [...factProblems(checked.licenses), ...relationProblems(checked.licenses, whole)]
  return problems.length > 0 ? {ok: false, problems} : {ok: true, data: checked}
}

const longestName = 100

const name = matching((value) => isText(value) && isName(value), {
  en: `a name of at most ${longestName} characters without 《 》`,
  zh: `不超过 ${longestName} 个字符且不带《》的名称`,
})

const date = matching((value) => isText(value) && isPartialDate(value), {
  en: 'a date like 2026-06-01, 2026-06 or 2026',
  zh: '形如 2026-06-01、2026-06 或 2026 的日期',
})

const fact: Fields = new Map([
  ['source', text],
  ['verified', yesOrNo],
])

const entry = object(
  new Map([
    ['name', name],
    ['aliases', list(name)],
    ['informalNames', list(name)],
    ['status', oneOf('current', 'renamed', 'abolished', 'informal')],
    ['successor', object(new Map([['name', name], ['from', date], ...fact]), ['name'])],
    ['abolished', object(new Map([['on', date], ['scope', text], ...fact]))],
    ['kindOf', list(object(new Map([['name', name], ['scope', text], ...fact]), ['name']))],
    ['authority', text],
    ['sources', list(text)],
    ['verified', yesOrNo],
    ['note', text],
  ]),
  ['name'],
)

const vocabulary = object(
  new Map([
    ['$schema', text],
    ['version', oneOf(1)],
    ['extends', yesOrNo],
    ['licenses', list(entry)],
  ]),
  ['version', 'licenses'],
)

function isName(value: string): boolean {
  return value.length <= longestName && nameKey(value) !== '' && !/[《》〈〉<>\p{Cc}]/u.test(value)
}
