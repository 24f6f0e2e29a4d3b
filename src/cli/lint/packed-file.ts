import {PackedFindings} from '../../cache/many-findings.ts'
import {type Outline, outlineOf} from '../../cache/outline.ts'
import {ownBytes} from '../../cache/own-bytes.ts'
import {packFindings, unpackFindings} from '../../cache/packed-findings.ts'
import type {ComparedFindings, Finding, Findings} from '../../finding.ts'
import type {Counts} from '../../finding-counts.ts'
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
  readonly #findings: Buffer | Findings

  constructor({path, source, findings, fixed, baseline, unchanged}: ReportedFile) {
    const {kept, outline} = pack(findings, path)
    this.path = path
    this.counts = outline.counts
    if (fixed !== undefined) this.fixed = fixed
    if (baseline) this.baseline = new PackedBaseline(baseline, path)
    if (unchanged) this.unchanged = unchanged
    this.#source = ownBytes(keepLines(source, outline.lines))
    this.#findings = kept
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
  readonly #known: Buffer | Findings

  constructor({known}: ComparedFindings, path: string) {
    this.#known = pack(known, path).kept
  }

  get known(): readonly Finding[] {
    return [...unpack(this.#known)]
  }
}

interface Kept {
  /** Bytes, or what makes findings one by one. */
  readonly kept: Buffer | Findings
  readonly outline: Outline
}

function pack(findings: Findings, path: string): Kept {
  if (findings.length === 0 || findings instanceof PackedFindings)
    return {kept: findings, outline: outlineOf(findings, path)}
  const {bytes, outline} = packFindings(findings, path)
  return {kept: bytes, outline}
}

function unpack(kept: Buffer | Findings): Findings {
  return Buffer.isBuffer(kept) ? [...unpackFindings(kept)] : kept
}

/** The text with nothing in all other lines, but for a byte order mark. */
function keepLines(source: string, numbers: readonly number[]): string {
  const lines = new LineIndex(source)
  const kept: string[] = [source.startsWith('\uFEFF') ? '\uFEFF' : '']
  for (const number of numbers) if (number <= lines.count) kept[number - 1] = lines.textOf(number)
  return Array.from(kept, (line = '') => line).join('\n')
}
