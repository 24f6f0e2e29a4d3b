import type {DirectiveProblem} from '../src/directives/model.ts'
import type {Language} from '../src/finding.ts'
import {defineRule} from '../src/rule.ts'

export const unusedDirective = defineRule({
  id: 'unused-directive',
  summary: {
    en: 'Disallow comments for catalint that silence nothing or are written wrong.',
    zh: '禁止不起作用或写错的 catalint 注释。',
  },
  level: 'warning',
  fix: 'safe',
  messages: {
    unused: {
      en: 'Unexpected directive: there is no finding for it to silence',
      zh: '多余的注释：没有结果需要它屏蔽',
      help: {en: 'remove the comment', zh: '删去该注释'},
    },
    unusedName: {
      en: 'Unexpected `{name}` in a directive: there is no finding of this rule for it to silence',
      zh: '注释中的 `{name}` 多余：该规则没有结果需要屏蔽',
      help: {en: 'remove the name from the comment', zh: '从注释中删去该名称'},
    },
    unopened: {
      en: 'Unexpected `{name}`: no `catalint-disable` above has switched anything off for it',
      zh: '多余的 `{name}`：上文没有与之对应的 `catalint-disable`',
      help: {en: 'remove it, or write `catalint-disable` above', zh: '删去它，或在上文写 `catalint-disable`'},
    },
    unknownDirective: {
      en: 'Unknown directive `{name}`, expected {expected}',
      zh: '未知的注释指令 `{name}`，应为 {expected}',
      help: {en: 'write {expected}', zh: '改为 {expected}'},
    },
    unknownRule: {
      en: 'Unknown rule `{name}` in a directive, expected {expected}',
      zh: '注释中的规则 `{name}` 不存在，应为 {expected}',
      help: {
        en: 'write {expected}; what is no rule stands behind `--`',
        zh: '改为 {expected}；说明文字写在 `--` 之后',
      },
    },
    endsTable: {
      en: 'Unexpected comment between two rows: it ends the table',
      zh: '注释单独占一行，夹在两行数据之间，表格到此结束',
      help: {
        en: 'put `catalint-disable-line` into a cell of the row, or the comment above the table',
        zh: '把 `catalint-disable-line` 写进该行的单元格，或把注释移到表格上方',
      },
    },
  },
  checksDirectives: true,
  check({directives, language, report}) {
    for (const problem of directives) {
      const {range: at, removal} = problem
      const place = {at, ...(removal ? {fix: {safe: true, edits: [removal]}} : {})}
      if (!('name' in problem)) report(problem.kind, place)
      else if ('nearest' in problem) {
        report(problem.kind, {data: {name: problem.name, expected: expected(problem, language)}, ...place})
      } else report(problem.kind, {data: {name: problem.name}, ...place})
    }
  },
})

type UnknownName = Extract<DirectiveProblem, {readonly nearest: unknown}>

/** The nearest right name, or what names there are. */
function expected({kind, nearest}: UnknownName, language: Language): string {
  if (nearest !== undefined) return `\`${nearest}\``
  if (kind === 'unknownRule')
    return {en: 'a rule of `catalint rules`', zh: '`catalint rules` 列出的规则'}[language]
  const names = ['disable-line', 'disable-next-line', 'disable', 'enable', 'disable-file']
  return names.map((name) => `\`catalint-${name}\``).join(language === 'zh' ? '、' : ', ')
}
