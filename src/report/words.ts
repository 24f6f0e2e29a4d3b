import type {Language, Level} from '../finding.ts'
import type {Summary} from './summary.ts'

/** What the pretty report says in its own words. */
export interface Words {
  readonly level: Readonly<Record<Level, string>>
  readonly help: string
  /** Joins a text to the list of lines it speaks of. */
  readonly colon: string
  /** Parts the items of a list. */
  readonly comma: string
  readonly more: (count: number, rule: string, tables: number) => string
  /** The lines of a list, some of which may be left out. */
  readonly lines: (list: string, total: number, left: number) => string
  readonly morePlaces: (count: number) => string
  readonly fixed: (fixes: number, files: number) => string
  readonly nothing: (files: number, quiet: boolean) => string
  readonly summary: (summary: Summary, filesWithFindings: number) => string
  readonly unfold: string
  /** How many findings a baseline leaves out. */
  readonly known: (count: number) => string
  /** How many findings are left out as no edit has to do with them. */
  readonly unchanged: (count: number) => string
}

const ENGLISH: Words = {
  level: {error: 'error', warning: 'warning', info: 'info'},
  help: 'help: ',
  colon: ': ',
  comma: ', ',
  more: (count, rule, tables) =>
    `… and ${count} more of ${rule}${tables > 0 ? ` in ${plural(tables, 'table')}` : ''}`,
  lines: (list, total, left) =>
    `${total === 1 ? 'line' : 'lines'} ${list}${left > 0 ? ` … and ${left} more` : ''}`,
  morePlaces: (count) => `… and ${plural(count, 'more place')}`,
  fixed: (fixes, files) => `Applied ${fixes} ${fixes === 1 ? 'fix' : 'fixes'} in ${plural(files, 'file')}`,
  nothing: (files, quiet) =>
    files > 0 ? `No ${quiet ? 'errors' : 'problems'} found in ${plural(files, 'file')}` : 'No files to check',
  summary: ({files, errors, warnings, infos, fixable}, found) => {
    const counts = [count(errors, 'error'), count(warnings, 'warning'), count(infos, 'info')].flat()
    const last = counts.pop() ?? ''
    const all = counts.length > 0 ? `${counts.join(', ')} and ${last}` : last
    const where = found === files ? plural(files, 'file') : `${found} of ${plural(files, 'file')}`
    const fixes = fixable > 0 ? `; ${fixable} ${fixable === 1 ? 'has' : 'have'} a safe fix` : ''
    return `${all} in ${where}${fixes}`
  },
  unfold: 'Findings of a kind are folded; --all shows each of them',
  known: (count) => `${plural(count, 'known problem')} not shown`,
  unchanged: (count) => `${plural(count, 'problem')} on unchanged lines not shown`,
}

const CHINESE: Words = {
  level: {error: '错误', warning: '警告', info: '提示'},
  help: '建议：',
  colon: '：',
  comma: '、',
  more: (count, rule, tables) => `… 另有 ${count} 处 ${rule}${tables > 0 ? `，涉及 ${tables} 个表格` : ''}`,
  lines: (list, _total, left) => `第 ${list} 行${left > 0 ? ` … 另有 ${left} 行` : ''}`,
  morePlaces: (count) => `… 另有 ${count} 处`,
  fixed: (fixes, files) => `在 ${files} 个文件中应用了 ${fixes} 处修复`,
  nothing: (files, quiet) =>
    files > 0 ? `检查了 ${files} 个文件，未发现${quiet ? '错误' : '问题'}` : '没有要检查的文件',
  summary: ({files, errors, warnings, infos, fixable}, found) => {
    const counts = [
      errors > 0 ? `${errors} 个错误` : [],
      warnings > 0 ? `${warnings} 个警告` : [],
      infos > 0 ? `${infos} 条提示` : [],
    ].flat()
    const where = found === files ? `${files} 个文件` : `${files} 个文件中的 ${found} 个`
    const fixes = fixable > 0 ? `；其中 ${fixable} 处可安全修复` : ''
    return `${where}有 ${counts.join('、')}${fixes}`
  },
  unfold: '同类结果已合并，加上 --all 可逐条显示',
  known: (count) => `另有 ${count} 处已知问题未显示`,
  unchanged: (count) => `另有 ${count} 处问题位于未改动的行，未显示`,
}

export const WORDS: Readonly<Record<Language, Words>> = {en: ENGLISH, zh: CHINESE}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** The count with its noun, or nothing for none. */
function count(number: number, noun: string): string | readonly [] {
  return number > 0 ? plural(number, noun) : []
}
