import type {Language} from '../finding.ts'
import type {ReportedFinding} from './types.ts'

/** What a finding says and what to do about it, in one line of text. */
export function sentenceOf({message, help}: ReportedFinding, language: Language): string {
  if (help === undefined) return message
  return `${message}${language === 'zh' ? '；' : '; '}${help}`
}
