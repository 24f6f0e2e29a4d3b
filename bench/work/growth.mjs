// Whether work grows faster than the document that it is done on.
import {total} from './count.mjs'

/** How much more each doubling may ask for: 2 is linear, and sorting takes a little more. */
const limit = 2.2

/** The same for one function alone, which may do little at first. */
const limitOfOne = 3

/** What is done more seldom than this is noise, and one function that does less than this share of its stage. */
const least = 2000
const leastShare = 1 / 200

/** Compares the counts of a document with those of one that is so many times doubled. */
export function compareStages(before, after, doublings) {
  return [...after].map(([stage, counts]) => {
    const kinds = ['blocks', 'steps'].map((kind) =>
      compare(kind, before.get(stage)?.[kind] ?? new Map(), counts[kind], doublings),
    )
    const problem = kinds.flatMap(({problem}) => problem ?? []).join('; ') || undefined
    return {stage, growth: Math.max(...kinds.map(({growth}) => growth)), problem}
  })
}

/** The stage that grows fastest, in words. */
export function widest(comparisons) {
  const most = comparisons.reduce((left, right) => (right.growth > left.growth ? right : left))
  return `at most ${most.growth.toFixed(2)} per doubling (${most.stage})`
}

function compare(what, before, after, doublings) {
  const growthOf = (earlier, later) => (later < least ? 0 : (later / Math.max(1, earlier)) ** (1 / doublings))
  const sum = total(after)
  const growth = growthOf(total(before), sum)
  const all = [...after].map(([name, to]) => ({name, to, growth: growthOf(before.get(name) ?? 0, to)}))
  const isCulprit = (one) => one.growth > limitOfOne && one.to > sum * leastShare
  const culprits = all.filter(isCulprit).sort((left, right) => right.to - left.to)
  if (growth <= limit && culprits.length === 0) return {growth}
  const named = culprits.slice(0, 3).map((one) => `${one.name} ${one.growth.toFixed(2)}`)
  const where = named.length > 0 ? `: ${named.join(', ')}` : ''
  return {growth, problem: `${what} grow ${growth.toFixed(2)}-fold per doubling${where}`}
}
