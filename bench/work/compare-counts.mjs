/** A small change of the code may do a little more; so much less is worth keeping. */
const mostRise = 0.02
const mostFall = 0.1

/** What is little may change by a little. */
const slack = 50

/** What differs from the counts that are known, by document and kind, in words. */
export function compareCounts(known, counts) {
  const names = new Set([...Object.keys(known), ...Object.keys(counts)])
  return [...names].flatMap((name) => compareDocument(name, known[name] ?? {}, counts[name] ?? {}))
}

function compareDocument(name, known, counts) {
  const kinds = new Set([...Object.keys(known), ...Object.keys(counts)])
  return [...kinds].flatMap((kind) => {
    const change = changeOf(known[kind] ?? 0, counts[kind] ?? 0)
    return change === undefined ? [] : [`${name}: ${kind} ${change}`]
  })
}

function changeOf(before, after) {
  const isMore = after > before * (1 + mostRise) + slack
  if (!isMore && after >= before * (1 - mostFall) - slack) return undefined
  if (before === 0) return `is new: ${after}`
  const percent = Math.abs(((after - before) / before) * 100).toFixed(1)
  return `${isMore ? 'rose' : 'fell'} by ${percent} %: ${before} → ${after}`
}
