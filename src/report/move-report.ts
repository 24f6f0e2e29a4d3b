import {mapSeries, type Series} from '../text/series.ts'
import {fileReport} from './file-report.ts'
import type {ReportedFinding, RunReport} from './types.ts'

/** The report with other names for its files. */
export function moveReport(report: RunReport, pathOf: (path: string) => string): RunReport {
  const move = (findings: Series<ReportedFinding>) =>
    mapSeries(findings, (finding) => moveFinding(finding, pathOf))
  const files = report.files.map((file) =>
    fileReport(
      {...(file.bom && {bom: file.bom}), path: pathOf(file.path)},
      () => move(file.findings),
      file.suppressed && (() => move(file.suppressed ?? [])),
    ),
  )
  return {...report, files}
}

function moveFinding(finding: ReportedFinding, pathOf: (path: string) => string): ReportedFinding {
  const {related} = finding
  if (!related) return finding
  const moved = related.map(({path, start, end, message}) => ({path: pathOf(path), start, end, message}))
  return {...finding, related: moved}
}
