import type {Line} from './line.ts'

/** What a file is to hold from now on. */
export interface Keeping {
  /** The lines that the run used or made, by slot. */
  readonly used: ReadonlyMap<string, Line>
  /** What the file holds, from this run or from others that ran meanwhile. */
  readonly stored: ReadonlyMap<string, Line>
  readonly day: number
  /** Whether a document is there still. */
  readonly exists: (file: string) => boolean
}

/** A line that no run has used for so many days goes. */
const keptDays = 30

/** The file is no larger than this: what was used last stays. */
export const mostBytes = 256 * 1024 * 1024

/** The lines of the run, and those of other documents and options that may still be used. */
export function keepLines({used, stored, day, exists}: Keeping): readonly Line[] {
  const known = new Map<string, boolean>()
  const isThere = ({file}: Line) => {
    const there = known.get(file) ?? exists(file)
    known.set(file, there)
    return there
  }
  const own = [...used.values()].map((line) => (line.day === day ? line : line.withDay(day)))
  const others = [...stored.values()]
    .filter((line) => !used.has(line.slot) && day - line.day <= keptDays && line.day <= day && isThere(line))
    .sort((a, b) => b.day - a.day)
  return upTo(mostBytes, [...own, ...others])
}

function upTo(most: number, lines: readonly Line[]): readonly Line[] {
  let size = 0
  return lines.filter(({bytes}) => {
    size += bytes.length
    return size <= most
  })
}
