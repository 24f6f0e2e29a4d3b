import type {Edit, Finding} from '../finding.ts'
import {applyEdits} from '../text/apply-edits.ts'
import {type Choice, chooseFixes} from './choose.ts'
import {composeEdits} from './compose.ts'

/** What fixing gave. */
export interface Fixed {
  /** The text after the fixes. */
  readonly output: string
  /** What is left, in the output. */
  readonly findings: readonly Finding[]
  /** The fixes as edits of the source: in order, each changes something, and no two touch. */
  readonly edits: readonly Edit[]
  /** How many fixes were applied. */
  readonly fixed: number
  /** How many times the text was changed before nothing was left to fix. */
  readonly passes: number
  /** False where something is still to be fixed after the last pass: fixes undo each other, or call for ever more. */
  readonly complete: boolean
}

/** More passes than fixes that make room for each other need. */
const maximumPasses = 10

/** Finds what is to be fixed in a text, to which edits have led from the first one. */
type Lint = (text: string, edits: readonly Edit[]) => readonly Finding[]

/** Applies what fits together and looks again, until nothing is left to fix. */
export function fixInPasses(source: string, lint: Lint, isWanted: (finding: Finding) => boolean): Fixed {
  const passes: (readonly Edit[])[] = []
  let output = source
  let fixed = 0
  for (;;) {
    const edits = changes(source, passes)
    const step = takeStep(output, (text) => lint(text, edits), isWanted, passes.length === maximumPasses)
    if (step.isLast) {
      const {findings, complete} = step
      return {output, findings, edits, fixed, passes: passes.length, complete}
    }
    passes.push(step.edits)
    output = applyEdits(output, step.edits)
    fixed += step.fixes
  }
}

type Step =
  | ({readonly isLast: false} & Choice)
  | {readonly isLast: true; readonly findings: readonly Finding[]; readonly complete: boolean}

/** Of a text that is to be fixed it keeps the edits alone: its findings would take room beside those of the next. */
function takeStep(
  text: string,
  lint: (text: string) => readonly Finding[],
  isWanted: (finding: Finding) => boolean,
  isLast: boolean,
): Step {
  const findings = lint(text)
  const fixes = findings.flatMap((finding) => (finding.fix && isWanted(finding) ? [finding.fix] : []))
  const choice = chooseFixes(fixes, text)
  const complete = choice.fixes === 0
  return isLast || complete ? {isLast: true, findings, complete} : {isLast: false, ...choice}
}

/** What one pass did and another took back is no change. */
function changes(source: string, passes: readonly (readonly Edit[])[]): readonly Edit[] {
  return composeEdits(passes).filter(({start, end, text}) => source.slice(start, end) !== text)
}
