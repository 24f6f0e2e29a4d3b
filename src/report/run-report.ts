import {fileReport} from './file-report.ts'
import {keepWanted, summarize} from './summary.ts'
import type {FileReport, ReportedFile, RunReport, Shard} from './types.ts'

/** What programs are told of a run: of errors only, where only they are wanted. */
export function toRunReport(files: readonly ReportedFile[], quiet: boolean, shard?: Shard): RunReport {
  const wanted = keepWanted(files, quiet)
  return {shard, files: wanted.map(toFileReport), summary: summarize(wanted)}
}

function toFileReport(file: ReportedFile): FileReport {
  const {path, text} = file
  const known = () => file.baseline?.known ?? []
  return fileReport(
    text.isMarked ? {path, bom: true} : {path},
    () => file.findings,
    known().length > 0 ? known : undefined,
  )
}
