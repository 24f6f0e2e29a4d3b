import {createHash} from 'node:crypto'
import {cpSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {writePages} from '../corpora/write.mjs'
import {table} from '../measure/figures.mjs'
import {outputOf} from '../measure/processes.mjs'
import {catalint} from '../tools.mjs'

export const title = 'The same bytes'

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url))

/** Findings and dataset of all fixtures and of pages must not hang on how they are come by. */
export function measure({folder, docs, isQuick}) {
  const cwd = writePages(join(folder, 'same'), isQuick ? 20 : 100, docs)
  for (const name of ['documents', 'rules', 'declared', ...(isQuick ? [] : ['hostile'])]) {
    cpSync(join(fixtures, name), join(cwd, name), {
      recursive: true,
      filter: (path) => !/\.(?:json|ya?ml|toml)$/.test(path),
    })
  }
  const cache = join(folder, 'same-cache')
  rmSync(cache, {force: true})
  const location = ['--cache', '--cache-location', cache]
  const findings = ['--format=json', '--all', '.']
  const dataset = ['export', '--to', 'json', '.']
  const help = outputOf(catalint(cwd, '--help')).stdout
  const concurrency = help.includes('--concurrency') ? [['--concurrency=1'], ['--concurrency=3']] : []
  const runs = [
    ...[[], ['--no-fast'], location, location, ...concurrency].map((options) => [...findings, ...options]),
    ...[[], ['--no-fast']].map((options) => [...dataset, ...options]),
  ]
  const rows = runs.map((argv) => {
    const {stdout} = outputOf({...catalint(cwd, ...argv), statuses: [0, 1, 2]})
    const digest = createHash('sha256').update(stdout).digest('hex').slice(0, 12)
    const words = argv.map((word) => (word === cache ? 'FILE' : word))
    return {kind: argv[0], command: `catalint ${words.join(' ')}`, bytes: stdout.length, digest}
  })
  for (const {kind, digest, command, bytes} of rows) {
    const first = rows.find((row) => row.kind === kind)
    if (digest !== first.digest || bytes === 0)
      throw new Error(`${command} does not give what ${first.command} gives`)
  }
  return table(
    ['command', 'characters', 'SHA-256'],
    rows.map(({command, bytes, digest}) => [`\`${command}\``, bytes, digest]),
  )
}
