import type {Language} from '../finding.ts'

/** The language of the locale that the environment names: Chinese if it is any Chinese, else English. */
export function localeLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^zh(?![a-z])/i.test(locale) ? 'zh' : 'en'
}
