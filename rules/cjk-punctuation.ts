import type {Role} from '../src/dataset/contract.ts'
import type {CategoryRecord} from '../src/dataset/model.ts'
import type {InlineText} from '../src/document/model.ts'
import {defineRule} from '../src/rule.ts'
import {findPunctuation, type PunctuationFlaw} from '../src/text/punctuation.ts'
import {overlapsAny} from '../src/text/range.ts'

const roles: readonly Role[] = ['category', 'group', 'key', 'qualification', 'note']

export const cjkPunctuation = defineRule({
  id: 'cjk-punctuation',
  summary: {
    en: 'Require Chinese punctuation beside Chinese text, without blanks.',
    zh: '要求中文旁使用中文标点，且不留空白。',
  },
  level: 'warning',
  fix: 'safe',
  options: {
    allow: {
      type: 'strings',
      default: [],
      description: {
        en: 'Characters that may stand as they are, such as `(` or `／`.',
        zh: '可以保留原样的字符，如 `(` 或 `／`。',
      },
    },
  },
  messages: {
    narrow: {
      en: 'Unexpected ASCII punctuation `{found}` beside Chinese text, expected `{expected}`',
      zh: '中文旁用了半角标点 `{found}`，应为 `{expected}`',
      help: {en: 'write `{expected}`', zh: '改为 `{expected}`'},
      folded: {
        en: '{count|place|places} in {tables|table|tables} with ASCII punctuation beside Chinese text',
        zh: '{tables} 个表格中有 {count} 处在中文旁用了半角标点',
      },
    },
    slash: {
      en: 'Unexpected full-width `／`, expected `/`',
      zh: '用了全角的 `／`，应为 `/`',
      help: {en: 'write `/`', zh: '改为 `/`'},
    },
    blank: {
      en: 'Unexpected blank beside Chinese punctuation',
      zh: '中文标点旁有多余的空白',
      help: {en: 'remove the blank', zh: '删去空白'},
    },
  },
  check({document, options, report}) {
    const allowed = options.allow.join('')
    for (const heading of document.headings) {
      const {content} = heading.block
      for (const flaw of flawsIn(content, allowed)) {
        // What stands between label and name belongs to the form of the heading.
        if (flaw.range.start < heading.nameRange.start) continue
        reportFlaw(flaw, {category: heading.name}, false)
      }
    }
    for (const record of document.records) {
      for (const role of roles) {
        const cell = record.cells[role]
        if (!cell) continue
        for (const flaw of flawsIn(cell.content, allowed)) {
          reportFlaw(flaw, {record, column: role}, role === 'qualification' || role === 'note')
        }
      }
    }

    function reportFlaw(
      {kind, found, expected, range, edits}: PunctuationFlaw,
      place: {readonly record?: CategoryRecord; readonly column?: Role; readonly category?: string},
      isRunningText: boolean,
    ) {
      const fix = {safe: isRunningText, edits}
      if (kind === 'narrow') report('narrow', {at: range, ...place, fix, data: {found, expected}})
      else report(kind, {at: range, ...place, fix})
    }
  },
})

/** The flaws of a text with their edits in the source. Code and addresses mean each of their characters. */
function flawsIn(content: InlineText, allowed: string): readonly PunctuationFlaw[] {
  const {text, verbatim} = content
  const found = findPunctuation(text)
  if (found.length === 0) return found
  return found.flatMap((flaw) => {
    const {start, end} = flaw.range
    const marks = text.charAt(start) + text.charAt(end - 1)
    const isMeant = overlapsAny(verbatim, flaw.range) || [...marks].some((mark) => allowed.includes(mark))
    const edits = flaw.edits.map((edit) => ({...content.rangeOf(edit.start, edit.end), text: edit.text}))
    return isMeant ? [] : [{...flaw, range: content.rangeOf(start, end), edits}]
  })
}
