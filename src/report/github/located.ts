import type {ReportedFinding, RunReport} from '../types.ts'

/** A finding and the document that it is in. */
export interface Located {
  readonly path: string
  readonly finding: ReportedFinding
}

/** The findings of a run, errors before warnings before infos. */
export function mostSevereFirst({files}: RunReport): readonly Located[] {
  const all = files.flatMap(({path, findings}) => findings.map((finding) => ({path, finding})))
  return (['error', 'warning', 'info'] as const).flatMap((level) =>
    all.filter(({finding}) => finding.level === level),
  )
}
