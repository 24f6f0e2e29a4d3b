import type {Fingerprint} from '../baseline/model.ts'
import type {Counts} from '../finding-counts.ts'
import {readStored} from './line-reader.ts'
import {LineWriter} from './line-writer.ts'
import {type Packed, StoredFindings} from './packed-findings.ts'
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

/** An entry that was read: its findings can be gone through. */
export interface StoredEntry extends Entry {
  readonly findings: StoredFindings
}

/** An entry as fields of a line. */
export interface EntryFields {
  readonly head: Buffer
  readonly shown: Buffer
  readonly findings: Buffer
}

export function writeEntry(entry: Entry): EntryFields {
  const {counts, bytes, shown} = entry.findings
  const out = new LineWriter()
  out.boolean(entry.needsDefinitions)
  out.boolean(entry.hasTargets)
  out.text(entry.definitions, entry.defined)
  out.number(counts.errors, counts.warnings, counts.infos, counts.fixable)
  out.list(entry.fingerprints, ({fingerprint, rule, place}) => out.text(fingerprint, rule, place))
  return {head: out.line, shown, findings: bytes}
}

/** The entry that was written; undefined where it is none. Its findings are not looked at. */
export function readEntry(fields: EntryFields): StoredEntry | undefined {
  return readStored(fields.head, (stored) => readHead(stored, fields))
}

function readHead(stored: StoredReader, fields: EntryFields): StoredEntry {
  return {
    needsDefinitions: stored.boolean(),
    hasTargets: stored.boolean(),
    definitions: stored.text(),
    defined: stored.text(),
    findings: new StoredFindings(readCounts(stored), fields),
    fingerprints: stored.list((one) => ({fingerprint: one.text(), rule: one.text(), place: one.text()})),
  }
}

function readCounts(stored: StoredReader): Counts {
  return {
    errors: stored.number(),
    warnings: stored.number(),
    infos: stored.number(),
    fixable: stored.number(),
  }
}
