import type {Series} from '../text/series.ts'
import type {FileReport, ReportedFinding} from './types.ts'

type Findings = () => Series<ReportedFinding>

/** What a report states of a file. Its findings are asked for where they are written: those of many files together take much room. */
export function fileReport(
  {path, bom}: Pick<FileReport, 'path' | 'bom'>,
  findings: Findings,
  suppressed?: Findings,
): FileReport {
  const file = bom ? {path, bom} : {path}
  if (!suppressed) {
    return {
      ...file,
      get findings() {
        return findings()
      },
    }
  }
  return {
    ...file,
    get findings() {
      return findings()
    },
    get suppressed() {
      return suppressed()
    },
  }
}
