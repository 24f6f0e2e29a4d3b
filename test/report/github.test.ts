import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {toRunReport} from '../../src/report/run-report.ts'
import {flawed, warned} from '../cli/catalint.ts'
import {fakeHost, workspace} from '../cli/workspace.ts'
import {fileOf, findingAt, github} from './build.ts'
import {hostileReport, hostileTexts} from './hostile-report.ts'
import {readStep, type WorkflowCommand} from './runner.ts'

const source = 'a\n| 金融 |\n'

function commandsOf(output: string): readonly WorkflowCommand[] {
  return readStep(output).flatMap((line) => (typeof line === 'string' ? [] : [line]))
}

describe('a workflow command', () => {
  it('is written as the runner reads it', () => {
    const finding = findingAt(source, '金融', {message: '50%: a::b,\n c', help: 'do it', level: 'info'})
    const report = toRunReport([fileOf(source, [finding], 'a,b:c%.md')], false)
    expect(github(report, 'en')).toBe(
      '::notice file=a%2Cb%3Ac%25.md,line=2,endLine=2,col=3,endColumn=5,title=a-rule::50%25: a::b,↵ c; do it\n',
    )
    expect(commandsOf(github(report, 'zh'))).toEqual([
      {
        name: 'notice',
        properties: {file: 'a,b:c%.md', line: '2', endLine: '2', col: '3', endColumn: '5', title: 'a-rule'},
        data: '50%: a::b,↵ c；do it',
      },
    ])
  })

  it('has no columns where it spans lines, for GitHub takes none then', () => {
    const [command] = commandsOf(
      github(toRunReport([fileOf(source, [findingAt(source, 'a\n|')])], false), 'en'),
    )
    expect(command?.properties).toEqual({file: 'a.md', line: '1', endLine: '2', title: 'a-rule'})
  })

  it('comes first if it is an error', () => {
    const levels = ['info', 'warning', 'error'] as const
    const findings = levels.map((level) => findingAt(source, 'a', {level, message: level}))
    const report = toRunReport([fileOf(source, findings), fileOf(source, findings, 'b.md')], false)
    expect(
      commandsOf(github(report, 'en')).map(({name, properties, data}) => [name, properties.file, data]),
    ).toEqual([
      ['error', 'a.md', 'error'],
      ['error', 'b.md', 'error'],
      ['warning', 'a.md', 'warning'],
      ['warning', 'b.md', 'warning'],
      ['notice', 'a.md', 'info'],
      ['notice', 'b.md', 'info'],
    ])
  })

  it('is there for every finding, and a last line counts those that GitHub does not show', () => {
    const of = (count: number, level: 'error' | 'warning' | 'info') =>
      Array.from({length: count}, () => findingAt(source, 'a', {level}))
    const lines = (findings: ReturnType<typeof of>, language: 'en' | 'zh' = 'en') =>
      readStep(github(toRunReport([fileOf(source, findings)], false), language))
    const many = [...of(12, 'error'), ...of(10, 'warning'), ...of(11, 'info')]
    expect(lines(many)).toHaveLength(34)
    expect(lines(many).at(-1)).toBe(
      'GitHub shows 10 findings of each level beside the lines in a step; in this log only: 2 errors, 1 notice',
    )
    expect(lines(many, 'zh').at(-1)).toBe(
      'GitHub 在每个步骤中每种级别只在行旁显示 10 条；仅见于此日志的有：2 个错误、1 条提示',
    )
    const few = [...of(10, 'error'), ...of(10, 'warning'), ...of(10, 'info')]
    expect(lines(few)).toHaveLength(30)
    expect(lines(few).every((line) => typeof line !== 'string')).toBe(true)
    expect(lines([])).toEqual([])
  })

  it('is not begun or ended by what stands in a document or a path', () => {
    const lines = readStep(github(hostileReport, 'en'))
    const commands = lines.filter((line) => typeof line !== 'string')
    expect(lines.length).toBe(hostileTexts.length)
    expect(commands.length).toBe(hostileTexts.length)
    const files = commands.map(({properties}) => properties.file ?? '')
    // What a terminal would obey is shown; all else, line ends too, comes back as it was.
    const hidden = /(?![\r\n\t ])[\p{C}\p{Z}]/u
    const exact = hostileTexts.filter((text) => !hidden.test(text))
    expect(exact.length).toBeGreaterThan(8)
    expect(exact.filter((text) => !files.includes(text))).toEqual([])
    expect(exact.some((text) => text.includes('\r\n'))).toBe(true)
    for (const {name, properties, data} of commands) {
      expect(['error', 'warning', 'notice']).toContain(name)
      expect(Object.keys(properties)).toEqual(['file', 'line', 'endLine', 'col', 'endColumn', 'title'])
      expect(data).not.toMatch(/[\r\n]/)
    }
  })

  it('is no trick of the test: the runner does take such text for commands', () => {
    const taken = hostileTexts.flatMap((text) => commandsOf(text)).map(({name}) => name)
    expect(taken).toEqual(['error', 'error', 'warning', 'set-output'])
  })
})

