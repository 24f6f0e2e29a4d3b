import type {Edit} from '../../finding.ts'
import {type Change, lineChanges, splitLines} from './changes.ts'
import {quotePath} from './quote-path.ts'

/** A line of a diff as it is written, with its ending. */
export interface DiffLine {
  readonly kind: 'file' | 'hunk' | 'same' | 'removed' | 'added' | 'note'
  readonly text: string
}

/** How many lines that stay are shown before and after those that change. */
const contextLines = 3

/**
 * What edits change in a document, as a unified diff that `git apply` takes in the directory that the path starts
 * from. Without the line `diff --git`, which would make the path count from the top of the repository.
 */
export function* unifiedDiff(path: string, source: string, edits: readonly Edit[]): Iterable<DiffLine> {
  const lines = splitLines(source)
  const changes = lineChanges(lines, edits)
  if (changes.length === 0) return
  yield {kind: 'file', text: `--- ${quotePath(`a/${path}`)}\n`}
  yield {kind: 'file', text: `+++ ${quotePath(`b/${path}`)}\n`}
  let growth = 0
  for (const hunk of hunksOf(changes)) {
    yield* hunkLines(hunk, lines, growth)
    for (const {removed, added} of hunk) growth += added.length - removed.length
  }
}

/** Changes that are shown together, since their surroundings meet. */
type Hunk = readonly Change[]

function hunksOf(changes: readonly Change[]): readonly Hunk[] {
  const hunks: Change[][] = []
  for (const change of changes) {
    const hunk = hunks.at(-1)
    const last = hunk?.at(-1)
    if (hunk && last && change.at - endOf(last) <= 2 * contextLines) hunk.push(change)
    else hunks.push([change])
  }
  return hunks
}

function endOf({at, removed}: Change): number {
  return at + removed.length
}

/** @param growth how many lines the hunks before add. */
function* hunkLines(hunk: Hunk, lines: readonly string[], growth: number): Iterable<DiffLine> {
  const start = Math.max(0, (hunk[0]?.at ?? 0) - contextLines)
  const last = hunk.at(-1)
  const end = Math.min(lines.length, (last ? endOf(last) : 0) + contextLines)
  const grown = hunk.reduce((sum, {removed, added}) => sum + added.length - removed.length, 0)
  const before = lineRange(start, end - start)
  const after = lineRange(start + growth, end - start + grown)
  yield {kind: 'hunk', text: `@@ -${before} +${after} @@\n`}
  let at = start
  for (const change of hunk) {
    yield* diffLines('same', lines.slice(at, change.at))
    yield* diffLines('removed', change.removed)
    yield* diffLines('added', change.added)
    at = endOf(change)
  }
  yield* diffLines('same', lines.slice(at, end))
}

/** Lines count from 1; where there are none, the one before is named. */
function lineRange(start: number, count: number): string {
  if (count === 1) return String(start + 1)
  return `${count === 0 ? start : start + 1},${count}`
}

const marks = {same: ' ', removed: '-', added: '+'} as const

function* diffLines(kind: keyof typeof marks, lines: readonly string[]): Iterable<DiffLine> {
  for (const line of lines) {
    if (line.endsWith('\n')) {
      yield {kind, text: marks[kind] + line}
      continue
    }
    yield {kind, text: `${marks[kind]}${line}\n`}
    yield {kind: 'note', text: '\\ No newline at end of file\n'}
  }
}
