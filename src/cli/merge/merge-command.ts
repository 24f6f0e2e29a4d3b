import {resolve} from 'node:path'
import {joinReports} from '../../report/join.ts'
import type {Invocation} from '../args.ts'
import {identity} from '../discover.ts'
import {CommandError} from '../errors.ts'
import {Faults} from '../faults.ts'
import type {ExitStatus, Host} from '../host.ts'
import {complain, isStdout} from '../output.ts'
import {type Output, outputsOf} from '../reporting/outputs.ts'
import {type MachineFormat, writeFormat} from '../reporting/reporters.ts'
import {addStepSummary} from '../reporting/step-summary.ts'
import {verdictOn} from '../reporting/verdict.ts'
import {writeOutputs} from '../reporting/write-outputs.ts'
import {readReports} from './read-reports.ts'

/** Writes the report of one run, joined from those of its shards, and ends as that run would. */
export async function run(invocation: Invocation<'merge'>, host: Host): Promise<ExitStatus> {
  const {options, operands, language} = invocation
  const outputs = outputsOf(options, host.cwd)
  for (const output of outputs) checkPlace(output, operands, host)
  try {
    const report = joinReports(await readReports(operands, host.cwd))
    const write = ({format}: Output<MachineFormat>) => writeFormat(format, report, language, host)
    const unwritten = await writeOutputs(outputs, write, host)
    await addStepSummary(outputs, () => report, language, host)
    complain(unwritten, language, host)
    const {status, because} = verdictOn(report.summary, options['max-warnings'])
    complain(because ? [because] : [], language, host)
    return unwritten.length > 0 ? 2 : status
  } catch (error) {
    if (!(error instanceof Faults)) throw error
    complain(error.errors, language, host)
    return 2
  }
}

/** Refuses to write over a report that is read in the same run. */
function checkPlace({path}: Output<MachineFormat>, operands: readonly string[], {cwd}: Host): void {
  if (isStdout(path)) return
  const target = identity(resolve(cwd, path))
  if (!operands.some((operand) => identity(resolve(cwd, operand)) === target)) return
  throw new CommandError(
    {en: `${path} is itself a report of this run`, zh: `${path} 本身就是本次读取的报告`},
    {todo: {en: 'write to another path', zh: '请写入别的路径'}},
  )
}
