import {firstIndex} from '../text/search.ts'

/**
 * For each line of a text, the index of the line of an earlier text that it is, or -1 where it was added or edited. The
 * lines that are matched keep their order.
 *
 * Lines that stand but once in both texts hold the others together, as in a patience diff: rows are told apart by what
 * they say, blank lines and delimiter rows go with their neighbours. The time grows with the lines, not with the
 * product of what was removed and added.
 */
export function matchLines(before: readonly string[], after: readonly string[]): Int32Array {
  const matches = new Int32Array(after.length).fill(-1)
  const numberOf = numbering()
  const olds = Int32Array.from(before, numberOf)
  const news = Int32Array.from(after, numberOf)
  const pending: Stretch[] = [
    {old: {start: 0, end: olds.length}, now: {start: 0, end: news.length}, depth: 0},
  ]
  for (let stretch = pending.pop(); stretch; stretch = pending.pop()) {
    const middle = matchEnds(stretch, olds, news, matches)
    if (middle.old.start === middle.old.end || middle.now.start === middle.now.end) continue
    const anchors = anchorsOf(middle, olds, news)
    for (const {old, now} of anchors) matches[now] = old
    if (middle.depth < deepest) for (const gap of gapsOf(middle, anchors)) pending.push(gap)
  }
  return matches
}

/** The lines from one index up to another, in both texts. */
interface Stretch {
  readonly old: Span
  readonly now: Span
  readonly depth: number
}

interface Span {
  readonly start: number
  readonly end: number
}

interface Pair {
  readonly old: number
  readonly now: number
}

/** Further apart than this only texts are that were made to be. */
const deepest = 12

/** Equal lines get equal numbers. */
function numbering(): (line: string) => number {
  const numbers = new Map<string, number>()
  return (line) => {
    const number = numbers.get(line) ?? numbers.size
    numbers.set(line, number)
    return number
  }
}

/** Matches the lines that are alike at both ends, and gives what is between them. */
function matchEnds(
  {old, now, depth}: Stretch,
  olds: Int32Array,
  news: Int32Array,
  matches: Int32Array,
): Stretch {
  let [a, b, oldEnd, end] = [old.start, now.start, old.end, now.end]
  while (a < oldEnd && b < end && olds[a] === news[b]) matches[b++] = a++
  while (a < oldEnd && b < end && olds[oldEnd - 1] === news[end - 1]) matches[--end] = --oldEnd
  return {old: {start: a, end: oldEnd}, now: {start: b, end}, depth}
}

/** The pairs of lines that the rest is matched round: of those that stand once, else of any, in turn. */
function anchorsOf({old, now}: Stretch, olds: Int32Array, news: Int32Array): readonly Pair[] {
  const before = placesOf(olds, old)
  const after = placesOf(news, now)
  const common = [...after].flatMap(([line, places]) => {
    const others = before.get(line)
    return others ? [{places, others}] : []
  })
  const single = common.filter(({places, others}) => places.length === 1 && others.length === 1)
  const pairs = (single.length > 0 ? single : common).flatMap(pairsOf)
  return longestRising(pairs.sort((a, b) => a.now - b.now))
}

function placesOf(lines: Int32Array, {start, end}: Span): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>()
  for (let index = start; index < end; index++) {
    const line = lines[index] ?? -1
    const known = places.get(line)
    if (known) known.push(index)
    else places.set(line, [index])
  }
  return places
}

function pairsOf({places, others}: {places: readonly number[]; others: readonly number[]}): readonly Pair[] {
  return places.slice(0, others.length).map((now, index) => ({now, old: others[index] ?? -1}))
}

/** As many of the pairs as keep their order in both texts. They are in that of the later one. */
function longestRising(pairs: readonly Pair[]): readonly Pair[] {
  /** The indexes of the pairs that the best rows of each length end with, and of what comes before each pair. */
  const ends: number[] = []
  const previous: number[] = []
  for (const [index, {old}] of pairs.entries()) {
    const length = firstIndex(ends.length, (at) => (pairs[ends[at] ?? 0]?.old ?? 0) >= old)
    previous.push(ends[length - 1] ?? -1)
    ends[length] = index
  }
  const row: Pair[] = []
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index]
    if (pair) row.push(pair)
  }
  return row.reverse()
}

/** What lies before, between and after the anchors. Without any there is nothing more to match. */
function gapsOf({old, now, depth}: Stretch, anchors: readonly Pair[]): readonly Stretch[] {
  if (anchors.length === 0) return []
  const bounds = [{old: old.start - 1, now: now.start - 1}, ...anchors, {old: old.end, now: now.end}]
  return bounds.slice(1).map((bound, index) => ({
    old: {start: (bounds[index]?.old ?? 0) + 1, end: bound.old},
    now: {start: (bounds[index]?.now ?? 0) + 1, end: bound.now},
    depth: depth + 1,
  }))
}
