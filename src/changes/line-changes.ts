import {LineIndex} from '../text/lines.ts'
import type {Range} from '../text/range.ts'
import {matchLines} from './match-lines.ts'

/** Which lines of a text were added or edited since an earlier text, and where the others were. How lines end does not count. */
export class LineChanges {
  readonly lines: LineIndex
  readonly #before: LineIndex
  readonly #matches: Int32Array

  constructor(before: string, after: string) {
    this.#before = new LineIndex(before)
    this.lines = new LineIndex(after)
    this.#matches = matchLines(textsOf(this.#before), textsOf(this.lines))
  }

  /** Whether nothing was added, edited or removed. */
  get isEmpty(): boolean {
    return this.#before.count === this.lines.count && !this.#matches.includes(-1)
  }

  /** Where a line was, counted from 1 as it is itself; undefined where it was added or edited. */
  lineBefore(line: number): number | undefined {
    const index = this.#matches[line - 1] ?? -1
    return index < 0 ? undefined : index + 1
  }

  /** Whether a range has something of a line that was added or edited. */
  touches({start, end}: Range): boolean {
    const last = this.lines.lineAt(Math.max(start, end - 1))
    for (let line = this.lines.lineAt(start); line <= last; line++) {
      if (this.lineBefore(line) === undefined) return true
    }
    return false
  }
}

function textsOf(lines: LineIndex): readonly string[] {
  return Array.from({length: lines.count}, (_, index) => lines.textOf(index + 1))
}
