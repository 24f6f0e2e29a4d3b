import {defineRule} from '../src/rule.ts'

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
      for (const {state, inner} of requirement?.marks ?? []) {
        if (!requirement || requirement.isVerbatim(inner) || (state !== 'ok' && state !== 'nested')) continue
        const written = requirement.text.slice(inner.start, inner.end)
        const name = written.trim()
        if (name === written || name === '') continue
        const before = written.length - written.trimStart().length
        const after = written.length - written.trimEnd().length
        const blanks = [
          {start: inner.start, end: inner.start + before},
          {start: inner.end - after, end: inner.end},
        ]
        const ranges = blanks
          .filter(({start, end}) => start < end)
          .map((range) => requirement.sourceOf(range))
        for (const at of ranges) {
          const fix = {safe: true, edits: [{...at, text: ''}]}
          report('blank', {at, record, column: 'qualification', data: {name}, fix})
        }
      }
    }
  },
})
