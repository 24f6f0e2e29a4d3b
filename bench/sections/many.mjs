import {rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {declarations, isDeclarable} from '../corpora/contracts.mjs'
import {catalogue, categoryPage} from '../corpora/rows.mjs'
import {writePages, writeTexts} from '../corpora/write.mjs'
import {median, ratioOf, seconds, table, targets} from '../measure/figures.mjs'
import {inTurn, outputOf, peakOf} from '../measure/processes.mjs'
import {catalint} from '../tools.mjs'
import {tablesIn} from '../work-done.mjs'

export const title = 'Ten thousand pages'

export async function measure({folder, docs, parse, isQuick}) {
  const counts = isQuick ? [100, 1000] : [1000, 10_000]
  const fewer = counts.map((count) => count / 10)
  const pages = counts.map((count) => writePages(join(folder, `pages-${count}`), count, docs))
  const textsOf = (name, numbers, textOf) =>
    numbers.map((count) => writeTexts(join(folder, `${name}-${count}`), count, textOf))
  const config = writeConfig(folder, tablesIn(parse, pages[0], '.').tables)
  const kinds = {
    'Pages of other things': {counts, folders: pages, isKept: false},
    'The same, with a contract for every table': {counts, folders: pages, argv: ['--config', config]},
    'Pages of a category, each with faults': {
      counts,
      folders: textsOf('categories', counts, categoryPage),
    },
    'A tenth as many catalogues, each with the faults of the fixture': {
      counts: fewer,
      folders: textsOf('catalogues', fewer, catalogue),
    },
  }
  const lines = []
  for (const [kind, {counts, folders, argv = [], isKept = true}] of Object.entries(kinds)) {
    const peaks = []
    for (const [index, cwd] of folders.entries()) {
      checkCount(cwd, counts[index], argv)
      peaks.push(await peakOf({...catalint(cwd, ...argv, '.'), statuses: [0, 1]}))
    }
    const times = cached(folder, folders[1], argv, isQuick ? 2 : 3)
    lines.push(`### ${kind}`, '', ...report(counts, peaks, times, isKept))
  }
  return lines
}

function writeConfig(folder, tables) {
  const config = join(folder, 'every-table.json')
  const declarable = tables.filter(({header}) => isDeclarable(header))
  writeFileSync(config, JSON.stringify({tables: declarations(declarable)}))
  return config
}

function checkCount(cwd, count, argv) {
  const {stdout} = outputOf({...catalint(cwd, ...argv, '--quiet', '--format=json', '.'), statuses: [0, 1]})
  const {files} = JSON.parse(stdout).summary
  if (files !== count) throw new Error(`catalint looked at ${files} files, not ${count}`)
}

/** The times without a cache, with an empty one and with a full one. */
function cached(folder, cwd, argv, rounds) {
  const cache = join(folder, 'cache')
  const options = [...argv, '--cache', '--cache-location', cache]
  const tool = {...catalint(cwd, ...options, '.'), statuses: [0, 1]}
  const empty = {...tool, before: () => rmSync(cache, {force: true})}
  return inTurn([{...tool, ...catalint(cwd, ...argv, '.')}, empty, tool], rounds)
}

/** @param isKept whether anything is: of pages whose text says that they hold nothing nothing is, and reading them is all there is to do. */
function report(counts, peaks, times, isKept) {
  const runs = ['without a cache', 'with an empty cache', 'with a full cache']
  const cacheTarget = ['the second run with the cache to the first', 0.1, ratioOf(times[2], times[1])]
  return [
    `Memory: ${counts.map((count, index) => `${peaks[index].toFixed(0)} MiB for ${count} pages`).join(', ')}.`,
    '',
    ...table(
      ['run', 'seconds'],
      runs.map((name, index) => [name, seconds(median(times[index]))]),
    ),
    ...targets([[`memory for ${counts[1]} pages`, 200, peaks[1], ' MiB'], ...(isKept ? [cacheTarget] : [])]),
  ]
}
