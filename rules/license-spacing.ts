import type {Requirement} from '../src/requirement/requirement.ts'
import {defineRule} from '../src/rule.ts'
import {applyEdits} from '../src/text/apply-edits.ts'
import {editOf} from '../src/text/edit.ts'

export const licenseSpacing = defineRule({
  id: 'license-spacing',
  summary: {
    en: 'Disallow blanks inside 《 》 at either end.',
    zh: '禁止《 》内侧首尾的空白。',
  },
  level: 'warning',
  fix: 'safe',
  messages: {
    blank: {
      en: 'Unexpected blank inside the marks, expected `《{name}》`',
      zh: '书名号内侧有空白，应为 `《{name}》`',
      help: {en: 'remove the blank', zh: '删去空白'},
    },
  },
  check({document, report}) {
    for (const record of document.records) {
      const {requirement} = record
      if (!requirement) continue
      const flaws = requirement.marks.flatMap((mark) => blanksIn(mark, requirement))
      if (flaws.length === 0) continue
      const edits = flaws.map(({blank}) => editOf(blank, ''))
      // Together they may bring other marks to bear.
      const safe =
        edits.every(({start, end}) => isFolded(requirement.text.slice(start, end))) &&
        requirement.cell.content.takes(edits) &&
        requirement.asksAlike(applyEdits(requirement.text, edits))
      for (const {blank, name} of flaws) {
        const at = requirement.sourceOf(blank)
        const fix = {safe, edits: [editOf(at, '')]}
        report('blank', {at, record, column: 'qualification', data: {name}, fix})
      }
    }
  },
})

/** The blanks right after the opening mark and right before the closing one. */
function blanksIn({state, inner}: Requirement['marks'][number], requirement: Requirement) {
  if (requirement.isVerbatim(inner) || (state !== 'ok' && state !== 'nested')) return []
  const written = requirement.text.slice(inner.start, inner.end)
  const name = written.trim()
  if (name === '') return []
  const before = written.length - written.trimStart().length
  const after = written.length - written.trimEnd().length
  return [
    {name, blank: {start: inner.start, end: inner.start + before}},
    {name, blank: {start: inner.end - after, end: inner.end}},
  ].filter(({blank}) => blank.start < blank.end)
}

/** Whether the dataset leaves the blanks out as it is: not so a line break. */
function isFolded(blanks: string): boolean {
  return !/[\n\uFEFF]/.test(blanks)
}
