import {defineRule} from '../src/rule.ts'
import {editOf} from '../src/text/edit.ts'

export const licenseBrackets = defineRule({
  id: 'license-brackets',
  summary: {
    en: 'Require licence names to stand between 《 and 》, in pairs and one level deep.',
    zh: '要求证照名称用成对的《 》括起，且不嵌套。',
  },
  level: 'error',
  fix: 'safe',
  messages: {
    unclosed: {
      en: 'Unexpected 《 without a 》 after it',
      zh: '“《”缺少对应的“》”',
      help: {en: 'write 》 after the name', zh: '在名称之后写上“》”'},
    },
    unopened: {
      en: 'Unexpected 》 without a 《 before it',
      zh: '“》”缺少对应的“《”',
      help: {en: 'write 《 before the name', zh: '在名称之前写上“《”'},
    },
    empty: {
      en: 'Unexpected 《》 with no name between',
      zh: '《》之间没有名称',
      help: {en: 'write the name, or remove the marks', zh: '写上名称，或删去这对书名号'},
    },
    nested: {
      en: 'Unexpected 《 》 within 《 》',
      zh: '《 》之内又有《 》',
      help: {
        en: 'keep one pair of marks for each name',
        zh: '每个名称只用一对书名号',
      },
    },
    wrong: {
      en: 'Unexpected marks `{found}` round a licence name, expected `{expected}`',
      zh: '证照名称所用的符号是 `{found}`，应为 `{expected}`',
      help: {en: 'write `{expected}`', zh: '改为 `{expected}`'},
    },
  },
  check({document, report}) {
    for (const record of document.records) {
      for (const mark of record.requirement?.marks ?? []) {
        const {requirement} = record
        if (!requirement || mark.state === 'ok' || requirement.isVerbatim(mark)) continue
        const place = {at: requirement.sourceOf(mark), record, column: 'qualification'} as const
        if (mark.state !== 'wrong') {
          report(mark.state, place)
          continue
        }
        const {text} = requirement
        const opening = requirement.sourceOf({start: mark.start, end: mark.inner.start})
        const closing = requirement.sourceOf({start: mark.inner.end, end: mark.end})
        const edits = [editOf(opening, '《'), editOf(closing, '》')]
        const safe = requirement.cell.content.takes([
          {start: mark.start, end: mark.inner.start, text: '《'},
          {start: mark.inner.end, end: mark.end, text: '》'},
        ])
        const data = {
          found: text.slice(mark.start, mark.end),
          expected: `《${text.slice(mark.inner.start, mark.inner.end).trim()}》`,
        }
        report('wrong', {data, fix: {safe, edits}, ...place})
      }
    }
  },
})
