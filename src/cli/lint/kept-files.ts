import {countFindings} from '../../finding-counts.ts'
import type {Shown} from '../../report/lines-shown.ts'
import {SourceText} from '../../report/source-text.ts'
import type {ReportedFile} from '../../report/types.ts'
import type {LintedFile} from './linting.ts'

/** How much text the documents may have whose findings are kept as they are, in characters. */
const mostLoose = 256 * 1024

/** From so many documents on the heap is held small: before, there is nothing to gain. */
const manyFiles = 100

/** Keeps what was found until it is reported. Of many documents it is packed, so that no text outlives its linting. */
export class KeptFiles {
  readonly #shown: Shown
  #loose = 0
  #count = 0

  /** @param shown what reports show of the documents; those that show nothing look no further than a byte order mark. */
  constructor(shown: Shown) {
    this.#shown = shown
  }

  async keep(file: LintedFile): Promise<ReportedFile> {
    if (++this.#count === manyFiles) (await import('./heap.ts')).holdSmall()
    const {findings, baseline, unchanged = []} = file
    // What comes from a cache is packed, and nobody has asked for the text.
    if (findings.counts) return await this.#pack(file)
    if (findings.length + unchanged.length + (baseline?.found.length ?? 0) === 0)
      return loose(file, file.source.slice(0, 1))
    const isFirst = this.#loose === 0
    this.#loose += file.source.length
    // Packing takes room of its own for a while: what a run finds in one document alone is better left as it is.
    if (isFirst || this.#loose <= mostLoose) return loose(file, file.source)
    return await this.#pack(file)
  }

  async #pack(file: LintedFile): Promise<ReportedFile> {
    const {PackedFile} = await import('./packed-file.ts')
    return new PackedFile(file, this.#shown)
  }
}

function loose({path, findings, fixed, baseline, unchanged}: LintedFile, source: string): ReportedFile {
  return {
    path,
    text: new SourceText(source),
    findings,
    counts: countFindings(findings),
    ...(fixed === undefined ? {} : {fixed}),
    ...(baseline ? {baseline} : {}),
    ...(unchanged ? {unchanged} : {}),
  }
}
