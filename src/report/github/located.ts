import type {ReportedFinding, RunReport} from '../types.ts'

/** A finding and the document that it is in. */
export interface Located {
  readonly path: string
  readonly finding: ReportedFinding
}

/** The findings of a run, errors before warnings before infos. */
export function* mostSevereFirst({files}: RunReport): Iterable<Located> {
  for (const level of ['error', 'warning', 'info'] as const) {
    for (const {path, findings} of files) {
      for (const finding of findings) if (finding.level === level) yield {path, finding}
    }
  }
}
