import type {TableRecord} from '../src/dataset/model.ts'
import type {Edit} from '../src/finding.ts'
import type {Requirement} from '../src/requirement/requirement.ts'
import {defineRule} from '../src/rule.ts'
import {applyEdits} from '../src/text/apply-edits.ts'
import {hasHan} from '../src/text/cjk.ts'
import {editOf} from '../src/text/edit.ts'

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
    const chinese = endings.filter(({isChinese}) => isChinese)
    const others = endings.filter(({isChinese}) => !isChinese)
    const wanted = new Map([
      [true, wantedEnding(options.ending, chinese, '。')],
      [false, wantedEnding(options.ending, others, '.')],
    ])
    for (const {record, requirement, mark, end, isChinese} of endings) {
      const expected = wanted.get(isChinese)
      if (expected === undefined || mark === expected) continue
      const at = requirement.sourceOf({start: end - mark.length, end})
      // Added after markup, a mark would become part of it, or of an address.
      const isPlain = mark !== '' || at.end === requirement.cell.content.bare.end
      const edit = {start: end - mark.length, end, text: expected}
      const fix = isPlain ? {fix: {safe: isHarmless(edit, requirement), edits: [editOf(at, expected)]}} : {}
      const place = {at, record, column: 'qualification', ...fix} as const
      if (expected === '') report('unexpected', {data: {found: mark}, ...place})
      else report('missing', {data: {expected}, ...place})
    }
  },
})

function isHarmless(edit: Edit, requirement: Requirement): boolean {
  const text = applyEdits(requirement.text, [edit])
  // With a mark alone in the last line, the line would go.
  if (/\n\s*$/.test(text)) return false
  return requirement.cell.content.takes([edit]) && requirement.asksAlike(text, withoutEnding)
}

/** The last words of a text may be read with the mark behind them. */
function withoutEnding(words: string): string {
  return words.replace(/[。.；;，,、]$/, '')
}

interface Ending {
  readonly record: TableRecord
  readonly requirement: Requirement
  /** The mark that the text ends with, or nothing. */
  readonly mark: string
  readonly end: number
  readonly isChinese: boolean
}

/** How a text ends; nothing for what is no sentence: an address, a word or two, a text that leads to something else. */
function endingOf(record: TableRecord): Ending | undefined {
  const {requirement} = record
  if (!requirement) return undefined
  const text = requirement.text.trimEnd()
  if (text.length < 4 || /[：:！!？?…｡]$/.test(text)) return undefined
  // Added to an address, a mark would become part of it.
  if (requirement.isVerbatim({start: text.length - 1, end: text.length})) return undefined
  const mark = /[。.；;，,、]/.test(text.charAt(text.length - 1)) ? text.charAt(text.length - 1) : ''
  // A full stop may stand within the last quotation mark or bracket.
  const isStopped = /。[”’」』）)]$/.test(text)
  return {record, requirement, mark: isStopped ? '。' : mark, end: text.length, isChinese: hasHan(text)}
}

/** What the texts of one language should end with: what the option says, or what more than half of them do. */
function wantedEnding(
  option: 'majority' | 'stop' | 'none',
  endings: readonly Ending[],
  stop: string,
): string | undefined {
  if (option !== 'majority') return option === 'stop' ? stop : ''
  if (endings.length < 3) return undefined
  return [stop, ''].find((ending) => 2 * endings.filter(({mark}) => mark === ending).length > endings.length)
}
