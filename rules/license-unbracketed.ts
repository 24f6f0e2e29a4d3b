import type {Requirement} from '../src/requirement/requirement.ts'
import {defineRule} from '../src/rule.ts'
import {nameKey} from '../src/text/normalize.ts'
import type {Range} from '../src/text/range.ts'

export const licenseUnbracketed = defineRule({
  id: 'license-unbracketed',
  summary: {
    en: 'Require licence names in a qualification to stand between 《 and 》.',
    zh: '要求资质中的证照名称写在《 》之内。',
  },
  level: 'warning',
  fix: 'suggestion',
  options: {
    ignore: {
      type: 'strings',
      default: [],
      description: {
        en: 'Names that may stand without marks.',
        zh: '可以不加书名号的名称。',
      },
    },
  },
  messages: {
    bare: {
      en: 'Unexpected licence name without marks, expected `《{name}》`',
      zh: '证照名称没有加书名号，应为 `《{name}》`',
      help: {en: 'write `《{name}》`', zh: '写作 `《{name}》`'},
    },
  },
  check({document, options, report}) {
    const ignored = new Set(options.ignore.map(nameKey))
    for (const record of document.records) {
      const {requirement} = record
      for (const range of requirement?.bareNames ?? []) {
        if (!requirement || requirement.isVerbatim(range)) continue
        const name = requirement.text.slice(range.start, range.end)
        if (ignored.has(nameKey(name))) continue
        const at = requirement.sourceOf(range)
        const edits = [
          {start: at.start, end: at.start, text: '《'},
          {start: at.end, end: at.end, text: '》'},
        ]
        const fix = mayBracket(requirement, range) ? {fix: {safe: false, edits}} : {}
        report('bare', {at, record, column: 'qualification', data: {name}, ...fix})
      }
    }
  },
})

/** Within markup or other quotation marks the right place for the marks is for the author to say. */
function mayBracket({text, isAsWritten}: Requirement, {start, end}: Range): boolean {
  const isQuoted = /[「『【“"'‘〈<]/.test(text.charAt(start - 1)) || /[」』】”"'’〉>]/.test(text.charAt(end))
  return !isQuoted && isAsWritten
}
