import type {Role} from '../src/dataset/contract.ts'
import type {TableRecord} from '../src/dataset/model.ts'
import type {InlineText} from '../src/document/model.ts'
import type {Edit} from '../src/finding.ts'
import {defineRule} from '../src/rule.ts'
import {applyEdits} from '../src/text/apply-edits.ts'
import {editOf} from '../src/text/edit.ts'
import {nameKey} from '../src/text/normalize.ts'
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
        const at = content.rangeOf(flaw.range.start, flaw.range.end)
        // What stands between label and name belongs to the form of the heading.
        if (at.start >= heading.nameRange.start) reportFlaw(flaw, content, {category: heading.name}, false)
      }
    }
    for (const record of document.records) {
      for (const role of roles) {
        const content = record.cells[role]?.content
        const flaws = content ? flawsIn(content, allowed) : []
        if (!content || flaws.length === 0) continue
        const safe = keepsMeaning(record, role, content, flaws)
        for (const flaw of flaws) reportFlaw(flaw, content, {record, column: role}, safe)
      }
    }

    function reportFlaw(
      {kind, found, expected, range, edits}: PunctuationFlaw,
      content: InlineText,
      place: {readonly record?: TableRecord; readonly column?: Role; readonly category?: string},
      safe: boolean,
    ) {
      const at = content.rangeOf(range.start, range.end)
      const inSource = edits.map((edit) => editOf(content.rangeOf(edit.start, edit.end), edit.text))
      const finding = {at, ...place, fix: {safe, edits: inSource}}
      if (kind === 'narrow') report('narrow', {data: {found, expected}, ...finding})
      else report(kind, finding)
    }
  },
})

/** The flaws of a text. Code and addresses mean each of their characters. */
function flawsIn({text, verbatim}: InlineText, allowed: string): readonly PunctuationFlaw[] {
  return findPunctuation(text).filter(({range}) => {
    const marks = text.charAt(range.start) + text.charAt(range.end - 1)
    return !overlapsAny(verbatim, range) && ![...marks].some((mark) => allowed.includes(mark))
  })
}

/** Whether the text asks for the same once it is mended, whatever the width of its words, and markup stays markup. */
function keepsMeaning(
  {requirement}: TableRecord,
  role: Role,
  content: InlineText,
  flaws: readonly PunctuationFlaw[],
) {
  const edits = apart(flaws.flatMap((flaw) => flaw.edits))
  if ((role !== 'qualification' && role !== 'note') || !content.takes(edits)) return false
  return role === 'note' || requirement?.asksAlike(applyEdits(content.text, edits), nameKey) === true
}

/** In the order of the text, without those that share a blank with one before them. */
function apart(edits: readonly Edit[]): readonly Edit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start)
  return sorted.filter(({start}, index) => start >= (sorted[index - 1]?.end ?? 0))
}
