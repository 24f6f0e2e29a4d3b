import {rules} from '../../rules/index.ts'
import type {Language, Level} from '../finding.ts'
import type {Rule} from '../rule.ts'
import type {Invocation} from './args.ts'
import type {ExitStatus, Host} from './host.ts'

export async function run({options, language}: Invocation<'rules'>, host: Host): Promise<ExitStatus> {
  host.stdout.write(options.format === 'json' ? asJson(language) : asTable(language))
  return 0
}

function asJson(language: Language): string {
  const list = rules.map((rule) => ({
    id: rule.id,
    levels: levelsOf(rule),
    fix: rule.fix ?? null,
    summary: rule.summary[language],
  }))
  return `${JSON.stringify({version: 1, rules: list}, null, 2)}\n`
}

function asTable(language: Language): string {
  const rows = rules.map((rule) => [
    rule.id,
    levelsOf(rule).join(' / '),
    rule.fix ?? '–',
    rule.summary[language],
  ])
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)))
  // The summary comes last, so that no column but one of plain ASCII has to be filled up.
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
  return lines.map((line) => `${line}\n`).join('')
}

/** The levels of a rule's messages, gravest first. */
function levelsOf(rule: Rule): readonly Level[] {
  const used = new Set(Object.values(rule.messages).map((message) => message.level ?? rule.level))
  return (['error', 'warning', 'info'] as const).filter((level) => used.has(level))
}
