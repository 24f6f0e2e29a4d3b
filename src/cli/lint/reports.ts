import type {ReportedFile, Reporter} from '../../report/types.ts'
import {wantsColor} from '../color.ts'
import type {Host} from '../host.ts'
import {isStdout, widthOf, writeReport} from '../output.ts'
import type {Lint, LintRun} from './run-lint.ts'

/** Writes what was found in the format that was asked for, or the diff that takes its place. */
export async function writeReports(run: LintRun, invocation: Lint): Promise<void> {
  const text = run.diff ?? (await report(run.files, run.problems.length > 0, invocation, run.target))
  writeReport(text, invocation.options['output-file'], run.target)
}

const reporters: {readonly [F in Lint['options']['format']]: () => Promise<Reporter>} = {
  pretty: async () => (await import('../../report/pretty.ts')).pretty,
  json: async () => (await import('../../report/json.ts')).json,
  compact: async () => (await import('../../report/compact.ts')).compact,
}

async function report(
  files: readonly ReportedFile[],
  hasFailed: boolean,
  {options, language}: Lint,
  host: Host,
): Promise<string> {
  // To a person "no problems in 0 files" would be a comfort that is not due.
  if (options.format === 'pretty' && files.length === 0 && hasFailed) return ''
  const path = options['output-file']
  const write = await reporters[options.format]()
  return write(files, {
    language,
    color: isStdout(path) ? wantsColor(options.color, host.env, host.stdout) : options.color === true,
    all: options.all,
    quiet: options.quiet,
    width: widthOf(path, host),
  })
}
