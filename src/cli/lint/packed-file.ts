import {packFindings, unpackFindings} from '../../cache/packed-findings.ts'
import type {ComparedFindings, Finding, Findings} from '../../finding.ts'
import {type Counts, countFindings} from '../../report/summary.ts'
import type {ReportedFile} from '../../report/types.ts'
import {LineIndex} from '../../text/lines.ts'

/**
 * A file of a report as bytes, unpacked whenever it is asked. As objects, findings take many times as much, and their
 * words hold on to the text that they were cut out of. Of the text those lines stay that findings show.
 */
export class PackedFile implements ReportedFile {
  readonly path: string
  readonly counts: Counts
  readonly fixed?: number
  readonly baseline?: ComparedFindings
  readonly unchanged?: readonly Finding[]
  readonly #source: Buffer
  readonly #findings: Packed

  constructor({path, source, findings, fixed, baseline, unchanged}: ReportedFile) {
    this.path = path
    this.counts = countFindings(findings)
    if (fixed !== undefined) this.fixed = fixed
    if (baseline) this.baseline = new PackedBaseline(baseline)
    if (unchanged) this.unchanged = unchanged
    this.#source = Buffer.from(shownLines(source, path, findings))
    this.#findings = pack(findings)
  }

  get source(): string {
    return this.#source.toString()
  }

  get findings(): Findings {
    return unpack(this.#findings)
  }
}

class PackedBaseline implements ComparedFindings {
  /** What was found is noted already. */
  readonly found = []
  readonly #known: Packed

  constructor({known}: ComparedFindings) {
    this.#known = pack(known)
  }

  get known(): readonly Finding[] {
    return [...unpack(this.#known)]
  }
}

/** Bytes, or what is packed already. */
type Packed = Buffer | Findings

function pack(findings: Findings): Packed {
  return Array.isArray(findings) && findings.length > 0 ? packFindings(findings) : findings
}

function unpack(packed: Packed): Findings {
  const findings = Buffer.isBuffer(packed) ? unpackFindings(packed) : packed
  if (findings) return findings
  throw new Error('findings were not packed as they are unpacked')
}

/** The text with nothing in all other lines, but for a byte order mark. */
function shownLines(source: string, path: string, findings: Findings): string {
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
