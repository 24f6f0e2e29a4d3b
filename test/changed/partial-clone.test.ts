import {execFileSync} from 'node:child_process'
import {existsSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {fakeHost, workspace} from '../cli/workspace.ts'
import {gitEnvironment} from '../git/scratch-repository.ts'
import {catalogue, project} from './project.ts'

const [right, faulty] = ['《金融许可证》', '《金融许可证 》']

const old = catalogue([['信托', right]])

/** A clone that leaves the contents of files to be fetched, and by a program that leaves a mark where it is run. */
function partialClone() {
  const {commit, directory: origin, git: gitOfOrigin, write} = project({'a.md': old})
  write({'a.md': catalogue([['信托', faulty]])})
  commit()
  gitOfOrigin('config', 'uploadpack.allowFilter', 'true')
  gitOfOrigin('config', 'uploadpack.allowAnySHA1InWant', 'true')
  const directory = join(workspace({}), 'clone')
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, {encoding: 'utf8', env: {...process.env, ...gitEnvironment}})
  git('clone', '--quiet', '--filter=blob:none', `file://${origin}`, directory)
  const mark = join(origin, 'ran')
  const program = join(origin, 'program')
  writeFileSync(program, `#!/bin/sh\necho ran >> '${mark}'\nexec git-upload-pack "$@"\n`, {mode: 0o755})
  git('-C', directory, 'config', 'remote.origin.uploadpack', program)
  return {directory, git, mark}
}

it('fetches nothing by a program that the repository names, and says what is to be done', async () => {
  const {directory, git, mark} = partialClone()
  const lint = async () => {
    const host = fakeHost(directory)
    const status = await run(['--changed=HEAD~1', '--format=compact'], host)
    return {status, ...host.written}
  }
  const {status, stdout, stderr} = await lint()
  expect({status, stdout}).toEqual({status: 2, stdout: ''})
  // How git says that it has not all that it is asked for depends on its version.
  expect(stderr).toMatch(/^catalint: .*; in a partial clone let git fetch it: git diff --stat REV, .*\n$/)
  expect(existsSync(mark)).toBe(false)
  // What is planted works: git itself runs it. Then all is there.
  expect(git('-C', directory, 'diff', '--stat', 'HEAD~1')).toContain('a.md')
  expect(existsSync(mark)).toBe(true)
  expect(await lint()).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^a\.md:5:\d+: warning: .*\n$/),
    stderr: '',
  })
})
