import type {Finding, Findings} from '../finding.ts'
import type {Counts} from '../finding-counts.ts'
import {readFinding, skipFinding, writeFinding} from './findings.ts'
import {isStored, storedIn} from './line-reader.ts'
import {LineWriter} from './line-writer.ts'
import {outlineOf} from './outline.ts'
import {writeShown} from './shown-lines.ts'

/** Findings as bytes on one line, and what is known of them without unpacking them. */
export interface Packed {
  readonly counts: Counts
  readonly bytes: Buffer
  /** The lines of the document that a report may show, on one line too. */
  readonly shown: Buffer
}

/** What findings are packed as already. */
const known = new WeakMap<Findings, Packed>()

/**
 * @param path of the document, as findings state it.
 * @param source asked for where the findings are not packed already.
 */
export function packFindings(findings: Findings, path: string, source: () => string): Packed {
  if (findings instanceof StoredFindings) return findings
  return known.get(findings) ?? pack(findings, path, source())
}

function pack(findings: Findings, path: string, source: string): Packed {
  const {counts, lines} = outlineOf(findings, path)
  return {counts, bytes: packedLine(findings), shown: writeShown(source, lines)}
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

/** The findings that were packed as bytes, made one by one. */
function* unpackFindings(bytes: Buffer): Iterable<Finding> {
  const stored = storedIn(bytes)
  for (let left = stored.number(); left > 0; left--) yield readFinding(stored, Number.MAX_SAFE_INTEGER)
}

/** Whether something is packed findings, as many as are counted, with no offset beyond the length of the source. */
export function arePacked({counts, bytes}: Packed, length: number): boolean {
  let left = countOf(counts)
  const isRead = isStored(bytes, (stored) =>
    stored.each((one) => {
      skipFinding(one, length)
      left--
    }),
  )
  return isRead && left === 0
}

function countOf({errors, warnings, infos}: Counts): number {
  return errors + warnings + infos
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
    return countOf(this.counts)
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
