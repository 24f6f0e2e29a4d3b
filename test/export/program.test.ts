import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {execPath} from 'node:process'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {workspace} from '../cli/workspace.ts'

const home = mkdtempSync(join(tmpdir(), 'catalint-export-'))

beforeAll(async () => {
  const {buildProgram} = (await import(join(process.cwd(), 'scripts', 'build.mjs'))) as {
    buildProgram(directory: string): Promise<void>
  }
  await buildProgram(join(home, 'dist'))
})

afterAll(() => rmSync(home, {recursive: true, force: true}))

const rows = Array.from({length: 5000}, (_, at) => `| 类目${at} | 《许可证${at % 7}》 |\n`).join('')
const document = `## 一级类目：甲\n\n| 二级类目 | 资质 |\n| --- | --- |\n${rows}`

function shell(command: string) {
  const env = {...process.env, LC_ALL: 'C', NODE: execPath, CATALINT: join(home, 'dist', 'catalint.cjs')}
  const options = {cwd: workspace({'a.md': document}), env, encoding: 'utf8', maxBuffer: 2 ** 28} as const
  const {status, stdout, stderr} = spawnSync('bash', ['-c', command], options)
  return {status, stdout, stderr}
}

it.each(['json', 'ndjson', 'csv', 'sql', 'skos'])('writes %s to a slow pipe whole', (format) => {
  const {stdout, stderr} = shell(
    `"$NODE" "$CATALINT" export a.md --to=${format} -o x.out && "$NODE" "$CATALINT" export a.md --to=${format} | (sleep 0.2; cmp - x.out && wc -c < x.out)`,
  )
  expect(stderr).toBe('')
  expect(Number(stdout)).toBeGreaterThan(2 ** 18)
})

it('writes to a redirected output whole', () => {
  const {stdout, stderr} = shell(
    '"$NODE" "$CATALINT" export a.md --to=csv -o x.out && "$NODE" "$CATALINT" export a.md --to=csv > y.out; cmp x.out y.out && wc -c < y.out',
  )
  expect(stderr).toBe('')
  expect(Number(stdout)).toBeGreaterThan(2 ** 18)
})

it('ends quietly where nobody reads on', () => {
  const {stdout, stderr} = shell(
    '"$NODE" "$CATALINT" export a.md --to=ndjson | head -c 20; echo; echo $PIPESTATUS',
  )
  expect({stdout, stderr}).toEqual({stdout: '{"document":"a.md","\n0\n', stderr: ''})
})

it('says in one line that an output is full', () => {
  expect(shell('"$NODE" "$CATALINT" export a.md --to=csv > /dev/full')).toEqual({
    status: 2,
    stdout: '',
    stderr: 'catalint: <stdout>: no space left on the device\n',
  })
})

it('says in one line that a pipe at a path is closed', () => {
  const {stderr} = shell(
    'mkfifo pipe; head -c 20 pipe > head.txt & "$NODE" "$CATALINT" export a.md --to=csv -o pipe; wait',
  )
  expect(stderr).toBe('catalint: pipe: cannot be used (EPIPE)\n')
})

it('writes a Data Package', () => {
  const {status, stdout} = shell('"$NODE" "$CATALINT" export a.md --to=datapackage -o d && ls -A d')
  expect({status, stdout}).toEqual({
    status: 0,
    stdout: 'categories.csv\ndatapackage.json\nlicenses.csv\nrequirements.csv\nsubcategories.csv\n',
  })
})
