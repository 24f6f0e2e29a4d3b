import type {Finding} from './finding.ts'
import {type Fixed, fixInPasses} from './fix/passes.ts'
import type {LintOptions} from './lint.ts'
import {lintText} from './lint-text.ts'
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
  const {suggestions = false, only = () => true, path = 'input.md', ...rest} = options
  // One day holds for every pass, even where midnight falls between two.
  const lintOptions = {...rest, path, asOf: dayOf(options.asOf)}
  const fixed = fixInPasses(
    source,
    (text) => lintText(text, lintOptions).findings,
    (finding) => (suggestions || finding.fix?.safe === true) && only(finding),
  )
  return {path, ...fixed}
}
