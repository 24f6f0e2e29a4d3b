import type {CategoryHeading} from '../src/dataset/model.ts'
import type {Edit} from '../src/finding.ts'
import {defineRule} from '../src/rule.ts'
import {blankRun} from '../src/text/blanks.ts'
import {editOf} from '../src/text/edit.ts'

export const categoryHeading = defineRule({
  id: 'category-heading',
  summary: {
    en: 'Require category headings to be written alike: label, separator, name, and no stray blanks.',
    zh: '要求类目标题写法一致：标签、分隔符、名称，没有多余空白。',
  },
  level: 'warning',
  fix: 'safe',
  messages: {
    form: {
      en: 'Unexpected {flaw} in a category heading, expected `{expected}`',
      zh: '类目标题中有{flaw}，应写作 `{expected}`',
      help: {en: 'write the heading as `{expected}`', zh: '把标题改为 `{expected}`'},
    },
    noName: {
      en: 'Unexpected category heading without a name after `{label}`',
      zh: '类目标题在“{label}”之后没有名称',
      help: {en: 'write the name of the category', zh: '写上类目名称'},
    },
    noHeading: {
      en: 'Unexpected category name in a paragraph, expected a heading `{expected}`',
      zh: '类目名称写在段落里，应写作标题 `{expected}`',
      help: {
        en: 'begin the line with `##` and one blank, and write no emphasis round it',
        zh: '行首写 `##` 和一个空格，不要加粗',
      },
    },
  },
  check({document, language, report}) {
    const {source, lines} = document.markdown
    // Without a category above, the dataset takes the whole heading for its name.
    const orphans = document.tables.filter((table) => table.heading === null)
    const nameless = new Set(orphans.map(({section}) => section))
    for (const heading of document.headings) {
      const {form, block, name} = heading
      if (!form) continue
      const data = {expected: `${form.label}${form.separator}${name}`}
      if (name === '') {
        report('noName', {at: block.range, data: {label: form.label}})
      } else if (block.type === 'paragraph') {
        report('noHeading', {at: block.range, category: name, data: {expected: `## ${data.expected}`}})
      } else {
        const flaws = flawsOf(heading, source, lines.rangeOf(lines.lineAt(block.content.range.end)).end)
        const [first] = flaws
        const last = flaws.at(-1)
        if (!first || !last) continue
        report('form', {
          at: {start: first.edit.start, end: last.edit.end},
          category: name,
          data: {
            ...data,
            flaw: flaws.map(({words}) => words[language]).join(language === 'zh' ? '、' : ' and '),
          },
          fix: {safe: !nameless.has(heading.section), edits: flaws.map(({edit}) => edit)},
        })
      }
    }
  },
})

interface Flaw {
  readonly edit: Edit
  readonly words: {readonly en: string; readonly zh: string}
}

/** In the order of the source. */
function flawsOf(
  {form, separator, block}: CategoryHeading,
  source: string,
  lineEnd: number,
): readonly Flaw[] {
  const flaws: Flaw[] = []
  const content = block.content.range
  const marks = /^#+/.exec(source.slice(block.range.start, content.start))?.[0].length ?? 0
  const opening = {start: block.range.start + marks, end: content.start}
  if (marks > 0 && source.slice(opening.start, opening.end) !== ' ') {
    flaws.push({edit: editOf(opening, ' '), words: {en: 'blanks after `#`', zh: '“#”后多余的空白'}})
  }
  if (form && separator && separator.text !== form.separator) {
    flaws.push({
      edit: editOf(separator.range, form.separator),
      words: separatorFlaw(separator.text, form.separator),
    })
  }
  const trailing = blankRun(source, lineEnd, content.end)
  if (trailing.start < trailing.end) {
    flaws.push({edit: editOf(trailing, ''), words: {en: 'blanks at the end', zh: '行末空白'}})
  }
  return flaws
}

function separatorFlaw(actual: string, expected: string): Flaw['words'] {
  if (actual.trim() === '') return {en: 'blank in place of the colon', zh: '代替冒号的空白'}
  if (!/[:：]/.test(actual))
    return {en: `\`${actual.trim()}\` in place of the colon`, zh: `代替冒号的“${actual.trim()}”`}
  return actual.trim() === expected.trim()
    ? {en: 'blanks beside the colon', zh: '冒号旁的空白'}
    : {en: 'colon of the wrong width', zh: '宽度不对的冒号'}
}
