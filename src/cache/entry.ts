import type {Fingerprint} from '../baseline/model.ts'
import type {Findings} from '../finding.ts'
import {packFindings, unpackKept} from './packed-findings.ts'
import {readStored} from './stored-reader.ts'
import {LineWriter} from './stored-writer.ts'

/** What is kept of a document that was linted. */
export interface Entry {
  readonly needsDefinitions: boolean
  readonly hasTargets: boolean
  /** What the run defined that the findings depend on, as a digest; empty where they depend on none. */
  readonly definitions: string
  /** What the document itself defines, as a digest; empty where nobody has asked. */
  readonly defined: string
  readonly findings: Findings
  /** One for each finding, where a baseline asks for them. */
  readonly fingerprints: readonly Fingerprint[]
}

/** An entry on one line, the findings by themselves behind a tab. */
export function writeEntry({needsDefinitions, hasTargets, definitions, defined, ...entry}: Entry): string {
  const out = new LineWriter()
  out.boolean(needsDefinitions)
  out.boolean(hasTargets)
  out.text(definitions, defined)
  out.list(entry.fingerprints, ({fingerprint, rule, place}) => out.text(fingerprint, rule, place))
  return `${out.line}\t${packFindings(entry.findings).toString()}`
}

/** The entry that a line was made of; undefined where it is none. */
export function readEntry(line: Buffer, source: string): Entry | undefined {
  const tab = line.indexOf(0x09)
  const findings = unpackKept(line.subarray(tab + 1), source.length)
  if (tab < 0 || !findings) return undefined
  return readStored(line.toString('utf8', 0, tab), (stored) => ({
    needsDefinitions: stored.boolean(),
    hasTargets: stored.boolean(),
    definitions: stored.text(),
    defined: stored.text(),
    fingerprints: stored.list((one) => ({fingerprint: one.text(), rule: one.text(), place: one.text()})),
    findings,
  }))
}
