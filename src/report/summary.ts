import type {ComparedFindings, Finding, Findings, LintResult} from '../finding.ts'
import {type Counts, countFindings} from '../finding-counts.ts'
import type {ReportedFile, ReportedText} from './types.ts'

/** The counts of one run. */
export interface Summary extends Counts {
  /** How many files were linted, with findings or without. */
  readonly files: number
  /** How many fixes were applied, where that was asked for. */
  readonly fixed?: number
}

/** What linting a document gave, after fixes if it was fixed. */
type Result = LintResult<Findings> & Pick<ReportedFile, 'fixed' | 'counts'>

export function summarize(results: readonly Result[]): Summary {
  const counts = {...none}
  for (const result of results) {
    const {errors, warnings, infos, fixable} = countsOf(result)
    counts.errors += errors
    counts.warnings += warnings
    counts.infos += infos
    counts.fixable += fixable
  }
  const fixed = results.flatMap((result) => result.fixed ?? [])
  return {
    files: results.length,
    ...counts,
    ...(fixed.length > 0 ? {fixed: fixed.reduce((sum, one) => sum + one)} : {}),
  }
}

/** The counts of one file. Findings that are packed are not unpacked for that. */
function countsOf(result: Result): Counts {
  return result.counts ?? countFindings(result.findings)
}

const none: Counts = {errors: 0, warnings: 0, infos: 0, fixable: 0}

/** Whether anything was found in a file. */
export function hasFindings(result: Result): boolean {
  const {errors, warnings, infos} = countsOf(result)
  return errors + warnings + infos > 0
}

/** The files with their errors only, where that is wanted. */
export function keepWanted(files: readonly ReportedFile[], quiet: boolean): readonly ReportedFile[] {
  return quiet ? files.map((file) => new FileOfErrors(file)) : files
}

/** What is wanted of a file where only errors are. */
class FileOfErrors implements ReportedFile {
  readonly path: string
  readonly findings: readonly Finding[]
  readonly fixed?: number
  readonly baseline?: ComparedFindings
  readonly unchanged?: readonly Finding[]
  readonly #file: ReportedFile

  constructor(file: ReportedFile) {
    const {path, findings, fixed, baseline, unchanged} = file
    this.path = path
    this.findings = errorsIn(findings)
    if (fixed !== undefined) this.fixed = fixed
    if (baseline) this.baseline = {found: baseline.found, known: errorsIn(baseline.known)}
    if (unchanged) this.unchanged = errorsIn(unchanged)
    this.#file = file
  }

  get text(): ReportedText {
    return this.#file.text
  }
}

/** How many findings a baseline leaves out. */
export function countKnown(results: readonly LintResult<Findings>[]): number {
  return results.reduce((sum, {baseline}) => sum + (baseline?.known.length ?? 0), 0)
}

/** How many findings are left out as no edit has to do with them. */
export function countUnchanged(results: readonly LintResult<Findings>[]): number {
  return results.reduce((sum, {unchanged}) => sum + (unchanged?.length ?? 0), 0)
}

function errorsIn(findings: Findings): readonly Finding[] {
  const errors: Finding[] = []
  for (const finding of findings) if (isError(finding)) errors.push(finding)
  return errors
}

function isError({level}: Finding): boolean {
  return level === 'error'
}
