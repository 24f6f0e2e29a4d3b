import type {Fingerprint} from './baseline/model.ts'
import {splitKnown} from './baseline/split.ts'
import type {Definitions} from './dataset/definitions.ts'
import type {DocumentDefinitions} from './dataset/definitions-in.ts'
import type {Finding, Findings, LintResult} from './finding.ts'
import type {LintOptions} from './lint.ts'

/** A document that has been read and is still to be linted. */
export interface ReadText<F extends Findings = Findings> {
  readonly source: string
  /** As findings state it. */
  readonly path: string
  /** Whether a rule must know what the tables of other documents define. */
  readonly needsDefinitions: boolean
  /** What its own tables define. */
  readonly define: () => DocumentDefinitions
  /** Whether all tables that it refers to are there, so that references can be judged. */
  readonly hasTargets: (definitions?: Definitions) => boolean
  /** The findings in the order of the document, by what the tables of the run define, with fingerprints where the options ask for them. */
  readonly lint: (definitions?: Definitions) => F
  /** The fingerprints of its findings, under the path that they state. */
  readonly fingerprint: (findings: Findings, path: string) => readonly Fingerprint[]
}

/** Chooses the findings that count. */
type Choose = (findings: readonly Finding[]) => readonly Finding[]

/** Lints a text that has been read already. What the baseline knows is left out, and what is not chosen. */
export function lintRead<F extends Findings>(
  read: ReadText<F>,
  {baseline, definitions}: LintOptions,
  choose?: Choose,
): LintResult<F | readonly Finding[]> {
  const {path} = read
  const findings = read.lint(definitions)
  if (!baseline && !choose) return {path, findings}
  const found = baseline ? read.fingerprint(findings, baseline.path) : []
  const all = [...findings]
  const chosen = choose && new Set(choose(all))
  const isLeft = (finding: Finding) => chosen !== undefined && !chosen.has(finding)
  const {known, fresh} = baseline ? splitKnown(all, found, baseline.known, isLeft) : {known: [], fresh: all}
  return {
    path,
    findings: chosen ? fresh.filter((finding) => chosen.has(finding)) : fresh,
    ...(baseline ? {baseline: {known, found}} : {}),
    ...(chosen ? {unchanged: fresh.filter(isLeft)} : {}),
  }
}
