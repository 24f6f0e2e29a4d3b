import type {MarkdownDocument} from '../document/model.ts'
import type {Directive} from './model.ts'

/** Directives on a line between two rows, where the comment ends the table: <https://github.github.com/gfm/#example-201>. */
export function partingDirectives(
  directives: readonly Directive[],
  {lines, sections}: MarkdownDocument,
): ReadonlySet<Directive> {
  const isRow = (line: number) => line >= 1 && line <= lines.count && /^[ \t>]*\|/.test(lines.textOf(line))
  const between = directives.filter(
    ({comment: {isAlone, range}}) =>
      isAlone && isRow(lines.lineAt(range.start) - 1) && isRow(lines.lineAt(range.end) + 1),
  )
  if (between.length === 0) return new Set()
  const headers = new Set(
    sections.flatMap(({blocks}) =>
      blocks.flatMap((block) => (block.type === 'table' ? block.header.line : [])),
    ),
  )
  // What follows may be a table of its own.
  return new Set(between.filter(({comment}) => !headers.has(lines.lineAt(comment.range.end) + 1)))
}
