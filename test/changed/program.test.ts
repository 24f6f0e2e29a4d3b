import {spawnSync} from 'node:child_process'
import {chmodSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {builtProgram} from '../cli/built-program.ts'
import {catalogue, nameOf, project} from './project.ts'

const {program} = builtProgram()

const faulty = '《金融许可证 》'
const right = '《金融许可证》'

const old = catalogue(Array.from({length: 200}, (_, index) => [nameOf(index), faulty]))

describe('the built program', () => {
  it('reports of a document with 200 old findings those of the row that was edited', () => {
    const {directory, write} = project({'a.md': old})
    write({'a.md': old.replace(`| ${nameOf(50)} |`, '| 信托 |')})
    const {status, stdout, stderr} = spawnSync(
      process.execPath,
      [program, '--changed', '--max-warnings=0', '--format=compact'],
      {cwd: directory, encoding: 'utf8'},
    )
    expect(stdout).toMatch(/^a\.md:55:14: warning: .*\n$/)
    expect(stderr).toBe('catalint: 1 warning, at most 0 allowed\n')
    expect(status).toBe(1)
  })

  it.each([
    ['git add and git commit', ['commit', '--message=x'], true],
    ['git commit --all', ['commit', '--all', '--message=x'], false],
    ['git commit FILE', ['commit', '--message=x', 'a.md'], false],
  ])('as a hook checks what %s would commit', (_, command, isAdded) => {
    const {directory, git, write} = project({'a.md': old, 'b.md': 'b\n'})
    const hook = join(directory, '.git', 'hooks', 'pre-commit')
    writeFileSync(
      hook,
      `#!/bin/sh\nexec '${process.execPath}' '${program}' --staged --max-warnings=0 --format=compact\n`,
    )
    chmodSync(hook, 0o755)
    const commit = (qualification: string) => {
      write({'a.md': `${old}| 信托 | ${qualification} |\n`})
      if (isAdded) git('add', '.')
      const identity = ['-c', 'user.name=Author', '-c', 'user.email=author@example.com']
      return spawnSync('git', [...identity, ...command], {cwd: directory, encoding: 'utf8'})
    }
    const refused = commit(faulty)
    expect(`${refused.stdout}${refused.stderr}`).toContain('a.md:205:14: warning')
    expect(refused.status).toBe(1)
    expect(commit(right).status).toBe(0)
    expect(git('status', '--short')).toBe('')
  })
})
