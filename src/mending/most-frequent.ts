/** Of those that are equally frequent, the first. */
export function mostFrequent<T>(items: readonly T[], keyOf: (item: T) => unknown): T | undefined {
  const counts = new Map<unknown, {readonly item: T; count: number}>()
  for (const item of items) {
    const known = counts.get(keyOf(item)) ?? {item, count: 0}
    known.count++
    counts.set(keyOf(item), known)
  }
  let best: {readonly item: T; readonly count: number} | undefined
  for (const one of counts.values()) if (!best || one.count > best.count) best = one
  return best?.item
}
