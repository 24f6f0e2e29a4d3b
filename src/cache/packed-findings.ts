import type {Finding, Findings} from '../finding.ts'
import {type Counts, countFindings} from '../finding-counts.ts'
import {readFinding, writeFinding} from './findings.ts'
import {storedIn} from './line-reader.ts'
import {LineWriter} from './line-writer.ts'
import {Malformed} from './stored-reader.ts'

/** Findings as bytes on one line, and what is known of them without unpacking them. */
export interface Packed {
  readonly counts: Counts
  readonly bytes: Buffer
  /** The lines of the document that a report shows where it folds findings, on one line too. */
  readonly shown: Buffer
}

/** What findings are packed as already. */
const known = new WeakMap<Findings, Packed>()

/** @param shown the lines that a report shows; asked for where the findings are not packed already. */
export function packFindings(findings: Findings, shown: () => Buffer): Packed {
  if (findings instanceof StoredFindings) return findings
  return known.get(findings) ?? {counts: countFindings(findings), bytes: packedLine(findings), shown: shown()}
}

/** Findings on one line, without a tab. */
function packedLine(findings: Findings): Buffer {
  const out = new LineWriter()
  out.list(findings, (finding) => writeFinding(finding, out))
  return out.line
}

/** Says what findings are packed as, so that they are not packed once more. */
export function setPacked(findings: Findings, packed: Packed): void {
  known.set(findings, packed)
}

/** The findings that were packed as bytes, made one by one. Whoever forged them has as many as are well formed. */
function* unpackFindings(bytes: Buffer): Iterable<Finding> {
  const stored = storedIn(bytes)
  try {
    for (let left = stored.number(); left > 0; left--) yield readFinding(stored)
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
  }
}

/** What findings are kept as. */
interface Fields {
  readonly findings: Buffer
  readonly shown: Buffer
}

/** Packed findings, made one by one whenever they are gone through. Of what they are kept as no part is cut out before it is asked for. */
export class StoredFindings implements Findings, Packed {
  readonly counts: Counts
  readonly #fields: Fields

  constructor(counts: Counts, fields: Fields) {
    this.counts = counts
    this.#fields = fields
  }

  get length(): number {
    const {errors, warnings, infos} = this.counts
    return errors + warnings + infos
  }

  get bytes(): Buffer {
    return this.#fields.findings
  }

  get shown(): Buffer {
    return this.#fields.shown
  }

  [Symbol.iterator](): Iterator<Finding> {
    return unpackFindings(this.bytes)[Symbol.iterator]()
  }
}
