import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it, onTestFinished, vi} from 'vitest'
import {workspace} from '../cli/workspace.ts'
import {catalogue, type Project, project} from './project.ts'

const [right, faulty] = ['《金融许可证》', '《金融许可证 》']

const old = catalogue([
  ['信托', right],
  ['典当', faulty],
])

/** Two documents in each of which line 5 got a finding; that of the directory is staged. */
function editedProject(): Project {
  const files = {'docs/a.md': old, 'b.md': old.replace('金融业', '电商')}
  const repository = project(files)
  const edited = Object.entries(files).map(([path, text]) => [path, text.replace(right, faulty)])
  repository.write(Object.fromEntries(edited))
  repository.git('add', 'docs')
  return repository
}

function stubEnvironment(variables: Readonly<Record<string, string>>): void {
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
}

/** What is found from the directory. */
async function findIn({catalint, directory}: Project, option: string): Promise<string> {
  const {stdout, stderr} = await catalint([option, '--format=compact'], {directory: join(directory, 'docs')})
  return stdout.replace(/:\d+: .*/g, '') + stderr
}

it.each([
  ['by git for the hooks of a linked work tree', {GIT_DIR: '.git'}, true],
  ['with the work tree, from the top', {GIT_DIR: '.git', GIT_WORK_TREE: '.'}, true],
  ['from the directory', {GIT_DIR: '../.git', GIT_WORK_TREE: '..'}, false],
] as const)('finds the top of a repository that is named %s', async (_, variables, isAbsolute) => {
  const repository = editedProject()
  const directory = isAbsolute ? join(repository.directory, variables.GIT_DIR) : variables.GIT_DIR
  stubEnvironment({...variables, GIT_DIR: directory})
  expect(await findIn(repository, '--changed')).toBe('a.md:5\n')
  expect(await findIn(repository, '--staged')).toBe('a.md:5\n')
})

it('takes a repository that is named before the one around', async () => {
  const repository = editedProject()
  const store = join(workspace({}), 'store')
  repository.git('clone', '--quiet', '--bare', '.', store)
  mkdirSync(join(repository.directory, 'docs'), {recursive: true})
  repository.commit()
  expect(await findIn(repository, '--changed')).toBe('')
  stubEnvironment({GIT_DIR: store, GIT_WORK_TREE: repository.directory})
  expect(await findIn(repository, '--changed')).toBe('a.md:5\n')
})

it.each([
  ['another repository', true],
  ['another work tree', false],
] as const)('takes %s that is named as git does, from the directory', async (_, isOther) => {
  const repository = editedProject()
  const store = join(workspace({}), 'store')
  repository.git('clone', '--quiet', '--bare', '.', store)
  const docs = join(repository.directory, 'docs')
  stubEnvironment(
    isOther
      ? {GIT_DIR: store, GIT_WORK_TREE: '.'}
      : {GIT_DIR: join(repository.directory, '.git'), GIT_WORK_TREE: docs},
  )
  // Of `a.md` at the top nothing has been committed: all of it is new.
  expect(await findIn(repository, '--changed')).toBe('a.md:5\na.md:6\n')
})

it('takes no repository that is broken for one without commits', async () => {
  const {catalint, directory} = project({'a.md': old})
  writeFileSync(join(directory, '.git/HEAD'), `${'1'.repeat(40)}\n`)
  const {status, stdout, stderr} = await catalint(['--changed'])
  expect({status, stdout}).toEqual({status: 2, stdout: ''})
  expect(stderr).toMatch(/^catalint: git knows no revision HEAD; .*\n$/)
})
