// Counts what some documents take, and compares that with what bench/counts.json says they took: `--check` ends with 1 where
// one takes more, or so much less that it should be noted. Without it, writes the file anew.
import {readFileSync, writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {compareCounts} from './work/compare-counts.mjs'
import {countingPipeline, total} from './work/count.mjs'
import {documents} from './work/documents.mjs'

const file = new URL('counts.json', import.meta.url)
const {values} = parseArgs({options: {check: {type: 'boolean', default: false}}})
const {pipeline, count} = await countingPipeline()
const counts = Object.fromEntries(Object.entries(documents).map(([name, source]) => [name, countsOf(source)]))
if (values.check) check(JSON.parse(readFileSync(file, 'utf8')))
else writeFileSync(file, `${JSON.stringify(counts, undefined, 2)}\n`)

function check(known) {
  const problems = compareCounts(known, counts)
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) console.error('if that is meant to be so: node bench/counts.mjs')
  process.exitCode = problems.length > 0 ? 1 : 0
}

/** What remark is given and makes, and by group of stages the blocks that ran and the steps of built-in functions. */
function countsOf(source) {
  const before = {...pipeline.remarkCalls}
  const {stages} = count(source)
  const remark = Object.entries(pipeline.remarkCalls).map(([key, value]) => [
    `remark ${key}`,
    value - before[key],
  ])
  const sums = Object.fromEntries(remark)
  for (const [stage, {blocks, steps}] of stages) {
    const [group] = stage.split(' ')
    sums[`${group} blocks`] = (sums[`${group} blocks`] ?? 0) + total(blocks)
    sums[`${group} steps`] = (sums[`${group} steps`] ?? 0) + total(steps)
  }
  return {characters: source.length, ...sums}
}
