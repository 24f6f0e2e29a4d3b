import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {setFlagsFromString} from 'node:v8'
import {countBuiltIns, wrapBuiltIns} from './built-ins.mjs'
import {bundlePipeline} from './bundle.mjs'
import {startCoverage} from './coverage.mjs'
import {shapes} from './shapes.mjs'

/**
 * Gives what does the whole pipeline on a document and counts, stage by stage, how often each function and block ran and what
 * built-in functions went through.
 *
 * @param extraRules the path of a module with rules to run beside the built-in ones.
 */
export async function countingPipeline(extraRules) {
  // Machine code that V8 made of functions within one another would not count their calls.
  for (const flag of ['--no-opt', '--no-maglev']) setFlagsFromString(flag)
  const folder = mkdtempSync(join(tmpdir(), 'catalint-work-'))
  try {
    const url = pathToFileURL(await bundlePipeline(folder, extraRules)).href
    const coverage = startCoverage(url)
    const pipeline = await import(url)
    wrapBuiltIns()
    // What is only done once, such as reading the vocabulary, is no part of any stage.
    for (const make of Object.values(shapes)) pipeline.runStages(make(16), (_, run) => run())
    return {pipeline, count: (source) => countStages(pipeline, coverage, source)}
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** The counts by stage, and what the pipeline gave. */
function countStages(pipeline, coverage, source) {
  const stages = new Map()
  const given = pipeline.runStages(source, (name, run) => {
    coverage.take()
    const {result, steps} = countBuiltIns(run)
    stages.set(name, {blocks: coverage.take(), steps})
    return result
  })
  return {stages, given}
}

/** All that was counted. */
export function total(counts) {
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}
