import {PackedFindings} from '../../cache/many-findings.ts'
import {type Packed, packFindings, StoredFindings} from '../../cache/packed-findings.ts'
import {ShownText, writeShown} from '../../cache/shown-lines.ts'
import type {ComparedFindings, Finding, Findings} from '../../finding.ts'
import {type Counts, countFindings} from '../../finding-counts.ts'
import {linesShown, type Shown} from '../../report/lines-shown.ts'
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

  constructor(file: LintedFile, shown: Shown) {
    const {path, fixed, baseline, unchanged} = file
    this.#kept = keep(file, shown)
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
    this.#known = keep({path, source: '', findings: known}, 'none')
  }

  get known(): readonly Finding[] {
    return [...this.#known]
  }
}

/** Findings that are made one by one, and the lines that they show. */
type Kept = Findings & Pick<Packed, 'counts' | 'shown'>

function keep(file: LintedFile, shown: Shown): Kept {
  const {findings} = file
  if (findings instanceof PackedFindings) return new ManyShown(findings, textShown(file, shown))
  const packed = packFindings(findings, () => textShown(file, shown))
  if (packed instanceof StoredFindings && shown !== 'all') return packed
  const {counts, bytes} = packed
  const text = shown === 'all' ? textShown(file, shown) : packed.shown
  return new StoredFindings(counts, {findings: bytes, shown: text})
}

function textShown({path, source, findings}: LintedFile, shown: Shown): Buffer {
  return writeShown(source, linesShown(findings, path, shown))
}

class ManyShown implements Kept {
  readonly counts: Counts
  readonly shown: Buffer
  readonly #findings: PackedFindings

  constructor(findings: PackedFindings, shown: Buffer) {
    this.counts = countFindings(findings)
    this.shown = shown
    this.#findings = findings
  }

  get length(): number {
    return this.#findings.length
  }

  [Symbol.iterator](): Iterator<Finding> {
    return this.#findings[Symbol.iterator]()
  }
}
