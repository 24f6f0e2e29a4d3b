import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {declarations, isDeclarable} from '../corpora/contracts.mjs'
import {writePages} from '../corpora/write.mjs'
import {besideFirst, ratioOf, targets} from '../measure/figures.mjs'
import {inTurn, outputOf, peakOf} from '../measure/processes.mjs'
import {catalint, node} from '../tools.mjs'
import {tablesIn} from '../work-done.mjs'

export const title = 'The same pages, with a contract for every table'

/** A declaration for each header that there is: every table is read and every rule has rows to look at. */
export async function measure({folder, docs, parse, isQuick}) {
  const count = isQuick ? 100 : 1000
  const cwd = writePages(join(folder, 'pages'), count, docs)
  const {tables} = tablesIn(parse, cwd, '.')
  const claimed = tables.filter(({header}) => isDeclarable(header))
  const config = join(folder, 'claims.json')
  writeFileSync(config, JSON.stringify({tables: declarations(claimed)}))
  checkClaims(folder, cwd, claimed)
  const run = (...argv) => ({...catalint(cwd, ...argv), statuses: [0, 1]})
  const tools = [
    node('bare parse', cwd, [parse, '.']),
    {...run('--config', config, '.'), name: 'catalint'},
    {...run('--no-fast', '--config', config, '.'), name: 'catalint --no-fast'},
  ]
  const times = inTurn(tools, isQuick ? 2 : 5)
  const peaks = []
  for (const tool of tools) peaks.push(await peakOf(tool))
  return [
    `${tables.length} tables, ${claimed.length} of them under a header that can be declared: none of its words is blank or stands twice.`,
    '',
    ...besideFirst(tools, times, peaks),
    ...targets([['catalint to the bare parse', 0.45, ratioOf(times[1], times[0])]]),
  ]
}

/** Fails where a table is not claimed: each row that states its first column must then be reported for it. */
function checkClaims(folder, cwd, claimed) {
  const config = join(folder, 'nothing-passes.json')
  writeFileSync(config, JSON.stringify({tables: declarations(claimed, {maxLength: 0})}))
  const {stdout} = outputOf({...catalint(cwd, '--format=json', '--config', config, '.'), statuses: [1]})
  const {files} = JSON.parse(stdout)
  const reported = files.flatMap(({findings}) => findings.filter(({rule}) => rule === 'column-value')).length
  const expected = claimed.reduce((sum, {named}) => sum + named, 0)
  if (reported !== expected)
    throw new Error(`catalint looked at ${reported} rows, and remark reads ${expected}`)
}
