import {readFinding, writeFinding} from '../../cache/findings.ts'
import {readStored} from '../../cache/stored-reader.ts'
import {StoredWriter} from '../../cache/stored-writer.ts'
import type {Finding} from '../../finding.ts'
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
  const out = new StoredWriter()
  out.list(findings, (finding) => writeFinding(finding, out))
  return unpacker(Buffer.from(out.line))
}

const nothing = () => []

/** Made here, where nothing is in sight that a function could keep alive with it. */
function unpacker(bytes: Buffer): () => readonly Finding[] {
  return () => {
    const read = readStored(bytes.toString(), (stored) =>
      stored.list((one) => readFinding(one, Number.MAX_SAFE_INTEGER)),
    )
    if (read) return read
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
