import type {Range} from '../text/range.ts'
import type {SourceLines} from './source-lines.ts'

/** Front matter: YAML between lines of `---` or TOML between lines of `+++`, at the very beginning. */
export interface FrontMatter {
  readonly range: Range
  /** The line that ends it. */
  readonly last: number
  /** What stands between its marks. */
  readonly text: string
}

export function readFrontMatter(lines: SourceLines): FrontMatter | undefined {
  const {source} = lines
  const start = lines.startOf(1)
  const marks = ['---', '+++'].find((fence) => source.startsWith(fence, start))
  if (!marks || !isFence(lines, 1, marks)) return undefined
  for (let last = 2; last <= lines.count; last++) {
    if (!isFence(lines, last, marks)) continue
    const text = source.slice(lines.startOf(2), lines.startOf(last))
    return {range: {start, end: lines.endOf(last)}, last, text}
  }
  return undefined
}

function isFence(lines: SourceLines, line: number, marks: string): boolean {
  const text = lines.source.slice(lines.startOf(line), lines.endOf(line))
  return text.startsWith(marks) && /^[ \t]*$/.test(text.slice(marks.length))
}
