// Counts how often each function and each block in it ran, exactly: the same code on the same input gives the same counts
// on a busy machine and on an idle one.
import {readFileSync} from 'node:fs'
import {Session} from 'node:inspector'
import {fileURLToPath} from 'node:url'

/** Begins to count what runs of the module at the URL. */
export function startCoverage(url) {
  const session = new Session()
  session.connect()
  post(session, 'Profiler.enable')
  post(session, 'Profiler.startPreciseCoverage', {callCount: true, detailed: true})
  const nameOf = namesIn(readFileSync(fileURLToPath(url), 'utf8'))
  return {
    /** The blocks that ran in each function since it was last asked. */
    take() {
      const {result} = post(session, 'Profiler.takePreciseCoverage')
      const blocks = new Map()
      for (const {functionName, ranges} of result.find((script) => script.url === url)?.functions ?? []) {
        const count = ranges.reduce((sum, range) => sum + range.count, 0)
        if (count > 0) blocks.set(`${nameOf(ranges[0].startOffset, functionName)}`, count)
      }
      return blocks
    },
  }
}

/** In this thread the inspector answers before it returns. */
function post(session, method, parameters = {}) {
  let answer
  session.post(method, parameters, (error, result) => {
    if (error) throw new Error(`${method}: ${error.message}`)
    answer = result
  })
  return answer
}

/** Names functions by their places in a bundle, in which esbuild states before each module where it comes from. */
function namesIn(bundle) {
  const modules = [...bundle.matchAll(/^\/\/ (\S+\.[a-z]+)$/gm)].map(({0: line, 1: path, index}) => ({
    path,
    start: index + line.length,
  }))
  return (offset, name) => {
    const module = modules.findLast(({start}) => start < offset)
    const line = bundle.slice(module?.start ?? 0, offset).split('\n').length
    return `${name || 'a function'} in ${module?.path ?? 'the bundle'} (+${line})`
  }
}
