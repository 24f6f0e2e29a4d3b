import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {machineFormats} from '../../src/cli/options.ts'
import {run} from '../../src/cli/run.ts'
import {catalint, clean, flawed, warned} from './catalint.ts'
import {fakeHost, workspace} from './workspace.ts'

const referring = `| 一级类目 | 二级类目 |
| --- | --- |
| 金融业 | 信托、直播 |
`

const documents = {
  'docs/a.md': flawed,
  'docs/b.md': clean,
  'docs/c.md': referring,
  'docs/d \u001B[31m.md': warned,
  'docs/e.md': '## 一级类目：美食\n\n| 二级类目 | 资质 |\n| --- | --- |\n| 点\u200B评 | 《营业执照》 |\n',
}

async function runIn(cwd: string, ...argv: string[]) {
  const host = fakeHost(cwd)
  const status = await run(argv, host)
  return {status, ...host.written}
}

/** Lints documents in shards and gives the paths of their reports, from the last to the first. */
async function shardsOf(cwd: string, count: number, ...options: string[]): Promise<readonly string[]> {
  const paths: string[] = []
  for (let index = 1; index <= count; index++) {
    const path = `shard-${index}.json`
    await runIn(
      cwd,
      'docs',
      `--shard=${index}/${count}`,
      '--format=json',
      `--output-file=${path}`,
      ...options,
    )
    paths.unshift(path)
  }
  return paths
}

describe('merge', () => {
  it.each([1, 2, 3, 5, 12])('makes the report of one run of %i shards', async (count) => {
    const cwd = workspace(documents)
    for (const format of machineFormats) {
      const whole = await runIn(cwd, 'docs', `--format=${format}`)
      const merged = await runIn(cwd, 'merge', ...(await shardsOf(cwd, count)), `--format=${format}`)
      expect(merged).toEqual(whole)
    }
  })

  it('keeps what a baseline knows, and counts fixes', async () => {
    const cwd = workspace(documents)
    await runIn(cwd, 'docs', '--update-baseline')
    const options = ['--baseline=catalint-baseline.json', '--rule=no-empty-cell: error']
    const whole = await runIn(cwd, 'docs', '--format=json', ...options)
    expect(whole.stdout).toContain('"suppressed"')
    expect(await runIn(cwd, 'merge', ...(await shardsOf(cwd, 3, ...options)))).toEqual(whole)

    const [one, other] = [workspace(documents), workspace(documents)]
    const fixed = await runIn(one, 'docs', '--format=json', '--fix')
    expect(JSON.parse(fixed.stdout)).toMatchObject({summary: {fixed: 3}})
    expect(await runIn(other, 'merge', ...(await shardsOf(other, 2, '--fix')))).toEqual(fixed)
  })

  it('says of a report which shard it is of', async () => {
    const cwd = workspace(documents)
    const {stdout} = await runIn(cwd, 'docs', '--shard=2/3', '--format=json')
    expect(JSON.parse(stdout)).toMatchObject({version: 1, shard: {index: 2, count: 3}})
    expect(stdout.startsWith('{\n  "version": 1,\n  "shard": {\n')).toBe(true)
  })

  it('joins reports of whole runs in the order in which they are named', async () => {
    const cwd = workspace({...documents, 'other.md': flawed})
    await runIn(cwd, 'docs', '--format=json', '--output-file=docs.json')
    await runIn(cwd, 'other.md', '--format=json', '--output-file=other.json')
    const merged = await runIn(cwd, 'merge', 'other.json', 'docs.json')
    expect(merged).toEqual(await runIn(cwd, 'other.md', 'docs', '--format=json'))
  })

  it('ends with 1 at more warnings than are allowed', async () => {
    const cwd = workspace({'docs/a.md': warned, 'docs/b.md': warned.replaceAll('金融业', '保险业')})
    const reports = await shardsOf(cwd, 2)
    expect(await runIn(cwd, 'merge', ...reports, '--max-warnings=2')).toMatchObject({status: 0, stderr: ''})
    expect(await runIn(cwd, 'merge', ...reports, '--max-warnings=1')).toMatchObject({
      status: 1,
      stderr: 'catalint: 2 warnings, at most 1 allowed\n',
    })
  })

  it('writes several formats, and never over a report that it reads', async () => {
    const cwd = workspace(documents)
    const reports = await shardsOf(cwd, 2)
    const whole = await runIn(cwd, 'docs', '--format=json')
    const outputs = ['--format=compact', '--format=json', '--output-file=whole.json']
    const merged = await runIn(cwd, 'merge', ...reports, ...outputs)
    expect(merged.stdout).toBe((await runIn(cwd, 'docs', '--format=compact')).stdout)
    expect(readFileSync(join(cwd, 'whole.json'), 'utf8')).toBe(whole.stdout)
    expect(await runIn(cwd, 'merge', ...reports, '--output-file=./shard-1.json')).toMatchObject({
      status: 2,
      stderr: 'catalint: ./shard-1.json is itself a report of this run; write to another path\n',
    })
  })
})

