import {execFile, spawnSync} from 'node:child_process'
import {cpSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {execPath} from 'node:process'
import {promisify} from 'node:util'
import {expect, test} from 'vitest'
import {readLines} from '../../src/cache/file.ts'
import {builtProgram} from '../cli/built-program.ts'
import {flawed} from '../cli/catalint.ts'
import {workspace} from '../cli/workspace.ts'

const {home, program} = builtProgram()
const env = {...process.env, LC_ALL: 'C', NO_COLOR: '1'}

function catalint(cwd: string, argv: readonly string[], by = program) {
  const {status, stdout, stderr} = spawnSync(execPath, [by, ...argv], {cwd, env, encoding: 'utf8'})
  return {status, stdout, stderr}
}

test('the program says the same with what it kept', () => {
  const cwd = workspace({'a.md': flawed, 'docs/b.md': flawed.replace('信托', '基金')})
  const without = catalint(cwd, [])
  expect(without.status).toBe(1)
  expect(catalint(cwd, ['--cache'])).toEqual(without)
  expect(catalint(cwd, ['--cache'])).toEqual(without)
})

test('two builds of one version share nothing', () => {
  const cwd = workspace({'a.md': flawed})
  const otherHome = join(cwd, 'other')
  cpSync(home, otherHome, {recursive: true})
  const [main, start] = ['program/main.cjs', 'catalint.cjs'].map((name) => join(otherHome, 'dist', name))
  const id = /build:`([\w-]{43})`/.exec(readFileSync(main ?? '', 'utf8'))?.[1] ?? 'no id'
  for (const file of [main ?? '', start ?? '']) {
    const text = readFileSync(file, 'utf8')
    expect(text).toContain(id)
    writeFileSync(file, text.replace(id, '0'.repeat(43)))
  }
  const statesBy = (by: string) => {
    const {status, stderr} = catalint(cwd, ['--cache', 'a.md'], by)
    expect({status, stderr}).toEqual({status: 1, stderr: ''})
    return [...(readLines(readFileSync(join(cwd, '.catalintcache'))) ?? [])].map(([, {state}]) => state)
  }
  const states = [...statesBy(program), ...statesBy(join(otherHome, 'dist', 'catalint.cjs'))]
  expect(states).toHaveLength(2)
  expect(new Set(states).size).toBe(2)
})

test('runs at the same time leave a whole file, and none of them fails', async () => {
  const names = Array.from({length: 24}, (_, index) => `${index % 4}/${index}.md`)
  const cwd = workspace(
    Object.fromEntries(names.map((name, index) => [name, flawed.replace('信托', `信托${index}`)])),
  )
  const run = promisify(execFile)
  const alone = catalint(cwd, ['--format=json'])
  const runs = [0, 1, 2, 3]
    .flatMap((part) => [`${part}`, '.'])
    .map(async (path) => {
      // Ends with 1 for what was found.
      const {stderr} = await run(execPath, [program, '--cache', path], {cwd, env}).catch(
        (error: unknown) => error as {stderr: string},
      )
      return stderr
    })
  expect(await Promise.all(runs)).toEqual(Array(8).fill(''))
  const lines = [...(readLines(readFileSync(join(cwd, '.catalintcache')))?.values() ?? [])]
  expect(lines.length).toBeGreaterThan(5)
  expect(catalint(cwd, ['--cache', '--format=json'])).toEqual(alone)
})
