import {copyFileSync, mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {median, ratioOf, table, targets} from '../measure/figures.mjs'
import {inTurn} from '../measure/processes.mjs'
import {
  catalint,
  checkFiles,
  eslint,
  markdownlint,
  node,
  remarkCli,
  rumdl,
  rumdlWrapper,
  textlint,
} from '../tools.mjs'

export const title = 'Start-up'

/** Whole processes on the fixture's page. */
export function measure({folder, fixture, parse, isQuick}) {
  const cwd = join(folder, 'fixture')
  mkdirSync(cwd, {recursive: true})
  copyFileSync(fixture, join(cwd, 'page.md'))
  const linters = [rumdl, rumdlWrapper, markdownlint, remarkCli, textlint, eslint].map((tool) => tool(cwd))
  for (const linter of linters) checkFiles(linter, 1)
  const tools = [
    node('node -e 0', cwd, ['-e', '0']),
    node('bare parse', cwd, [parse, 'page.md']),
    catalint(cwd, '--version'),
    {...catalint(cwd, 'page.md'), name: 'catalint', statuses: [1]},
    {...catalint(cwd, '--no-fast', 'page.md'), statuses: [1]},
    {...catalint(cwd, 'export', '--to', 'json', 'page.md'), name: 'catalint export', statuses: [0]},
    ...linters,
  ]
  const times = inTurn(tools, isQuick ? 3 : 21)
  const of = (name) => times[tools.findIndex((tool) => tool.name === name)]
  const ratio = (base) => ratioOf(of('catalint'), of(base))
  return [
    'The fixture’s page of 13 kB, whole processes. The bare parse is a bundled script of remark-parse and remark-gfm.',
    '',
    ...table(
      ['command', 'ms', 'to bare node', 'to the bare parse'],
      tools.map(({name}, index) => [
        name,
        median(times[index]).toFixed(0),
        ...['node -e 0', 'bare parse'].map((base) => ratioOf(times[index], of(base)).toFixed(2)),
      ]),
    ),
    ...targets([
      ['catalint to the bare parse', 1.25, ratio('bare parse')],
      ['catalint to markdownlint-cli2', 0.4, ratio('markdownlint-cli2')],
    ]),
  ]
}
