import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Bundles the pipeline into a folder, with remark's parser under the eye of `remark-calls.mjs`. */
export async function bundlePipeline(folder, extraRules = join(root, 'bench/work/extra-rules.mjs')) {
  const outfile = join(folder, 'pipeline.mjs')
  await build({
    absWorkingDir: root,
    entryPoints: ['bench/work/pipeline.mjs'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    conditions: ['production', 'module'],
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    plugins: [
      replace(/^\.\/extra-rules\.mjs$/, extraRules),
      replace(/^mdast-util-from-markdown$/, join(root, 'bench/work/remark-calls.mjs')),
    ],
  })
  return outfile
}

/** Puts a module in another's place, but for itself. */
function replace(filter, path) {
  return {
    name: `replace-${filter.source}`,
    setup({onResolve}) {
      onResolve({filter}, ({importer}) => (importer === path ? undefined : {path}))
    },
  }
}
