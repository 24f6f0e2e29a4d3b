import {LineIndex} from '../text/lines.ts'
import type {ReportedText} from './types.ts'

/** A text that is at hand as a whole. It is indexed when the first of its lines is shown. */
export class SourceText implements ReportedText {
  readonly #source: string
  #lines: LineIndex | undefined

  constructor(source: string) {
    this.#source = source
  }

  get isMarked(): boolean {
    return this.#source.startsWith('\uFEFF')
  }

  textOf(line: number): string {
    this.#lines ??= new LineIndex(this.#source)
    return this.#lines.textOf(line)
  }
}
