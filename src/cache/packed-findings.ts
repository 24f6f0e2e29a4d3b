import type {Finding, Findings} from '../finding.ts'
import {readFinding, writeFinding} from './findings.ts'
import {readStored} from './stored-reader.ts'
import {LineWriter} from './stored-writer.ts'

/** What findings of the cache were unpacked from. */
const origins = new WeakMap<Findings, Buffer>()

/** Findings as bytes, on one line. Those that came from there are not packed anew. */
export function packFindings(findings: Findings): Buffer {
  const origin = origins.get(findings)
  if (origin) return origin
  const out = new LineWriter()
  out.list(findings, (finding) => writeFinding(finding, out))
  return Buffer.from(out.line)
}

/** The findings that were packed; undefined where it is none. No offset of theirs is beyond the length of the source. */
export function unpackFindings(
  bytes: Buffer,
  length: number = Number.MAX_SAFE_INTEGER,
): readonly Finding[] | undefined {
  return readStored(bytes.toString(), (stored) => stored.list((one) => readFinding(one, length)))
}

/** The same, of bytes that stay as they are: to pack these findings is to take those. */
export function unpackKept(bytes: Buffer, length: number): readonly Finding[] | undefined {
  const findings = unpackFindings(bytes, length)
  if (findings) origins.set(findings, bytes)
  return findings
}
