import {keepWanted, summarize} from './summary.ts'
import type {FileReport, ReportedFile, RunReport, Shard} from './types.ts'

/** What programs are told of a run: of errors only, where only they are wanted. */
export function toRunReport(files: readonly ReportedFile[], quiet: boolean, shard?: Shard): RunReport {
  const wanted = keepWanted(files, quiet)
  return {shard, files: wanted.map(toFileReport), summary: summarize(wanted)}
}

function toFileReport({path, source, findings, baseline}: ReportedFile): FileReport {
  const {known = []} = baseline ?? {}
  return {
    path,
    ...(source.startsWith('\uFEFF') ? {bom: true} : {}),
    findings,
    ...(known.length > 0 ? {suppressed: known} : {}),
  }
}
