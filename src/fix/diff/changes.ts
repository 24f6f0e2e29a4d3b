import type {Edit} from '../../finding.ts'
import {applyEdits, shiftEdits} from '../../text/apply-edits.ts'

/** Lines in place of others, all with their endings. */
export interface Change {
  /** The index of the first line that goes, or of the one that others come before. */
  readonly at: number
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/** The lines of a text as git has them: a line feed ends one, a carriage return alone does not. */
export function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/**
 * Edits as changes of whole lines, with some lines between any two. Only the lines that edits touch are looked at,
 * so that the time grows with the text and not with its square.
 */
export function lineChanges(lines: readonly string[], edits: readonly Edit[]): readonly Change[] {
  const stretches = touchedStretches(lines, edits)
  return joinTouching(stretches.map((stretch) => changeOf(stretch, lines)).filter(isChange))
}

/** The lines from one index up to another, and the edits in them. */
interface Stretch {
  readonly first: number
  end: number
  /** The offset that the first line begins at. */
  readonly offset: number
  readonly edits: Edit[]
}

/** Each edit with the lines that it begins and ends in; those that share a line together. */
function touchedStretches(lines: readonly string[], edits: readonly Edit[]): readonly Stretch[] {
  const result: Stretch[] = []
  const cursor = new LineCursor(lines)
  for (const edit of edits) {
    cursor.moveTo(edit.start)
    const {line: first, offset} = cursor
    cursor.moveTo(edit.end)
    const end = cursor.line + 1
    const last = result.at(-1)
    if (last && first < last.end) {
      last.end = end
      last.edits.push(edit)
    } else result.push({first, end, offset, edits: [edit]})
  }
  return result
}

/** Walks from line to line. After a final line feed there is an empty line more. */
class LineCursor {
  readonly #lines: readonly string[]
  readonly #last: number
  line = 0
  offset = 0

  constructor(lines: readonly string[]) {
    this.#lines = lines
    this.#last = lines.at(-1)?.endsWith('\n') ? lines.length : lines.length - 1
  }

  moveTo(offset: number): void {
    while (this.line < this.#last) {
      const next = this.offset + (this.#lines[this.line]?.length ?? 0)
      if (next > offset) return
      this.offset = next
      this.line++
    }
  }
}

function changeOf({first, end, offset, edits}: Stretch, lines: readonly string[]): Change {
  const removed = lines.slice(first, end)
  const added = splitLines(applyEdits(removed.join(''), shiftEdits(edits, -offset)))
  return withoutCommon({at: first, removed, added})
}

/** Leaves out the lines at both ends that stay as they are. */
function withoutCommon({at, removed, added}: Change): Change {
  const most = Math.min(removed.length, added.length)
  let before = 0
  while (before < most && removed[before] === added[before]) before++
  let after = 0
  while (after < most - before && removed.at(-1 - after) === added.at(-1 - after)) after++
  return {
    at: at + before,
    removed: removed.slice(before, removed.length - after),
    added: added.slice(before, added.length - after),
  }
}

function isChange({removed, added}: Change): boolean {
  return removed.length > 0 || added.length > 0
}

function joinTouching(changes: readonly Change[]): readonly Change[] {
  const result: {at: number; removed: string[]; added: string[]}[] = []
  for (const {at, removed, added} of changes) {
    const last = result.at(-1)
    if (last && last.at + last.removed.length === at) {
      for (const line of removed) last.removed.push(line)
      for (const line of added) last.added.push(line)
    } else result.push({at, removed: [...removed], added: [...added]})
  }
  return result
}
