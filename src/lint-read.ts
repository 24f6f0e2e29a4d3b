import {markFindings} from './baseline/mark.ts'
import type {Fingerprint} from './baseline/model.ts'
import {splitKnown} from './baseline/split.ts'
import type {Definitions} from './dataset/definitions.ts'
import type {DocumentDefinitions} from './dataset/definitions-in.ts'
import type {Finding, LintResult} from './finding.ts'
import type {LintOptions} from './lint.ts'

/** A document that has been read and is still to be linted. */
export interface ReadText {
  readonly source: string
  /** As findings state it. */
  readonly path: string
  /** Whether a rule must know what the tables of other documents define. */
  readonly needsDefinitions: boolean
  /** What its own tables define. */
  readonly define: () => DocumentDefinitions
  /** Whether all tables that it refers to are there, so that references can be judged. */
  readonly hasTargets: (definitions?: Definitions) => boolean
  /** The findings in the order of the document, by what the tables of the run define. */
  readonly lint: (definitions?: Definitions) => readonly Finding[]
  /** The fingerprints of its findings, under the path that they state. */
  readonly fingerprint: (findings: readonly Finding[], path: string) => readonly Fingerprint[]
}

/** Chooses the findings that count. */
type Choose = (findings: readonly Finding[]) => readonly Finding[]

/** Lints a text that has been read already. What the baseline knows is left out, and what is not chosen. */
export function lintRead(read: ReadText, options: LintOptions, choose?: Choose): LintResult {
  const {path} = read
  const {baseline, fingerprints, definitions} = options
  const findings = read.lint(definitions)
  const found = baseline || fingerprints ? read.fingerprint(findings, baseline?.path ?? path) : []
  const all = fingerprints ? markFindings(findings, found) : findings
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
