import type {Finding, Findings, Language, LintResult} from '../finding.ts'
import type {Counts} from '../finding-counts.ts'
import type {Series} from '../text/series.ts'
import type {Summary} from './summary.ts'

/** What reports need of the text that findings point into. */
export interface ReportedText {
  /** Whether it begins with a byte order mark, which offsets and columns count. */
  readonly isMarked: boolean
  /** A line that a finding or a related place begins in, counted from 1, without its line ending. */
  textOf(line: number): string
}

/** A linted file with the text that the findings point into. */
export interface ReportedFile extends LintResult<Findings> {
  readonly text: ReportedText
  /** How many fixes were applied before, where that was asked for. */
  readonly fixed?: number
  /** How many findings there are, where that is known without asking for them. */
  readonly counts?: Counts | undefined
}

/** A finding in so far as the JSON report states it. */
export type ReportedFinding = Omit<Finding, 'messageId' | 'folded' | 'table'>

/** What the JSON report states of a file. */
export interface FileReport {
  readonly path: string
  /** That it begins with a byte order mark, which offsets and columns count. */
  readonly bom?: true
  readonly findings: Series<ReportedFinding>
  /** What a baseline knows, where it knows any. */
  readonly suppressed?: Series<ReportedFinding>
}

/** One of the parts that the documents of a run are split into, counted from 1, and how many there are. */
export interface Shard {
  readonly index: number
  readonly count: number
}

/** A run in so far as the JSON report states it: what can be read back from there. */
export interface RunReport {
  /** Which part of all documents it was over, where it was not over all. */
  readonly shard?: Shard | undefined
  readonly files: readonly FileReport[]
  readonly summary: Summary
}

/**
 * Writes a run down for programs, in one text or in pieces where there may be more than one can hold. Pure: the same
 * input gives the same text. It knows no more than the JSON report
 * states, so that joined JSON reports can be written in every format.
 */
export type Reporter = (report: RunReport, language: Language) => string | Iterable<string>

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
