import type {LineIndex} from '../text/lines.ts'
import {indentEnd, kindOf, type LineKind} from './line-kinds.ts'

/** The lines of a source, with what they begin. */
export class SourceLines {
  readonly source: string
  readonly #index: LineIndex
  readonly #first: number

  /** @param first where the text begins, after a byte order mark. */
  constructor(source: string, index: LineIndex, first: number) {
    this.source = source
    this.#index = index
    this.#first = first
  }

  get count(): number {
    return this.#index.count
  }

  /** Where a line begins, its indent included. */
  startOf(line: number): number {
    return line === 1 ? this.#first : this.#index.startOf(line)
  }

  /** Where its text begins, after up to three spaces. */
  textStart(line: number): number {
    return indentEnd(this.source, this.startOf(line), this.endOf(line))
  }

  endOf(line: number): number {
    return this.#index.endOf(line)
  }

  /** The kind of a line; after the last one all are blank. */
  kindOf(line: number): LineKind {
    return line > this.count ? 'blank' : kindOf(this.source, this.textStart(line), this.endOf(line))
  }

  /** A line without its indent. */
  textOf(line: number): string {
    return this.source.slice(this.textStart(line), this.endOf(line))
  }
}
