import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Language} from '../finding.ts'
import type {Invocation} from './args.ts'
import type {ExitStatus, Host} from './host.ts'
import {pathError} from './path-error.ts'
import {findRule} from './rule-settings.ts'

export async function run({operands, language}: Invocation<'explain'>, host: Host): Promise<ExitStatus> {
  const {id, summary} = await findRule(operands[0] ?? '')
  const path = join(host.packageDirectory, 'rules', `${id}.md`)
  host.stdout.write(`${id}: ${summary[language]}\n\n${inLanguage(readDocumentation(path), language)}`)
  return 0
}

function readDocumentation(path: string): string {
  try {
    // Comments say where generated parts begin and end; they are not for the reader.
    return readFileSync(path, 'utf8').replace(/^<!-- [a-z:]+ -->\n\n?/gm, '')
  } catch (error) {
    throw pathError(path, error)
  }
}

/** The documentation with the section in the user's language first. */
function inLanguage(markdown: string, language: Language): string {
  const start = language === 'zh' ? markdown.search(/^## 中文[ \t]*$/m) : -1
  if (start < 0) return markdown
  const next = markdown.slice(start + 1).search(/^## /m)
  const end = next < 0 ? markdown.length : start + 1 + next
  const section = markdown.slice(start, end).trimEnd()
  const others = `${markdown.slice(0, start).trimEnd()}\n\n${markdown.slice(end)}`.trimEnd()
  return `${section}\n\n${others}\n`
}
