import {rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {declarations, isDeclarable} from '../corpora/contracts.mjs'
import {writePages} from '../corpora/write.mjs'
import {median, ratioOf, seconds, table, targets} from '../measure/figures.mjs'
import {inTurn, outputOf, peakOf} from '../measure/processes.mjs'
import {catalint} from '../tools.mjs'
import {tablesIn} from '../work-done.mjs'

export const title = 'Ten thousand pages'

export async function measure({folder, docs, parse, isQuick}) {
  const counts = isQuick ? [100, 1000] : [1000, 10_000]
  const folders = counts.map((count) => writePages(join(folder, `pages-${count}`), count, docs))
  const {tables} = tablesIn(parse, folders[0], '.')
  const config = join(folder, 'every-table.json')
  writeFileSync(
    config,
    JSON.stringify({tables: declarations(tables.filter(({header}) => isDeclarable(header)))}),
  )
  const contracts = {'no contract of one’s own': [], 'a contract for every table': ['--config', config]}
  const lines = []
  for (const [kind, argv] of Object.entries(contracts)) {
    const peaks = []
    for (const [index, cwd] of folders.entries()) {
      checkCount(cwd, counts[index], argv)
      peaks.push(await peakOf({...catalint(cwd, ...argv, '.'), statuses: [0, 1]}))
    }
    const times = cached(folder, folders[1], argv, isQuick ? 2 : 3)
    lines.push(...report(kind, counts, peaks, times))
  }
  return lines
}

function checkCount(cwd, count, argv) {
  const {stdout} = outputOf({...catalint(cwd, ...argv, '--format=json', '.'), statuses: [0, 1]})
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

function report(kind, counts, peaks, times) {
  const runs = ['without a cache', 'with an empty cache', 'with a full cache']
  return [
    `### ${kind[0].toUpperCase()}${kind.slice(1)}`,
    '',
    `Memory: ${counts.map((count, index) => `${peaks[index].toFixed(0)} MiB for ${count} pages`).join(', ')}.`,
    '',
    ...table(
      ['run', 'seconds'],
      runs.map((name, index) => [name, seconds(median(times[index]))]),
    ),
    ...targets([
      [`memory for ${counts[1]} pages`, 200, peaks[1], ' MiB'],
      ['the second run with the cache to the first', 0.1, ratioOf(times[2], times[1])],
    ]),
  ]
}
