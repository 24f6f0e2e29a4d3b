import type {ExitStatus, Host} from '../host.ts'
import {reportOn} from './report-on.ts'
import {type Lint, runLint} from './run-lint.ts'

export async function run(invocation: Lint, host: Host): Promise<ExitStatus> {
  if (!invocation.options.watch) return await reportOn(await runLint(invocation, host), invocation, host)
  const {watch} = await import('../watch/watch.ts')
  return await watch(invocation, host)
}
