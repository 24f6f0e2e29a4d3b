import type {Matching} from '../match/matching.ts'

/** Whether what some entries have become stands in their order. */
export function isInOrder<T>(before: readonly T[], after: readonly T[], matching: Matching<T>): boolean {
  const places = new Map(after.map((entry, index) => [entry, index]))
  let last = -1
  for (const entry of before) {
    const partner = matching.afterOf(entry)
    const place = partner === undefined ? undefined : places.get(partner)
    if (place === undefined) continue
    if (place < last) return false
    last = place
  }
  return true
}
