import {mkdirSync, readFileSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {builtProgram} from '../cli/built-program.ts'
import {gitEnvironment, scratchRepository} from '../git/scratch-repository.ts'
import {broken, clean, fixable, fixed} from './documents.ts'
import {runIn} from './run-hook.ts'

const {program} = builtProgram()

const settings = {
  private: true,
  'lint-staged': {'*.md': 'catalint --fix'},
}

test('lint-staged, run by husky, commits what was fixed and blocks what cannot be', () => {
  const {directory, git, write, commit} = scratchRepository({
    '.gitignore': 'node_modules/\n',
    'package.json': JSON.stringify(settings),
    'docs/目录 一.md': clean,
  })
  const first = commit()
  install(directory)
  expect(runIn(directory, 'npx', ['--no-install', 'husky'])).toMatchObject({status: 0})
  write({'.husky/pre-commit': 'npx --no-install lint-staged\n'})

  write({'docs/目录 一.md': fixable, 'unstaged.md': broken})
  git('add', 'docs')
  const passed = tryCommit(directory)
  expect(passed, passed.output).toMatchObject({status: 0})
  expect(git('show', 'HEAD:docs/目录 一.md')).toBe(fixed.trim())
  expect(git('rev-parse', 'HEAD^')).toBe(first)

  write({'docs/目录 一.md': broken})
  git('add', 'docs')
  const blocked = tryCommit(directory)
  expect(blocked.status).toBe(1)
  expect(blocked.output).toMatch(/docs\/目录 一\.md:7:3.*no-duplicate-key/)
  expect(git('rev-parse', 'HEAD^')).toBe(first)
  expect(readFileSync(join(directory, 'docs/目录 一.md'), 'utf8')).toBe(broken)
})

/** As `npm install` would. */
function install(directory: string): void {
  const bin = join(directory, 'node_modules', '.bin')
  mkdirSync(bin, {recursive: true})
  symlinkSync(program, join(bin, 'catalint'))
  for (const name of ['husky', 'lint-staged']) {
    symlinkSync(join(process.cwd(), 'node_modules', '.bin', name), join(bin, name))
  }
}

function tryCommit(directory: string) {
  // Under a test runner lint-staged would write for programs.
  const env = {...gitEnvironment, NODE_ENV: undefined}
  return runIn(directory, 'git', ['commit', '--quiet', '-m', 'edit'], env)
}
