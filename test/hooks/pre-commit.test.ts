import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {workspace} from '../cli/workspace.ts'
import {scratchRepository} from '../git/scratch-repository.ts'
import {broken, clean, fixable, fixed} from './documents.ts'
import {runIn} from './run-hook.ts'
import {snapshot} from './snapshot.ts'

const isThere = spawnSync('pre-commit', ['--version']).status === 0
if (!isThere && process.env.CI === undefined) {
  process.stderr.write('SKIPPED, since there is no pre-commit on the path: the hooks of pre-commit\n')
}

// Where nothing may be skipped, the test fails for want of the program.
test.skipIf(!isThere && process.env.CI === undefined)(
  'pre-commit blocks a staged fault, fixes it with the second hook, and lets it pass when it is restaged',
  () => {
    const hooks = hooksRepository()
    const {directory, git, write} = scratchRepository({
      '.pre-commit-config.yaml': configuration(hooks),
      'docs/目录 一.md': clean,
      'note.txt': '## 一级类目：金融业\n',
    })
    const home = workspace({})
    const preCommit = (...args: string[]) =>
      runIn(directory, 'pre-commit', ['run', ...args], {PRE_COMMIT_HOME: home})
    const path = join(directory, 'docs/目录 一.md')

    git('add', '--all')
    expect(preCommit()).toMatchObject({status: 0, output: expect.stringContaining('Passed')})

    write({'docs/目录 一.md': fixable})
    // What is not staged does not count.
    expect(preCommit('catalint')).toMatchObject({status: 0})
    git('add', '--all')
    const blocked = preCommit('catalint')
    expect(blocked.status).toBe(1)
    expect(blocked.output).toContain('docs/目录 一.md:7:4 error no-invisible-character')
    expect(readFileSync(path, 'utf8')).toBe(fixable)

    const mended = preCommit('catalint-fix')
    expect(mended.status).toBe(1)
    expect(mended.output).toContain('files were modified by this hook')
    expect(readFileSync(path, 'utf8')).toBe(fixed)

    git('add', '--all')
    expect(preCommit()).toMatchObject({status: 0})

    write({'docs/目录 一.md': broken})
    git('add', '--all')
    const unfixable = preCommit('catalint-fix')
    expect(unfixable.status).toBe(1)
    expect(unfixable.output).toContain('no-duplicate-key')
    expect(readFileSync(path, 'utf8')).toBe(broken)
  },
  300_000,
)

interface Hooks {
  readonly directory: string
  readonly commit: string
}

/** A repository of the hooks, as this project would be when it is committed as it stands. */
function hooksRepository(): Hooks {
  const {directory, commit} = scratchRepository()
  snapshot(directory)
  return {directory, commit: commit()}
}

function configuration({directory, commit}: Hooks): string {
  return `repos:
  - repo: ${directory}
    rev: ${commit}
    hooks:
      - id: catalint
      - id: catalint-fix
`
}
