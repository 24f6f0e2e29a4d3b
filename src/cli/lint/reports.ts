import {toRunReport} from '../../report/run-report.ts'
import type {ReportOptions, RunReport} from '../../report/types.ts'
import {isColored, widthOf} from '../output.ts'
import type {Output} from '../reporting/outputs.ts'
import {writeFormat} from '../reporting/reporters.ts'
import {addStepSummary} from '../reporting/step-summary.ts'
import {writeOutputs} from '../reporting/write-outputs.ts'
import type {Lint, LintRun} from './run-lint.ts'

/**
 * Writes what was found in each format that was asked for, or the diff that takes its place.
 *
 * @returns why reports could not be written.
 */
export async function writeReports(run: LintRun, invocation: Lint): Promise<readonly Error[]> {
  const {outputs, diff, target} = run
  const write = async (output: Output) => diff ?? (await textOf(run, output, invocation))
  const unwritten = await writeOutputs(outputs, write, target)
  if (diff === undefined)
    await addStepSummary(outputs, () => reportOf(run, invocation), invocation.language, target)
  return unwritten
}

async function textOf(run: LintRun, output: Output, invocation: Lint): Promise<string | Iterable<string>> {
  const {files, problems} = run
  if (output.format !== 'pretty') {
    return await writeFormat(output.format, reportOf(run, invocation), invocation.language, run.target)
  }
  // To a person "no problems in 0 files" would be a comfort that is not due.
  if (files.length === 0 && problems.length > 0) return ''
  const {pretty} = await import('../../report/pretty.ts')
  return pretty(files, prettyOptions(output.path, run, invocation))
}

function reportOf({files, shard}: LintRun, {options}: Lint): RunReport {
  return toRunReport(files, options.quiet, shard)
}

function prettyOptions(
  path: string | undefined,
  {target}: LintRun,
  {options, language}: Lint,
): ReportOptions {
  const {color, all, quiet} = options
  return {
    language,
    color: isColored(path, color, target),
    all,
    quiet,
    width: widthOf(path, target),
  }
}
