import type {Invocation} from './args.ts'
import type {ExitStatus, Host} from './host.ts'
import {readRulePage} from './rule-page.ts'
import {findRule} from './rule-settings.ts'

export async function run({operands, language}: Invocation<'explain'>, host: Host): Promise<ExitStatus> {
  const {id, summary} = await findRule(operands[0] ?? '')
  host.stdout.write(`${id}: ${summary[language]}\n\n${readRulePage(id, language, host)}`)
  return 0
}
