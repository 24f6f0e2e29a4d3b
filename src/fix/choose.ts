import type {Edit, Fix} from '../finding.ts'
import {firstIndex} from '../text/search.ts'

/** What can be changed in one go. */
export interface Choice {
  /** In the order of the text. No two overlap. */
  readonly edits: readonly Edit[]
  /** How many fixes they are. */
  readonly fixes: number
}

/**
 * Chooses fixes in the order in which they are given. One whose edits meet an edit that is already chosen waits for
 * the next pass. A fix goes in whole or not at all; one that changes nothing or does not fit the text never does.
 */
export function chooseFixes(fixes: readonly Fix[], source: string): Choice {
  const chosen: Edit[] = []
  let count = 0
  for (const fix of fixes) {
    const edits = fix.edits.filter((edit) => edit.start !== edit.end || edit.text !== '').sort(inOrder)
    if (!fits(edits, source) || edits.some((edit) => meetsAny(chosen, edit))) continue
    for (const edit of edits) chosen.splice(placeOf(chosen, edit), 0, edit)
    count++
  }
  return {edits: chosen, fixes: count}
}

/** Whether sorted edits are ranges of the text, keep out of each other's way and change something. */
function fits(edits: readonly Edit[], source: string): boolean {
  const isApart = edits.every((edit, index) => {
    const before = edits[index - 1]
    return isRangeOf(edit, source) && (before === undefined || !meet(before, edit))
  })
  return isApart && edits.some(({start, end, text}) => source.slice(start, end) !== text)
}

function isRangeOf({start, end}: Edit, {length}: string): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= length
}

/** Looks at the neighbours only: what else is chosen lies beyond them. */
function meetsAny(chosen: readonly Edit[], edit: Edit): boolean {
  const place = placeOf(chosen, edit)
  return [chosen[place - 1], chosen[place]].some((other) => other !== undefined && meet(other, edit))
}

/** Whether edits share a character, or touch where an insertion would have to come before or after another text. */
function meet(a: Edit, b: Edit): boolean {
  if (a.start < b.end && b.start < a.end) return true
  const touch = a.end === b.start || b.end === a.start
  const insert = a.start === a.end || b.start === b.end
  return touch && insert && a.text !== '' && b.text !== ''
}

/** Where an edit belongs among sorted ones. */
function placeOf(sorted: readonly Edit[], edit: Edit): number {
  return firstIndex(sorted.length, (index) => {
    const other = sorted[index]
    return other === undefined || inOrder(other, edit) >= 0
  })
}

function inOrder(a: Edit, b: Edit): number {
  return a.start - b.start || a.end - b.end
}
