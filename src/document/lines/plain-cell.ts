import type {Range} from '../../text/range.ts'
import {PlainText} from '../inline.ts'
import type {Cell, InlineText} from '../model.ts'

/** A cell that reads as it is written: it is its own content, since most cells of a large document are of this kind. */
export class PlainCell extends PlainText implements Cell {
  readonly #outerStart: number
  readonly #outerEnd: number

  constructor(source: string, outer: Range, range: Range) {
    super(source, range)
    this.#outerStart = outer.start
    this.#outerEnd = outer.end
  }

  get outer(): Range {
    return {start: this.#outerStart, end: this.#outerEnd}
  }

  get content(): InlineText {
    return this
  }
}
