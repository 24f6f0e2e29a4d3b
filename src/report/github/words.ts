import type {Language, Level} from '../../finding.ts'

interface GithubWords {
  /** How many findings of each level GitHub does not show beside the lines, as it shows so many. */
  readonly beyond: (shown: number, counts: Readonly<Record<Level, number>>) => string
  /** The heads of the table's columns. */
  readonly columns: readonly string[]
  /** How many findings the table has no room for. */
  readonly leftOut: (count: number) => string
}

const ENGLISH: GithubWords = {
  beyond: (shown, {error, warning, info}) => {
    const counts = [count(error, 'error'), count(warning, 'warning'), count(info, 'notice')].flat()
    const list = counts.join(', ')
    return `GitHub shows ${shown} findings of each level beside the lines in a step; in this log only: ${list}`
  },
  columns: ['Level', 'Place', 'Rule', 'Finding'],
  leftOut: (count) => `… and ${count} more, for which there is no room here`,
}

const CHINESE: GithubWords = {
  beyond: (shown, {error, warning, info}) => {
    const counts = [
      error > 0 ? `${error} 个错误` : [],
      warning > 0 ? `${warning} 个警告` : [],
      info > 0 ? `${info} 条提示` : [],
    ]
    return `GitHub 在每个步骤中每种级别只在行旁显示 ${shown} 条；仅见于此日志的有：${counts.flat().join('、')}`
  },
  columns: ['级别', '位置', '规则', '问题'],
  leftOut: (count) => `… 另有 ${count} 条，此处放不下`,
}

export const GITHUB_WORDS: Readonly<Record<Language, GithubWords>> = {en: ENGLISH, zh: CHINESE}

/** The count with its noun, or nothing for none. */
function count(number: number, noun: string): string | readonly [] {
  return number > 0 ? `${number} ${noun}${number === 1 ? '' : 's'}` : []
}
