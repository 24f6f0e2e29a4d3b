import {countFindings} from '../../finding-counts.ts'
import type {ReportedFile} from '../../report/types.ts'

/** How much text the documents may have whose findings are kept as they are, in characters. */
const mostLoose = 256 * 1024

/** From so many documents on the heap is held small: before, there is nothing to gain. */
const manyFiles = 100

/** Keeps what was found until it is reported. Of many documents it is packed, so that no text outlives its linting. */
export class KeptFiles {
  readonly #showsLines: boolean
  #loose = 0
  #count = 0

  /** @param showsLines whether a report shows lines of the documents; others look no further than a byte order mark. */
  constructor(showsLines: boolean) {
    this.#showsLines = showsLines
  }

  async keep(file: ReportedFile): Promise<ReportedFile> {
    if (++this.#count === manyFiles) (await import('./heap.ts')).collectEarly()
    const {source, findings, baseline, unchanged = []} = file
    if (findings.length + unchanged.length + (baseline?.found.length ?? 0) === 0) return withoutSource(file)
    const isFirst = this.#loose === 0
    this.#loose += source.length
    // Packing takes room of its own for a while: what a run finds in one document alone is better left as it is.
    if (isFirst || this.#loose <= mostLoose) return {counts: countFindings(findings), ...file}
    const {PackedFile} = await import('./packed-file.ts')
    return new PackedFile(this.#showsLines ? file : withoutSource(file))
  }
}

function withoutSource(file: ReportedFile): ReportedFile {
  return {...file, source: file.source.slice(0, 1)}
}
