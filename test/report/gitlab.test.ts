import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, it} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {gitlab} from '../../src/report/gitlab.ts'
import {toRunReport} from '../../src/report/run-report.ts'
import {catalint, flawed} from '../cli/catalint.ts'
import {fakeHost, workspace} from '../cli/workspace.ts'
import {documents} from '../invariants/fixtures.ts'
import {fileOf, findingAt, whole} from './build.ts'
import {hostileReport, hostileTexts} from './hostile-report.ts'

const schema = JSON.parse(
  readFileSync(new URL('schemas/gitlab.schema.json', import.meta.url), 'utf8'),
) as object
const validate = new Ajv2020({allErrors: true}).compile(schema)

interface Issue {
  readonly description: string
  readonly check_name: string
  readonly fingerprint: string
  readonly severity: string
  readonly location: {readonly path: string; readonly lines: {readonly begin: number; readonly end: number}}
}

/** Reads a report as GitLab does, which takes none that is not of its schema. */
function read(text: string | Iterable<string>): readonly Issue[] {
  const report = JSON.parse(whole(text)) as readonly Issue[]
  expect(validate(report) ? [] : validate.errors).toEqual([])
  return report
}

const source = 'a\n| 金融 |\n'

describe('gitlab', () => {
  it('states what, which rule, how grave and where', () => {
    const levels = ['error', 'warning', 'info'] as const
    const findings = levels.map((level, index) =>
      findingAt(source, '金融', {level, help: 'do it', fingerprint: `0123456789abcdef-${index}`}),
    )
    const [first, ...others] = read(
      gitlab(toRunReport([fileOf(source, findings, 'docs/甲.md')], false), 'en'),
    )
    expect(first).toEqual({
      description: 'Unexpected x; do it',
      check_name: 'a-rule',
      fingerprint: '0123456789abcdef-0',
      severity: 'major',
      location: {path: 'docs/甲.md', lines: {begin: 2, end: 2}},
    })
    expect(others.map(({severity}) => severity)).toEqual(['minor', 'info'])
  })

  it('states the last line too', () => {
    const report = toRunReport(
      [fileOf(source, [findingAt(source, 'a\n|', {fingerprint: '0123456789abcdef'})])],
      false,
    )
    expect(read(gitlab(report, 'en'))[0]?.location.lines).toEqual({begin: 1, end: 2})
  })

  it('leaves out what a baseline knows', () => {
    const file = {...fileOf(source, []), baseline: {known: [findingAt(source, 'a')], found: []}}
    expect(read(gitlab(toRunReport([file], false), 'en'))).toEqual([])
  })

  it('gives back every text', () => {
    const issues = read(gitlab(hostileReport, 'en'))
    expect(issues.map(({location}) => location.path)).toEqual(hostileTexts)
    expect(issues.map(({description}) => description)).toEqual(hostileTexts.map((text) => `${text}; ${text}`))
  })

  it('has no fingerprint twice, whatever is found', async () => {
    const files = Object.fromEntries(documents.map(({name, source}) => [name, source]))
    const issues = read((await catalint(files, ['--format=gitlab', '--no-config'])).stdout)
    expect(issues.length).toBeGreaterThan(500)
    expect(new Set(issues.map(({fingerprint}) => fingerprint)).size).toBe(issues.length)
  })

  it('has the same fingerprints when lines move and in another language', async () => {
    const prints = async (text: string, ...argv: string[]) =>
      read((await catalint({'a.md': text}, ['--format=gitlab', ...argv])).stdout).map(
        ({fingerprint}) => fingerprint,
      )
    const before = await prints(flawed)
    expect(before).toHaveLength(2)
    expect(await prints(flawed.replace('\n\n', '\n\n一段话。\n\n'), '--lang=zh')).toEqual(before)
  })

  it('counts paths from the root of the project', async () => {
    const root = workspace({'docs/a.md': flawed})
    const host = fakeHost(join(root, 'docs'), {env: {CI_PROJECT_DIR: root}})
    await run(['--format=gitlab'], host)
    expect(read(host.written.stdout).map(({location}) => location.path)).toEqual(['docs/a.md', 'docs/a.md'])
  })
})
