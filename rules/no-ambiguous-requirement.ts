import {defineRule} from '../src/rule.ts'

export const noAmbiguousRequirement = defineRule({
  id: 'no-ambiguous-requirement',
  summary: {
    en: 'Point out qualifications that can be read in two ways.',
    zh: '提示可以有两种读法的资质要求。',
  },
  level: 'info',
  messages: {
    mixed: {
      en: 'Ambiguous AND and OR: read as `{reading}`, could be `{other}`',
      zh: '“且”与“或”的关系不明确：按 `{reading}` 理解，也可理解为 `{other}`',
      help: {
        en: 'put what belongs together in brackets, or write a list under 同时提供 or 二选一',
        zh: '用括号标明哪些是一组，或在“同时提供”“二选一”之下分条列出',
      },
    },
  },
  check({document, report}) {
    for (const record of document.records) {
      const {requirement} = record
      for (const {reading, other, ...range} of requirement?.ambiguities ?? []) {
        report('mixed', {
          at: requirement?.sourceOf(range) ?? range,
          record,
          column: 'qualification',
          data: {reading: shortened(reading), other: shortened(other)},
        })
      }
    }
  },
})

/** No reader compares longer formulas in a message. */
const longest = 160

function shortened(formula: string): string {
  return formula.length > longest ? `${formula.slice(0, longest)}…` : formula
}
