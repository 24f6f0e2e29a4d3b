import {summarize} from '../../report/summary.ts'
import {commandNames} from '../commands.ts'
import {MissingPathError} from '../errors.ts'
import type {ExitStatus, Host} from '../host.ts'
import {complain} from '../output.ts'
import {verdictOn} from '../reporting/verdict.ts'
import {suggest} from '../suggest.ts'
import {writeReports} from './reports.ts'
import type {Lint, LintRun} from './run-lint.ts'

/** Writes what a run found, says what went wrong, and judges it. */
export async function reportOn(run: LintRun, invocation: Lint, host: Host): Promise<ExitStatus> {
  const unwritten = await writeReports(run, invocation)
  const {notes, problems} = run
  complain([...notes, ...(await withHint(problems, invocation)), ...unwritten], invocation.language, host)
  complain(run.conclude(), invocation.language, host)
  return problems.length + unwritten.length > 0 ? 2 : verdict(run, invocation, host)
}

function verdict({files}: LintRun, {options, language}: Lint, host: Host): ExitStatus {
  const summary = summarize(files)
  if (options['dry-run'] && summary.fixed) return 1
  const {status, because} = verdictOn(summary, options['max-warnings'])
  complain(because ? [because] : [], language, host)
  return status
}

/** A first operand that is neither a command nor a path may be a command misspelt. */
async function withHint(problems: readonly Error[], {named, operands}: Lint): Promise<readonly Error[]> {
  const [first, ...rest] = problems
  const path = operands[0]
  if (named || path === undefined || !(first instanceof MissingPathError) || first.path !== path) {
    return problems
  }
  const todo = await suggest(path, commandNames, {en: 'the command ', zh: '命令 '})
  return todo ? [new MissingPathError(first.what, {path, todo}), ...rest] : problems
}
