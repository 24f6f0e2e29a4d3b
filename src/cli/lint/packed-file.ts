import {packFindings, unpackFindings} from '../../cache/packed-findings.ts'
import type {Finding} from '../../finding.ts'
import {countFindings} from '../../report/summary.ts'
import type {ReportedFile} from '../../report/types.ts'
import {LineIndex} from '../../text/lines.ts'

/**
 * A file of a report as bytes, unpacked whenever it is asked. As objects, findings take many times as much, and their
 * words hold on to the text that they were cut out of. Of the text those lines stay that findings show.
 */
export function packFile({path, source, findings, fixed, baseline, unchanged}: ReportedFile): ReportedFile {
  const text = Buffer.from(shownLines(source, path, findings))
  const unpack = pack(findings)
  return {
    path,
    counts: countFindings(findings),
    get source() {
      return text.toString()
    },
    get findings() {
      return unpack()
    },
    ...(fixed === undefined ? {} : {fixed}),
    // What was found is noted already.
    ...(baseline && {baseline: packKnown(baseline.known)}),
    ...(unchanged && {unchanged}),
  }
}

function packKnown(known: readonly Finding[]) {
  const unpack = pack(known)
  return {
    found: [],
    get known() {
      return unpack()
    },
  }
}

function pack(findings: readonly Finding[]): () => readonly Finding[] {
  if (findings.length === 0) return nothing
  return unpacker(packFindings(findings))
}

const nothing = () => []

/** Made here, where nothing is in sight that a function could keep alive with it. */
function unpacker(bytes: Buffer): () => readonly Finding[] {
  return () => {
    const findings = unpackFindings(bytes)
    if (findings) return findings
    throw new Error('findings were not packed as they are unpacked')
  }
}

/** The text with nothing in all other lines, but for a byte order mark. */
function shownLines(source: string, path: string, findings: readonly Finding[]): string {
  const lines = new LineIndex(source)
  const shown: string[] = [source.startsWith('\uFEFF') ? '\uFEFF' : '']
  for (const {start, related = []} of findings) {
    for (const place of [{path, start}, ...related]) {
      const {line} = place.start
      if (place.path === path && line <= lines.count) shown[line - 1] = lines.textOf(line)
    }
  }
  return Array.from(shown, (line = '') => line).join('\n')
}