describe('on GitHub', () => {
  /** Runs a step in a directory of the repository. */
  async function step(directory: string, argv: readonly string[], env: Record<string, string> = {}) {
    const root = workspace({'docs/a.md': flawed, 'docs/b.md': warned, 'a.json': ''})
    const summary = join(root, 'summary.md')
    writeFileSync(summary, '')
    const host = fakeHost(join(root, directory), {
      env: {GITHUB_WORKSPACE: root, GITHUB_STEP_SUMMARY: summary, ...env},
    })
    const status = await run(argv, host)
    return {status, ...host.written, summary: readFileSync(summary, 'utf8'), root}
  }

  it.each(['.', 'docs'])('paths count from the root of the repository, in %s too', async (directory) => {
    const {stdout, status} = await step(directory, ['--format=github'])
    expect(status).toBe(1)
    expect(
      commandsOf(stdout).map(({name, properties}) => `${name} ${properties.file}:${properties.line}`),
    ).toEqual(['error docs/a.md:8', 'warning docs/a.md:7', 'warning docs/b.md:7'])
  })

  it('the page of the job tells the run, with the format github and no other', async () => {
    const {summary, stderr} = await step('docs', ['--format=github'])
    expect(stderr).toBe('')
    expect(summary.split('\n').slice(0, 6)).toEqual([
      '## catalint',
      '',
      '**1 error and 2 warnings in 2 files; 2 have a safe fix**',
      '',
      '| Level | Place | Rule | Finding |',
      '| --- | --- | --- | --- |',
    ])
    expect(summary.match(/^\| (?:error|warning) \| docs/gm)).toHaveLength(3)
    expect((await step('.', ['--format=compact'])).summary).toBe('')
    expect((await step('.', ['--format=github', '--dry-run'])).summary).toBe('')
  })

  it('a page that cannot be written is told in one line, and fails no run', async () => {
    const argv = ['docs/b.md', '--format=github']
    const gone = await step('.', argv, {GITHUB_STEP_SUMMARY: 'gone/summary.md'})
    expect(gone.status).toBe(0)
    expect(commandsOf(gone.stdout)).toHaveLength(1)
    expect(gone.stderr).toBe(
      'catalint: gone/summary.md: the directory to write to does not exist; create it first\n',
    )
    const directory = await step('.', argv, {GITHUB_STEP_SUMMARY: 'docs'})
    expect(directory.stderr).toBe('catalint: docs: is a directory, a file is needed\n')
  })

  it('no path on standard error is taken for a command', async () => {
    const {stderr, status} = await step('.', ['##[error]a.md', 'b ##[x]::error::.md', '--format=github'])
    expect(status).toBe(2)
    expect(readStep(stderr)).toHaveLength(2)
    expect(commandsOf(stderr)).toEqual([])
    expect(stderr).toMatch(/^catalint: #<U\+0023>\[error\]a\.md: /)
  })

  it('joined reports are told in the same way', async () => {
    const {root, stdout, summary} = await step('docs', ['--format=github'])
    const env = {GITHUB_WORKSPACE: root, GITHUB_STEP_SUMMARY: join(root, 'merged.md')}
    const lint = fakeHost(join(root, 'docs'), {env})
    await run(['--format=json', '--output-file=../a.json'], lint)
    const merge = fakeHost(join(root, 'docs'), {env})
    await run(['merge', '../a.json', '--format=github'], merge)
    expect(merge.written).toEqual({stdout, stderr: ''})
    expect(readFileSync(join(root, 'merged.md'), 'utf8')).toBe(summary)
  })
})
