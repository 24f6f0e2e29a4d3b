import type {Cell} from '../document/model.ts'
import {overlapsAny, type Range} from '../text/range.ts'
import {type Alternative, splitAlternatives} from './alternatives.ts'
import {findBareNames} from './bare-names.ts'
import {findMarks, type Mark} from './marks.ts'

/** A qualification text and the licence names in it. Ranges count in the plain text. */
export class Requirement {
  readonly cell: Cell
  readonly text: string
  #marks: readonly Mark[] | undefined
  #bareNames: readonly Range[] | undefined

  constructor(cell: Cell) {
    this.cell = cell
    this.text = cell.content.text
  }

  /** The title marks, right and wrong. */
  get marks(): readonly Mark[] {
    this.#marks ??= findMarks(this.text)
    return this.#marks
  }

  /** Licence names without marks. */
  get bareNames(): readonly Range[] {
    this.#bareNames ??= findBareNames(this.text, this.marks)
    return this.#bareNames
  }

  /** The stretches of which one applies at a time. */
  get alternatives(): readonly Alternative[] {
    return splitAlternatives(this.text, this.marks)
  }

  /** The names between right marks, in the order of the text. */
  get licenses(): readonly string[] {
    return this.marks
      .filter(({state}) => state === 'ok')
      .map(({inner}) => this.text.slice(inner.start, inner.end))
  }

  /** Whether a stretch of the text is in code or an address. */
  isVerbatim(range: Range): boolean {
    const {verbatim} = this.cell.content
    return verbatim.length > 0 && overlapsAny(verbatim, range)
  }

  /** Where a stretch of the text stands in the source. */
  sourceOf({start, end}: Range): Range {
    return this.cell.content.rangeOf(start, end)
  }
}
