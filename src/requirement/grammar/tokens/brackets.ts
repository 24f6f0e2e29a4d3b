import type {Range} from '../../../text/range.ts'
import {escapeClass} from '../lexicon/patterns.ts'

/** What closes each bracket. */
export const closings: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '【': '】',
  '{': '}',
  '〔': '〕',
}

const bracket = new RegExp(`[${escapeClass(Object.entries(closings).flat().join(''))}]`, 'g')

/**
 * Where each opening bracket is closed. One within a licence name or an exact form is part of that; one that
 * nothing closes before the bracket around it is closed is text.
 *
 * @param skipped names and forms, in the order of the text.
 */
export function matchBrackets(text: string, skipped: readonly Range[]): ReadonlyMap<number, number> {
  const matches = new Map<number, number>()
  const waiting = new WaitingBrackets()
  let next = 0
  for (const {0: char, index} of text.matchAll(bracket)) {
    for (let range = skipped[next]; range && range.end <= index; range = skipped[++next]);
    if ((skipped[next]?.start ?? index + 1) <= index) continue
    const closing = closings[char]
    if (closing) waiting.add(index, closing)
    else if (waiting.has(char)) matches.set(waiting.takeFor(char), index)
  }
  return matches
}

/** Brackets that are not closed yet, and how many wait for each closing one, so that asking takes no search. */
class WaitingBrackets {
  readonly #brackets: {readonly at: number; readonly closing: string}[] = []
  readonly #counts = new Map<string, number>()

  add(at: number, closing: string): void {
    this.#brackets.push({at, closing})
    this.#counts.set(closing, this.#count(closing) + 1)
  }

  has(closing: string): boolean {
    return this.#count(closing) > 0
  }

  /** The innermost one that a mark closes. Those within it stay open for good. */
  takeFor(closing: string): number {
    for (let last = this.#brackets.pop(); last; last = this.#brackets.pop()) {
      this.#counts.set(last.closing, this.#count(last.closing) - 1)
      if (last.closing === closing) return last.at
    }
    return -1
  }

  #count(closing: string): number {
    return this.#counts.get(closing) ?? 0
  }
}
