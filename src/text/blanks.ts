import type {Range} from './range.ts'

/** A blank in the sense of Markdown: <https://spec.commonmark.org/0.31.2/#unicode-whitespace-character> has more. */
export function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t'
}

/** The stretch without the blanks at either end; empty, at its start, where there is nothing else. */
export function trimRange(source: string, {start, end}: Range): Range {
  let from = start
  let to = end
  while (from < to && isBlank(source[from])) from++
  if (from === to) return {start, end: start}
  while (isBlank(source[to - 1])) to--
  return {start: from, end: to}
}

/** The run of blanks that ends at an offset and begins at the other or after it. */
export function blankRun(source: string, end: number, from: number): Range {
  let start = end
  while (start > from && isBlank(source[start - 1])) start--
  return {start, end}
}
