import type {MarkdownDocument} from '../document/model.ts'
import type {Directive} from './model.ts'
import {isNamed} from './parse.ts'

/**
 * The line that each `catalint-disable-next-line` is for: the next one that says anything. Blank lines do not, since
 * formatters put them there, nor do lines with nothing but directives.
 */
export function nextLines(
  directives: readonly Directive[],
  document: MarkdownDocument,
): ReadonlyMap<Directive, number> {
  const {lines} = document
  const next = new Map<Directive, number>()
  /** Where to read on, by the first line of what says nothing. Known from the end of the document on. */
  const after = new Map<number, number>()
  for (const directive of directives.toReversed()) {
    const {start, end} = directive.comment.range
    const line = firstSaying(lines.lineAt(end) + 1, after, document)
    if (isNamed(directive, 'catalint-disable-next-line')) next.set(directive, line)
    if (directive.comment.isAlone) after.set(lines.lineAt(start), line)
  }
  return next
}

function firstSaying(from: number, after: ReadonlyMap<number, number>, {lines}: MarkdownDocument): number {
  let line = from
  while (line < lines.count && /^[ \t>]*$/.test(lines.textOf(line))) line++
  return after.get(line) ?? line
}
