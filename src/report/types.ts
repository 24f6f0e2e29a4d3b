import type {Language, LintResult} from '../finding.ts'

/** A linted file with the source that the findings point into. */
export interface ReportedFile extends LintResult {
  readonly source: string
  /** How many fixes were applied before, where that was asked for. */
  readonly fixed?: number
}

export interface ReportOptions {
  readonly language: Language
  readonly color: boolean
  /** Shows every finding instead of one line for many of a kind. */
  readonly all: boolean
  /** Shows errors only. */
  readonly quiet: boolean
  /** The columns of the terminal. */
  readonly width: number
}

/** Writes the findings of a run down. Pure: the same input gives the same text. */
export type Reporter = (files: readonly ReportedFile[], options: ReportOptions) => string
