// Shows the main job on the document in fixtures/: its findings, then its dataset.
import {spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const document = 'fixtures/documents/service-categories.md'

show('Findings', [document])
show('Dataset', ['export', '--to', 'json', document])

function show(title, args) {
  console.log(`\n${title}: catalint ${args.join(' ')}\n`)
  const {status, error} = spawnSync(process.execPath, ['dist/catalint.cjs', ...args], {
    cwd: root,
    stdio: 'inherit',
  })
  // The document has faults, so that 1 is what linting it must give.
  if (error || status === null || status > 1) process.exitCode = 2
}