describe('merge refuses', () => {
  const entry = {path: 'a.md', findings: []}
  const summary = {files: 1, errors: 0, warnings: 0, infos: 0, fixable: 0}
  const report = (more: object) => JSON.stringify({version: 1, files: [entry], summary, ...more})
  const of = (index: number, count: number) =>
    report({shard: {index, count}, files: [{...entry, path: `${index}.md`}]})
  const notOne = 'is no report that catalint --format json wrote\n'

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['nothing', {}, 'catalint: merge needs a REPORT; see catalint merge --help\n'],
    ['text', {'a.json': '# no'}, 'catalint: a.json: is not JSON, or not all of it; write it again\n'],
    [
      'half a report',
      {'a.json': report({}).slice(0, 30)},
      'catalint: a.json: is not JSON, or not all of it; write it again\n',
    ],
    [
      'other data',
      {'a.json': '[]'},
      `catalint: a.json: ${notOne}catalint: a.json: expected an object, not a list\n`,
    ],
    [
      'a later version',
      {'a.json': report({version: 2})},
      `catalint: a.json: ${notOne}catalint: a.json: version: expected 1, not 2\n`,
    ],
    [
      'a finding of no level',
      {'a.json': report({files: [{path: 'a.md', findings: [{rule: 'x'}]}]})},
      `catalint: a.json: ${notOne}${['level', 'message', 'start', 'end', 'fingerprint'].map((name) => `catalint: a.json: files[0].findings[0].${name}: is missing\n`).join('')}`,
    ],
    [
      'a missing shard',
      {'a.json': of(1, 3), 'b.json': of(3, 3)},
      'catalint: the report of shard 2/3 is missing; name the reports of all shards\n',
    ],
    [
      'a shard twice',
      {'a.json': of(1, 1), 'b.json': of(1, 1).replace('1.md', '2.md')},
      'catalint: a.json: is of shard 1/1, as b.json is; name one of them\n',
    ],
    [
      'shards of two runs',
      {'a.json': of(1, 2), 'b.json': of(2, 3)},
      'catalint: b.json: is of shard 2/3, others are of 2 shards; join the reports of one run\n',
    ],
    [
      'a shard beside a whole run',
      {'a.json': of(1, 2), 'b.json': report({})},
      'catalint: b.json: is the report of a whole run, others are of shards; leave it out\n',
    ],
    [
      'one file in two reports',
      {'a.json': report({}), 'b.json': report({})},
      'catalint: b.json: states a.md, as a.json does; join reports of different files\n',
    ],
    [
      'a shard beyond their number',
      {'a.json': of(4, 3), 'b.json': of(1, 3), 'c.json': of(2, 3), 'd.json': of(3, 3)},
      'catalint: a.json: is of shard 4/3, of which there is none; write it again\n',
    ],
  ])('%s', async (_, files, stderr) => {
    const {status, stdout, stderr: said} = await catalint(files, ['merge', ...Object.keys(files)])
    expect({status, stdout, stderr: said}).toEqual({status: 2, stdout: '', stderr})
  })

  it('what is not there, and says all that is wrong', async () => {
    const {status, stderr} = await catalint({'b.json': '{'}, ['merge', 'a.json', 'b.json'])
    expect(status).toBe(2)
    expect(stderr).toBe(
      'catalint: a.json: no such file or directory\ncatalint: b.json: is not JSON, or not all of it; write it again\n',
    )
  })
})
