import type {Key} from '../../cache/key.ts'
import {Line, type LineParts} from '../../cache/line.ts'

/** The findings of earlier runs, and those of this one. */
export class Store {
  readonly #stored: ReadonlyMap<string, Line>
  readonly #kept = new Set<Line>()
  readonly #made = new Map<string, Line>()
  readonly #day: number
  #isChanged = false

  /** @param day in days since 1970. */
  constructor(stored: ReadonlyMap<string, Line>, day: number) {
    this.#stored = stored
    this.#day = day
  }

  /** Whether anything is kept in a slot. */
  has(slot: string): boolean {
    return this.#made.has(slot) || this.#stored.has(slot)
  }

  /** What is kept under a key. */
  find({slot, state}: Key): Line | undefined {
    const line = this.#made.get(slot) ?? this.#stored.get(slot)
    return line?.state === state ? line : undefined
  }

  /** Says that a line is of use still. */
  keep(line: Line): void {
    this.#kept.add(line)
    this.#isChanged ||= this.#day - line.day > refreshDays
  }

  put(parts: Omit<LineParts, 'day'>): Line {
    const line = Line.of({...parts, day: this.#day})
    this.#made.set(parts.slot, line)
    this.#isChanged = true
    return line
  }

  /** The lines that the run used or made, by slot. */
  get used(): ReadonlyMap<string, Line> {
    const kept = Array.from(this.#kept, (line) => [line.slot, line] as const)
    return new Map([...kept, ...this.#made])
  }

  /** Whether there is anything to write. */
  get isChanged(): boolean {
    return this.#isChanged
  }
}

/** A line is dated anew when its day is so far back: far more often than lines go. */
const refreshDays = 7
