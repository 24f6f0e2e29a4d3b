import type {ComparedFindings, Edit, Finding, Findings, LintResult} from './finding.ts'
import {type Fixed, fixInPasses} from './fix/passes.ts'
import type {LintOptions} from './lint.ts'
import {lintRead, type ReadText} from './lint-read.ts'
import {readText} from './lint-text.ts'
import {dayOf} from './qualification-reader.ts'

export interface FixOptions extends LintOptions {
  /** Whether to apply suggestions too, which change data; else safe fixes alone. */
  readonly suggestions?: boolean
  /** Which findings to fix; all of them where nothing is said. */
  readonly only?: (finding: Finding) => boolean
}

/** A fixed document and what is left to find in it. */
export interface FixResult extends Fixed {
  readonly path: string
  /** What is left by a baseline, where the options name one. What it knows is not fixed. */
  readonly baseline?: ComparedFindings
  /** What is left and was not to be looked at. */
  readonly unchanged?: readonly Finding[]
}

/** Chooses the findings that count, of a text that edits have led to from the one that was read. */
type Keep = (findings: readonly Finding[], edits: readonly Edit[]) => readonly Finding[]

/**
 * Fixes a Markdown text: applies the fixes of its findings in the order of the document, lints what came of it, and
 * goes on until nothing is left to fix, at most ten times.
 */
export function fixText(source: string, options: FixOptions = {}): FixResult {
  // One day holds for every pass, even where midnight falls between two.
  const lasting = {...options, asOf: dayOf(options.asOf)}
  return fixRead(readText(source, lasting), lasting)
}

/**
 * Fixes a text that has been read already.
 *
 * @param keep chooses, of the findings of a text that edits have led to, those that count.
 */
export function fixRead(read: ReadText, options: FixOptions, keep?: Keep): FixResult {
  const {suggestions = false, only = () => true, path = 'input.md', ...lintOptions} = options
  let last: LintResult<Findings> | undefined
  const lint = (text: string, edits: readonly Edit[]) => {
    const passed = text === read.source ? read : readText(text, {...lintOptions, path})
    const result = lintRead(passed, options, keep && ((findings) => keep(findings, edits)))
    last = result
    return [...result.findings]
  }
  const fixed = fixInPasses(
    read.source,
    lint,
    (finding) => (suggestions || finding.fix?.safe === true) && only(finding),
  )
  const {baseline, unchanged} = last ?? {}
  return {path, ...fixed, ...(baseline ? {baseline} : {}), ...(unchanged ? {unchanged} : {})}
}
