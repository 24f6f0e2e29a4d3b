import type {CategoryRecord} from '../src/dataset/model.ts'
import type {Requirement} from '../src/requirement/requirement.ts'
import {defineRule} from '../src/rule.ts'
import {hasHan} from '../src/text/cjk.ts'

export const requirementEnding = defineRule({
  id: 'requirement-ending',
  summary: {
    en: 'Require the qualification texts of a document to end alike.',
    zh: '要求同一文档中资质文字的结尾一致。',
  },
  level: 'info',
  fix: 'safe',
  options: {
    ending: {
      type: 'choice',
      values: ['majority', 'stop', 'none'],
      default: 'majority',
      description: {
        en: 'How a text must end: as most texts of the document do, with a full stop, or without one.',
        zh: '文字应如何结尾：与文档中多数一致、以句号结尾、不带句号。',
      },
    },
  },
  messages: {
    missing: {
      en: 'Missing `{expected}` at the end of the text',
      zh: '文字结尾缺少 `{expected}`',
      help: {en: 'end the text with `{expected}`', zh: '以 `{expected}` 结尾'},
      folded: {
        en: '{count|text|texts} in {tables|table|tables} without the full stop that most end with',
        zh: '{tables} 个表格中有 {count} 处不像多数文字那样以句号结尾',
      },
    },
    unexpected: {
      en: 'Unexpected `{found}` at the end of the text',
      zh: '文字结尾有多余的 `{found}`',
      help: {
        en: 'remove it, as most texts of the document end without',
        zh: '删去它，文档中多数文字结尾不带标点',
      },
      folded: {
        en: '{count|text|texts} in {tables|table|tables} ending with a mark where most have none',
        zh: '{tables} 个表格中有 {count} 处结尾带标点，而多数文字不带',
      },
    },
  },
  check({document, options, report}) {
    const endings = document.records.flatMap((record) => endingOf(record) ?? [])
    const expected =
      options.ending === 'majority'
        ? majority(endings.map(({mark}) => mark))
        : stopOf(options.ending, endings)
    if (expected === undefined) return
    for (const {record, requirement, mark, end} of endings) {
      if (mark === expected || /[！!？?…]/.test(mark)) continue
      const at = requirement.sourceOf({start: end - mark.length, end})
      const place = {
        at,
        record,
        column: 'qualification',
        fix: {safe: true, edits: [{...at, text: expected}]},
      } as const
      if (expected === '') report('unexpected', {...place, data: {found: mark}})
      else report('missing', {...place, data: {expected}})
    }
  },
})

interface Ending {
  readonly record: CategoryRecord
  readonly requirement: Requirement
  /** The mark that the text ends with, or nothing. */
  readonly mark: string
  readonly end: number
}

function endingOf(record: CategoryRecord): Ending | undefined {
  const {requirement} = record
  if (!requirement) return undefined
  const text = requirement.text.trimEnd()
  const last = text.at(-1) ?? ''
  // A list's mark or a colon may lead to what the cell does not hold; neither is an ending.
  return {record, requirement, mark: /[。.；;，,、！!？?…]/.test(last) ? last : '', end: text.length}
}

/** What more than half of at least three texts end with, if that is a full stop or nothing. */
function majority(marks: readonly string[]): string | undefined {
  if (marks.length < 3) return undefined
  return ['。', '.', ''].find((mark) => 2 * marks.filter((one) => one === mark).length > marks.length)
}

/** The full stop of the language that most texts are in. */
function stopOf(ending: string, endings: readonly Ending[]): string {
  if (ending === 'none') return ''
  const chinese = endings.filter(({requirement}) => hasHan(requirement.text))
  return 2 * chinese.length >= endings.length ? '。' : '.'
}
