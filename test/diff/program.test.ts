import {spawnSync} from 'node:child_process'
import {expect, it} from 'vitest'
import {builtProgram} from '../cli/built-program.ts'
import {gitEnvironment, scratchRepository} from '../git/scratch-repository.ts'

const {program} = builtProgram()

const page = '## 一级类目：金融业\n\n| 二级类目 | 资质 |\n| --- | --- |\n| 信托 | 《金融许可证》 |\n'

it('tells what changed since a revision, in every format', () => {
  const {directory, write, commit} = scratchRepository({'docs/a.md': page})
  commit()
  write({'docs/a.md': `${page}| 典当 | |\n`, 'names.yaml': '- from: [金融业, 信托]\n  to: [金融业, 信托]\n'})
  const run = (...argv: readonly string[]) => {
    const env = {...process.env, ...gitEnvironment, LANG: 'en_US.UTF-8'}
    const {status, stdout, stderr} = spawnSync(process.execPath, [program, 'diff', ...argv], {
      cwd: directory,
      encoding: 'utf8',
      env,
    })
    return {status, stdout, stderr}
  }
  expect(run('--base=HEAD')).toEqual({
    status: 1,
    stdout: '金融业  docs/a.md:6\n  + 典当: no qualification stated\n\n1 added\n',
    stderr: '',
  })
  expect(run('--base=HEAD', '--format=markdown').stdout).toContain('| added | 典当 |')
  expect(run('HEAD:docs/a.md', 'docs/a.md', '--format=json', '--renames=names.yaml')).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('"result": "different"'),
  })
  expect(run('--base=HEAD', 'docs', '--fail-on=removed').status).toBe(0)
  expect(run('--base=none')).toMatchObject({status: 2, stdout: ''})
})
