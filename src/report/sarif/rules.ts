import type {Language, Level, Localized} from '../../finding.ts'
import {ruleUrl} from '../../urls.ts'

export interface RuleDescription {
  readonly id: string
  readonly summary: Localized
  readonly level: Level
  /** Its documentation in Markdown. */
  readonly page: string
}

export const sarifLevels: Readonly<Record<Level, string>> = {error: 'error', warning: 'warning', info: 'note'}

/** A rule as viewers of SARIF show it beside its findings. */
export function toDescriptor({id, summary, level, page}: RuleDescription, language: Language) {
  const section = sectionOf(page, language === 'zh' ? '中文' : 'Why it matters')
  const reasons = withoutLinks(section) || summary[language]
  const url = ruleUrl(id)
  return {
    id,
    shortDescription: {text: summary[language]},
    fullDescription: {text: firstParagraph(reasons)},
    help: {text: reasons, markdown: withWholeLinks(page, url)},
    helpUri: url,
    defaultConfiguration: {level: sarifLevels[level]},
  }
}

/** The text below a heading of the second level, to the next one of that level or above. */
function sectionOf(markdown: string, title: string): string {
  const [, section = ''] = `\n${markdown}`.split(`\n## ${title}\n`)
  const [text = ''] = section.split(/^##? /m)
  return text.trim()
}

function firstParagraph(markdown: string): string {
  const [paragraph = ''] = markdown.split(/\n\s*\n/)
  return paragraph.replaceAll('\n', ' ')
}

/** Links lead nowhere from a text that is shown as it is. */
function withoutLinks(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^()\s]+\)/g, '$1')
}

/** Links that start from where the page is published: a viewer knows no page beside it. */
function withWholeLinks(markdown: string, url: string): string {
  return markdown.replace(/\]\((?![a-z]+:|#)([^()\s]+)\)/g, (_, target: string) => {
    return `](${new URL(target, url).href})`
  })
}
