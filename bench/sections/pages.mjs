import {join} from 'node:path'
import {writePages} from '../corpora/write.mjs'
import {median, ratioOf, seconds, table, targets} from '../measure/figures.mjs'
import {inTurn, outputOf, peakOf} from '../measure/processes.mjs'
import {
  catalint,
  checkFiles,
  eslint,
  finishes,
  markdownlint,
  node,
  remarkCli,
  rumdl,
  textlint,
} from '../tools.mjs'
import {checkTableRules} from '../work-done.mjs'

export const title = 'A thousand pages of documentation, no contract of one’s own'

/** None of their tables is about categories: what there is to do is to find that out. */
export async function measure({folder, docs, parse, isQuick}) {
  const count = isQuick ? 100 : 1000
  const cwd = writePages(join(folder, 'pages'), count, docs)
  checkTableRules(join(folder, 'faulty'))
  const others = [remarkCli, textlint, eslint].map((tool) => tool(cwd))
  const slow = others.filter(finishes)
  const fast = [rumdl(cwd), markdownlint(cwd)]
  for (const linter of [...fast, ...slow]) checkFiles(linter, count)
  checkNothingFound(cwd, count)
  const own = [
    {...catalint(cwd, '.'), name: 'catalint', statuses: [0]},
    {...catalint(cwd, '--no-fast', '.'), statuses: [0]},
  ]
  const tools = [...own, ...fast, node('bare parse', cwd, [parse, '.'])]
  const times = inTurn(tools, isQuick ? 2 : 5)
  const slowTimes = inTurn(slow, 1)
  const rows = [...tools, ...slow].map((tool, index) => [tool, [...times, ...slowTimes][index]])
  const peaks = []
  for (const [tool] of rows) peaks.push(await peakOf(tool))
  const [catalintTimes, , rumdlTimes, markdownlintTimes] = times
  return [
    `${count} ${docs === undefined ? 'generated pages' : 'pages of a real documentation, some of them several times'}. rumdl runs with its table rules, and without its cache.${unfinished(others, slow)}`,
    '',
    ...table(
      ['command', 'seconds', 'MiB'],
      rows.map(([{name}, each], index) => [name, seconds(median(each)), peaks[index].toFixed(0)]),
    ),
    ...targets([
      ['catalint to rumdl', 1, ratioOf(catalintTimes, rumdlTimes)],
      ['catalint to markdownlint-cli2', 0.067, ratioOf(catalintTimes, markdownlintTimes)],
    ]),
  ]
}

function unfinished(tools, finished) {
  const names = tools.filter((tool) => !finished.includes(tool)).map(({name}) => name)
  return names.length > 0
    ? ` ${names.join(' and ')} failed on one of the pages, and gave nothing for any.`
    : ''
}

function checkNothingFound(cwd, count) {
  const {summary} = JSON.parse(outputOf(catalint(cwd, '--format=json', '.')).stdout)
  const found = summary.errors + summary.warnings + summary.infos
  if (summary.files !== count || found > 0)
    throw new Error(`catalint: ${found} findings in ${summary.files} files, not 0 in ${count}`)
}
