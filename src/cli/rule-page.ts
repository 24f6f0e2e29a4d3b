import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Language} from '../finding.ts'
import type {Host} from './host.ts'
import {pathError} from './path-error.ts'

/** The documentation of a rule in Markdown, with the section in the user's language first. */
export function readRulePage(id: string, language: Language, host: Host): string {
  return inLanguage(readDocumentation(join(host.packageDirectory, 'rules', `${id}.md`)), language)
}

function readDocumentation(path: string): string {
  try {
    // Comments say where generated parts begin and end; they are not for the reader.
    return readFileSync(path, 'utf8').replace(/^<!-- [a-z:]+ -->\n\n?/gm, '')
  } catch (error) {
    throw pathError(path, error)
  }
}

function inLanguage(markdown: string, language: Language): string {
  const start = language === 'zh' ? markdown.search(/^## 中文[ \t]*$/m) : -1
  if (start < 0) return markdown
  const next = markdown.slice(start + 1).search(/^## /m)
  const end = next < 0 ? markdown.length : start + 1 + next
  const section = markdown.slice(start, end).trimEnd()
  const others = `${markdown.slice(0, start).trimEnd()}\n\n${markdown.slice(end)}`.trimEnd()
  return `${section}\n\n${others}\n`
}
