import {PackedFindings} from '../../cache/many-findings.ts'
import {outlineOf} from '../../cache/outline.ts'
import {type Packed, packFindings, StoredFindings} from '../../cache/packed-findings.ts'
import {ShownText, writeShown} from '../../cache/shown-lines.ts'
import type {ComparedFindings, Finding, Findings} from '../../finding.ts'
import type {Counts} from '../../finding-counts.ts'
import type {ReportedFile, ReportedText} from '../../report/types.ts'
import type {LintedFile} from './linting.ts'

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
  readonly #kept: Kept

  /** @param showsLines whether a report shows lines of the documents; others look no further than a byte order mark. */
  constructor(file: LintedFile, showsLines: boolean) {
    const {path, findings, fixed, baseline, unchanged} = file
    this.#kept = keep(findings, path, () => (showsLines ? file.source : file.source.slice(0, 1)))
    this.path = path
    this.counts = this.#kept.counts
    if (fixed !== undefined) this.fixed = fixed
    if (baseline) this.baseline = new PackedBaseline(baseline, path)
    if (unchanged) this.unchanged = unchanged
  }

  get text(): ReportedText {
    return new ShownText(this.#kept.shown)
  }

  get findings(): Findings {
    const kept = this.#kept
    return kept instanceof StoredFindings ? [...kept] : kept
  }
}

class PackedBaseline implements ComparedFindings {
  /** What was found is noted already. */
  readonly found = []
  readonly #known: Findings

  constructor({known}: ComparedFindings, path: string) {
    this.#known = keep(known, path, () => '')
  }

  get known(): readonly Finding[] {
    return [...this.#known]
  }
}

/** Findings that are made one by one, and the lines that they show. */
type Kept = Findings & Pick<Packed, 'counts' | 'shown'>

function keep(findings: Findings, path: string, source: () => string): Kept {
  if (findings instanceof PackedFindings) return new ManyShown(findings, path, source())
  const packed = packFindings(findings, path, source)
  const {counts, bytes, shown} = packed
  return packed instanceof StoredFindings ? packed : new StoredFindings(counts, {findings: bytes, shown})
}

class ManyShown implements Kept {
  readonly counts: Counts
  readonly shown: Buffer
  readonly #findings: PackedFindings

  constructor(findings: PackedFindings, path: string, source: string) {
    const {counts, lines} = outlineOf(findings, path)
    this.counts = counts
    this.shown = writeShown(source, lines)
    this.#findings = findings
  }

  get length(): number {
    return this.#findings.length
  }

  [Symbol.iterator](): Iterator<Finding> {
    return this.#findings[Symbol.iterator]()
  }
}
