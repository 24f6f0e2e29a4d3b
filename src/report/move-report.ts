import type {FileReport, ReportedFinding, RunReport} from './types.ts'

/** The report with other names for its files. */
export function moveReport(report: RunReport, pathOf: (path: string) => string): RunReport {
  const files = report.files.map(({path, findings, suppressed, ...rest}): FileReport => {
    const known = suppressed && {suppressed: suppressed.map((finding) => moveFinding(finding, pathOf))}
    return {...rest, path: pathOf(path), findings: findings.map((one) => moveFinding(one, pathOf)), ...known}
  })
  return {...report, files}
}

function moveFinding(finding: ReportedFinding, pathOf: (path: string) => string): ReportedFinding {
  const {related} = finding
  if (!related) return finding
  return {...finding, related: related.map((place) => ({...place, path: pathOf(place.path)}))}
}
