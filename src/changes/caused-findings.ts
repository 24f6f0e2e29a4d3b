import type {Edit, Finding} from '../finding.ts'
import {groupBy} from '../text/group-by.ts'
import type {Range} from '../text/range.ts'
import {carryBack} from './carry-back.ts'
import type {LineChanges} from './line-changes.ts'

/**
 * Chooses, of the findings of a text, those to keep.
 *
 * @param edits what led to the text from the one that was read, where it has been fixed.
 */
export type Keep = (findings: readonly Finding[], edits?: readonly Edit[]) => readonly Finding[]

/**
 * Keeps the findings that edits have to do with: those that touch a line which was added or edited, and those on other
 * lines which the earlier text did not have there.
 *
 * @param path the document's, as findings state it.
 * @param findingsBefore of the earlier text; asked for only where it matters.
 */
export function causedByEdits(
  path: string,
  changes: LineChanges,
  findingsBefore: () => readonly Finding[],
): Keep {
  let before: Before | undefined
  return (findings, edits = []) => {
    const carry = carryBack(edits)
    const isTouched = (finding: Finding) =>
      placesOf(finding, path).some((place) => changes.touches(carry(place)))
    const others = findings.filter((finding) => !isTouched(finding))
    if (others.length === 0) return findings
    before ??= groupBefore(findingsBefore())
    const old = new Set(hadBefore(others, before, (finding) => keyNow(finding, carry, changes)))
    return findings.filter((finding) => !old.has(finding))
  }
}

/** Where a finding stands, and what else of its document it speaks of. */
function placesOf({start, end, related = []}: Finding, path: string): readonly Range[] {
  const places = [{start, end}, ...related.filter((place) => place.path === path)]
  return places.map((place) => ({start: place.start.offset, end: place.end.offset}))
}

/** The findings of the earlier text by what they are known by. */
type Before = ReadonlyMap<string, readonly Finding[]>

function groupBefore(findings: readonly Finding[]): Before {
  return groupBy(findings, (finding) => {
    const {start, end} = finding
    return keyOf(finding, start.line, start.column, start.line === end.line ? end.column : undefined)
  })
}

/** Words of a message may count lines or rows that have come and gone: they are not what a finding is known by. */
function keyOf({rule, messageId}: Finding, line: number, column: number, end: number | undefined): string {
  return JSON.stringify([rule, messageId, line, column, end ?? null])
}

function keyNow(finding: Finding, carry: (range: Range) => Range, changes: LineChanges): string {
  const {start, end} = carry({start: finding.start.offset, end: finding.end.offset})
  const first = changes.lines.pointAt(start)
  const last = changes.lines.pointAt(end)
  const endColumn = first.line === last.line ? last.column : undefined
  return keyOf(finding, changes.lineBefore(first.line) ?? 0, first.column, endColumn)
}

/** As many findings as there were with one key, first those that say the very same. */
function hadBefore(
  findings: readonly Finding[],
  before: Before,
  keyFor: (finding: Finding) => string,
): readonly Finding[] {
  return [...groupBy(findings, keyFor)].flatMap(([key, now]) => {
    const then = before.get(key) ?? []
    const left = groupBy(then, ({message}) => message)
    const taken = new Map<string, number>()
    const isSame = ({message}: Finding) => {
      const count = (taken.get(message) ?? 0) + 1
      taken.set(message, count)
      return count <= (left.get(message)?.length ?? 0)
    }
    const same = new Set(now.filter(isSame))
    const others = now.filter((finding) => !same.has(finding))
    return [...same, ...others.slice(0, then.length - same.size)]
  })
}
