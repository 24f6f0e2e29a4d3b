import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {writePages} from '../corpora/write.mjs'
import {median, ratioOf, seconds, table, targets} from '../measure/figures.mjs'
import {inTurn, outputOf, peakOf} from '../measure/processes.mjs'
import {catalint} from '../tools.mjs'

export const title = 'Ten thousand pages'

export async function measure({folder, docs, isQuick}) {
  const counts = isQuick ? [100, 1000] : [1000, 10_000]
  const folders = counts.map((count) => writePages(join(folder, `pages-${count}`), count, docs))
  const peaks = []
  for (const [index, cwd] of folders.entries()) {
    const {summary} = JSON.parse(outputOf(catalint(cwd, '--format=json', '.')).stdout)
    if (summary.files !== counts[index])
      throw new Error(`catalint looked at ${summary.files} files, not ${counts[index]}`)
    peaks.push(await peakOf(catalint(cwd, '.')))
  }
  const cwd = folders[1]
  const cache = join(folder, 'cache')
  const cached = catalint(cwd, '--cache', '--cache-location', cache, '.')
  const tools = [
    {...catalint(cwd, '.'), name: 'without a cache'},
    {...cached, name: 'with an empty cache', before: () => rmSync(cache, {force: true})},
    {...cached, name: 'with a full cache'},
  ]
  const times = inTurn(tools, isQuick ? 2 : 5)
  return [
    `Memory: ${counts.map((count, index) => `${peaks[index].toFixed(0)} MiB for ${count} pages`).join(', ')}.`,
    '',
    ...table(
      ['run', 'seconds'],
      tools.map(({name}, index) => [name, seconds(median(times[index]))]),
    ),
    ...targets([
      [`memory for ${counts[1]} pages`, 200, peaks[1], ' MiB'],
      ['the second run with the cache to the first', 0.1, ratioOf(times[2], times[1])],
    ]),
  ]
}
