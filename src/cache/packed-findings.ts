import type {Finding, Findings} from '../finding.ts'
import {readFinding, skipFinding, writeFinding} from './findings.ts'
import {isStored, storedIn} from './line-reader.ts'
import {LineWriter} from './line-writer.ts'
import {type Outline, outlineOf} from './outline.ts'

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

/** The findings that were packed as bytes, made one by one. */
export function* unpackFindings(bytes: Buffer): Iterable<Finding> {
  const stored = storedIn(bytes)
  for (let left = stored.number(); left > 0; left--) yield readFinding(stored, Number.MAX_SAFE_INTEGER)
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

/** The findings that were packed, made one by one whenever they are gone through. */
export function findingsIn(packed: Packed): Findings {
  const findings = {
    counts: packed.outline.counts,
    length: countOf(packed),
    [Symbol.iterator]: () => unpackFindings(packed.bytes)[Symbol.iterator](),
  }
  setPacked(findings, packed)
  return findings
}
