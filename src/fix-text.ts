import type {Finding} from './finding.ts'
import {type Fixed, fixInPasses} from './fix/passes.ts'
import type {LintOptions} from './lint.ts'
import {lintText, type ReadText, readText} from './lint-text.ts'
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
}

/**
 * Fixes a Markdown text: applies the fixes of its findings in the order of the document, lints what came of it, and
 * goes on until nothing is left to fix, at most ten times.
 */
export function fixText(source: string, options: FixOptions = {}): FixResult {
  // One day holds for every pass, even where midnight falls between two.
  const lasting = {...options, asOf: dayOf(options.asOf)}
  return fixRead(readText(source, lasting), lasting)
}

/** Fixes a text that has been read already. */
export function fixRead(read: ReadText, options: FixOptions): FixResult {
  const {suggestions = false, only = () => true, path = 'input.md', ...lintOptions} = options
  const fixed = fixInPasses(
    read.source,
    (text) =>
      text === read.source ? read.lint(options.definitions) : lintText(text, {...lintOptions, path}).findings,
    (finding) => (suggestions || finding.fix?.safe === true) && only(finding),
  )
  return {path, ...fixed}
}
