// Counts what each stage does for documents of two sizes, and says where it grows faster than the document: times would hang
// on the machine, counts do not. Ends with 1 where something does. `--sizes 1000,4000`, `--shapes NAME,…`, `--rules MODULE` adds rules.
import {parseArgs} from 'node:util'
import {countingPipeline} from './work/count.mjs'
import {compareStages, widest} from './work/growth.mjs'
import {shapes} from './work/shapes.mjs'

const {values} = parseArgs({
  options: {
    sizes: {type: 'string', default: '500,2000'},
    shapes: {type: 'string', default: Object.keys(shapes).join()},
    rules: {type: 'string'},
  },
})
const [small, large] = values.sizes.split(',').map(Number)
const {count} = await countingPipeline(values.rules)
let wrong = 0
for (const shape of values.shapes.split(',')) {
  const [before, after] = [small, large].map((size) => count(shapes[shape](size)).stages)
  const comparisons = compareStages(before, after, Math.log2(large / small))
  for (const {stage, problem} of comparisons) {
    if (problem === undefined) continue
    wrong++
    console.error(`${shape}, ${small} to ${large}: ${stage}: ${problem}`)
  }
  console.log(`${shape}: ${widest(comparisons)}`)
}
process.exitCode = wrong > 0 ? 1 : 0
