import {toRunReport} from '../../report/run-report.ts'
import type {ReportOptions} from '../../report/types.ts'
import {wantsColor} from '../color.ts'
import {RunError} from '../errors.ts'
import {isStdout, widthOf, writeReport} from '../output.ts'
import type {Output} from '../reporting/outputs.ts'
import {reporterFor} from '../reporting/reporters.ts'
import type {Lint, LintRun} from './run-lint.ts'

/**
 * Writes what was found in each format that was asked for, or the diff that takes its place.
 *
 * @returns why reports could not be written: one keeps no other from it.
 */
export async function writeReports(run: LintRun, invocation: Lint): Promise<readonly Error[]> {
  const problems: Error[] = []
  for (const output of run.outputs) {
    const text = run.diff ?? (await textOf(run, output, invocation))
    try {
      writeReport(text, output.path, run.target)
    } catch (error) {
      if (!(error instanceof RunError)) throw error
      problems.push(error)
    }
  }
  return problems
}

async function textOf(run: LintRun, output: Output, invocation: Lint): Promise<string> {
  const {files, problems} = run
  if (output.format !== 'pretty') {
    const write = await reporterFor(output.format)
    return write(toRunReport(files, invocation.options.quiet), invocation.language)
  }
  // To a person "no problems in 0 files" would be a comfort that is not due.
  if (files.length === 0 && problems.length > 0) return ''
  const {pretty} = await import('../../report/pretty.ts')
  return pretty(files, prettyOptions(output.path, run, invocation))
}

function prettyOptions(
  path: string | undefined,
  {target}: LintRun,
  {options, language}: Lint,
): ReportOptions {
  const {color, all, quiet} = options
  return {
    language,
    color: isStdout(path) ? wantsColor(color, target.env, target.stdout) : color === true,
    all,
    quiet,
    width: widthOf(path, target),
  }
}
