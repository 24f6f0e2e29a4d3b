import type {Fingerprint} from '../baseline/model.ts'
import {readStored} from './line-reader.ts'
import {LineWriter} from './line-writer.ts'
import {readOutline, writeOutline} from './outline.ts'
import {arePacked, type Packed} from './packed-findings.ts'
import type {StoredReader} from './stored-reader.ts'

/** What is kept of a document that was linted. */
export interface Entry {
  readonly needsDefinitions: boolean
  readonly hasTargets: boolean
  /** What the run defined that the findings depend on, as a digest; empty where they depend on none. */
  readonly definitions: string
  /** What the document itself defines, as a digest; empty where nobody has asked. */
  readonly defined: string
  readonly findings: Packed
  /** One for each finding, where a baseline asks for them. */
  readonly fingerprints: readonly Fingerprint[]
}

/** An entry as fields of a line: without tabs. */
export interface EntryFields {
  readonly head: Buffer
  readonly findings: Buffer
}

export function writeEntry(entry: Entry): EntryFields {
  const {outline, bytes} = entry.findings
  const out = new LineWriter()
  out.boolean(entry.needsDefinitions)
  out.boolean(entry.hasTargets)
  out.text(entry.definitions, entry.defined)
  writeOutline(outline, out)
  out.list(entry.fingerprints, ({fingerprint, rule, place}) => out.text(fingerprint, rule, place))
  return {head: out.line, findings: bytes}
}

/** The entry that was written; undefined where it is none. No offset in it is beyond the source. */
export function readEntry({head, findings}: EntryFields, source: string): Entry | undefined {
  const entry = readStored(head, (stored) => readHead(stored, findings))
  return entry && arePacked(entry.findings, source.length) ? entry : undefined
}

function readHead(stored: StoredReader, bytes: Buffer): Entry {
  return {
    needsDefinitions: stored.boolean(),
    hasTargets: stored.boolean(),
    definitions: stored.text(),
    defined: stored.text(),
    findings: {outline: readOutline(stored), bytes},
    fingerprints: stored.list((one) => ({fingerprint: one.text(), rule: one.text(), place: one.text()})),
  }
}
