import type {Finding, Findings} from '../finding.ts'
import type {Counts} from '../finding-counts.ts'
import {readFinding, skipFinding, writeFinding} from './findings.ts'
import {type Outline, outlineOf} from './outline.ts'
import {isStored, readStored} from './stored-reader.ts'
import {LineWriter} from './stored-writer.ts'

/** Findings as bytes, on one line, and what is known of them without unpacking them. */
export interface Packed {
  readonly bytes: Buffer
  readonly outline: Outline
}

/** What findings are packed as already. */
const known = new WeakMap<Findings, Packed>()

/** @param path of the document, as findings state it. */
export function packFindings(findings: Findings, path: string): Packed {
  return known.get(findings) ?? {bytes: packedLine(findings), outline: outlineOf(findings, path)}
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

/** The findings that were packed as bytes. */
export function unpackFindings(bytes: Buffer): readonly Finding[] {
  const findings = readStored(bytes, (stored) =>
    stored.list((one) => readFinding(one, Number.MAX_SAFE_INTEGER)),
  )
  if (findings) return findings
  throw new Error('findings were not packed as they are unpacked')
}

/** Whether something is packed findings, as many as are counted, with no offset beyond the length of the source. */
export function arePacked(packed: Packed, length: number): boolean {
  let left = countOf(packed)
  const isRead = isStored(packed.bytes, (stored) =>
    stored.each((one) => {
      skipFinding(one, length)
      left--
    }),
  )
  return isRead && left === 0
}

function countOf({outline: {counts}}: Packed): number {
  return counts.errors + counts.warnings + counts.infos
}

/** The findings that were packed, unpacked when they are first gone through. */
export function findingsIn(packed: Packed): Findings {
  const findings = new UnpackedLater(packed)
  setPacked(findings, packed)
  return findings
}

class UnpackedLater implements Findings {
  readonly #packed: Packed
  #unpacked: readonly Finding[] | undefined

  constructor(packed: Packed) {
    this.#packed = packed
  }

  get counts(): Counts {
    return this.#packed.outline.counts
  }

  get length(): number {
    return countOf(this.#packed)
  }

  [Symbol.iterator](): Iterator<Finding> {
    this.#unpacked ??= unpackFindings(this.#packed.bytes)
    return this.#unpacked[Symbol.iterator]()
  }
}
