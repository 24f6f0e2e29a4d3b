import {displayWidth} from '../text/width.ts'
import type {Words} from './words.ts'

/** Lines in the order of the document. Of those that follow each other the ends alone are kept. */
export class Lines {
  readonly #ranges: {readonly first: number; last: number}[] = []

  /** How many there are, each counted once. */
  get count(): number {
    return this.#ranges.reduce((sum, {first, last}) => sum + last - first + 1, 0)
  }

  get ranges(): readonly {readonly first: number; readonly last: number}[] {
    return this.#ranges
  }

  /** @param line none before the last one that was added. */
  add(line: number, last: number = line): void {
    const open = this.#ranges.at(-1)
    if (open && line <= open.last + 1) open.last = last
    else this.#ranges.push({first: line, last})
  }
}

/** The line numbers as ranges, such as `lines 17, 105–108`, as many as fit the columns, and how many do not. */
export function listLines(lines: Lines, columns: number, words: Words): string {
  const total = lines.count
  const room = columns - displayWidth(words.lines('', total, total))
  let shown = ''
  let count = 0
  for (const {first, last} of lines.ranges) {
    const item = (shown && words.comma) + (first === last ? first : `${first}–${last}`)
    // One is always shown, however narrow the terminal is.
    if (shown && displayWidth(shown + item) > room) break
    shown += item
    count += last - first + 1
  }
  return words.lines(shown, total, total - count)
}
