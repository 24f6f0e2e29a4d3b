import {execFileSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {builtProgram} from '../cli/built-program.ts'
import {workspace} from '../cli/workspace.ts'
import {type ScratchRepository, scratchRepository} from '../git/scratch-repository.ts'
import {broken, clean} from './documents.ts'
import {type Ran, runIn} from './run-hook.ts'

interface Action {
  readonly inputs: Readonly<Record<string, {readonly default: string}>>
  readonly runs: {readonly using: string; readonly steps: readonly Step[]}
}

interface Step {
  readonly run: string
  readonly shell: string
  readonly 'working-directory': string
  readonly env: Readonly<Record<string, string>>
}

const action = parse(readFileSync('action.yml', 'utf8')) as Action

const [first, ...lint] = action.runs.steps
const install = first ? [first] : []

const {home} = builtProgram()
let tarball = ''

/** The directory of a runner, in which catalint is installed. */
let temp = ''

beforeAll(() => {
  const name = execFileSync('npm', ['pack', '--ignore-scripts', '--silent'], {cwd: home, encoding: 'utf8'})
  tarball = join(home, name.trim())
  temp = mkdtempSync(join(tmpdir(), 'catalint-runner-'))
  expect(runSteps(temp, {}, push, install)).toMatchObject({status: 0})
}, 300_000)

afterAll(() => rmSync(temp, {recursive: true, force: true}))

interface Event {
  readonly name: string
  readonly payload: unknown
  /** The commit that the event is about. */
  readonly sha?: string
}

const push: Event = {name: 'push', payload: {before: '0'.repeat(40)}}

type Inputs = Readonly<Record<string, string>>

/** Runs what comes after the installation, which takes some seconds, as a runner does. */
function runAction(directory: string, inputs: Inputs, event = push): Ran {
  return runSteps(directory, inputs, event, lint)
}

/** Runs steps of the action until one fails. */
function runSteps(directory: string, inputs: Inputs, event: Event, steps: readonly Step[]): Ran {
  writeFileSync(join(temp, 'event.json'), JSON.stringify(event.payload))
  const values: Readonly<Record<string, string | undefined>> = {
    ...Object.fromEntries(
      Object.entries(action.inputs).map(([name, input]) => [`inputs.${name}`, input.default]),
    ),
    'inputs.version': `file:${tarball}`,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`inputs.${name}`, value])),
    'runner.temp': temp,
  }
  const filled = (text: string) =>
    text.replaceAll(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => String(values[name]))
  let output = ''
  for (const {run, shell, env, 'working-directory': cwd} of steps) {
    expect(shell).toBe('bash')
    const variables = Object.fromEntries(Object.entries(env).map(([name, text]) => [name, filled(text)]))
    const ran = runIn(resolve(directory, filled(cwd)), 'bash', ['-e', '-c', run], {
      ...variables,
      CI: 'true',
      GITHUB_ACTION_PATH: process.cwd(),
      GITHUB_EVENT_NAME: event.name,
      GITHUB_EVENT_PATH: join(temp, 'event.json'),
      GITHUB_SHA: event.sha ?? '',
      GITHUB_WORKSPACE: directory,
      RUNNER_TEMP: temp,
    })
    output += ran.output
    if (ran.status !== 0) return {status: ran.status, output}
  }
  return {status: 0, output}
}

describe('the action', () => {
  it('writes annotations and fails at an error', () => {
    const {directory, commit} = scratchRepository({'docs/目录.md': broken})
    commit()
    const {status, output} = runAction(directory, {})
    expect(status).toBe(1)
    expect(output).toMatch(/^::error file=docs\/目录\.md,line=7,[^\n]*no-duplicate-key/m)
  })

  it.each([
    ['error', 0],
    ['warning', 1],
    ['never', 0],
  ])('with the fail level %s ends with %i at a warning', (level, status) => {
    const {directory} = scratchRepository({'a.md': clean.replace('许可证》', '许可证 》')})
    expect(runAction(directory, {'fail-level': level})).toMatchObject({
      status,
      output: expect.stringMatching(/^::warning file=a\.md,line=5,/m),
    })
  })

  it('fails where the run fails, whatever the fail level is', () => {
    const {directory} = scratchRepository({'a.md': broken})
    expect(runAction(directory, {'fail-level': 'never'}).status).toBe(0)
    expect(runAction(directory, {'fail-level': 'never', paths: 'b.md'}).status).toBe(2)
  })

  it('lints each path of its own, whatever it is called', () => {
    const {directory} = scratchRepository({
      'a b.md': clean,
      '--fix.md': clean,
      '$(touch pwned).md': broken,
      'other.md': broken,
    })
    const {status, output} = runAction(directory, {paths: 'a b.md\r\n\n--fix.md\n$(touch pwned).md\n'})
    expect({status, annotations: output.match(/^::.*?,/gm)}).toEqual({
      status: 1,
      annotations: ['::error file=$(touch pwned).md,'],
    })
    expect(existsSync(join(directory, 'pwned'))).toBe(false)
  })

  it('takes nothing from the .npmrc of the repository', () => {
    const {directory} = scratchRepository({
      '.npmrc': 'registry=http://127.0.0.1:1/\nnode-options=--require=./evil.cjs\n',
      'a.md': clean,
    })
    expect(runSteps(directory, {}, push, action.runs.steps)).toMatchObject({status: 0})
  })

  it('refuses other values, in a line for the annotations', () => {
    const {directory} = scratchRepository({'a.md': clean})
    expect(runAction(directory, {'fail-level': 'info'})).toMatchObject({
      status: 2,
      output: expect.stringContaining('::error title=catalint::fail-level takes error, warning or never\n'),
    })
    expect(runAction(directory, {'changed-only': 'yes'})).toMatchObject({
      status: 2,
      output: expect.stringContaining('::error title=catalint::changed-only takes true or false\n'),
    })
  })
})

describe('the action with changed-only', () => {
  /** A warning that was there before, and its row. */
  const old = clean.replace('许可证》', '许可证 》')
  const withError = `${old}| 期货 | 《期货业务许可证》 |\n| 期货 | 《营业执照》 |\n`

  /** As a runner checks out what a pull request would be merged into: the last commit alone. */
  function checkOut(origin: ScratchRepository, revision: string): string {
    const directory = workspace({})
    for (const args of [
      ['init', '--quiet'],
      ['remote', 'add', 'origin', `file://${origin.directory}`],
      ['fetch', '--quiet', '--depth=1', 'origin', revision],
      ['checkout', '--quiet', 'FETCH_HEAD'],
    ]) {
      execFileSync('git', args, {cwd: directory})
    }
    return directory
  }

  it('reports only what a pull request brought about', () => {
    const origin = scratchRepository({'a.md': old})
    origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
    const start = origin.commit()
    origin.git('checkout', '--quiet', '-b', 'topic')
    origin.write({'a.md': withError})
    origin.commit()
    origin.git('checkout', '--quiet', 'main')
    // Main goes on meanwhile, and the event still names where it was.
    origin.write({'b.md': broken.replaceAll('金融业', '保险业')})
    origin.commit()
    origin.git('merge', '--quiet', '--no-ff', '-m', 'merge', 'topic')
    const sha = origin.git('rev-parse', 'main')
    const event = {name: 'pull_request', payload: {pull_request: {base: {sha: start}}}, sha}
    const {status, output} = runAction(checkOut(origin, 'main'), {'changed-only': 'true'}, event)
    expect(output.match(/^::.*?line=\d+/gm)).toEqual(['::error file=a.md,line=8'])
    expect(status).toBe(1)
  })

  it.each(['pull_request', 'pull_request_target'])(
    'takes no other merge for that of the check: of %s where the head is checked out, and main was merged into it',
    (name) => {
      const origin = scratchRepository({'a.md': old})
      origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
      origin.commit()
      origin.git('checkout', '--quiet', '-b', 'topic')
      origin.write({'a.md': withError})
      origin.commit()
      origin.git('checkout', '--quiet', 'main')
      origin.write({'b.md': clean.replaceAll('金融业', '保险业')})
      const base = origin.commit()
      origin.git('checkout', '--quiet', 'topic')
      origin.git('merge', '--quiet', '--no-ff', '-m', 'merge', 'main')
      // What the check merges is not what is checked out; of the other event it is the base.
      const event = {name, payload: {pull_request: {base: {sha: base}}}, sha: base}
      const {status, output} = runAction(checkOut(origin, 'topic'), {'changed-only': 'true'}, event)
      expect(output.match(/^::.*?line=\d+/gm)).toEqual(['::error file=a.md,line=8'])
      expect(status).toBe(1)
    },
  )

  it.each([
    ['a push', 'push', (before: string) => ({before})],
    ['what waits in a merge queue', 'merge_group', (base: string) => ({merge_group: {base_sha: base}})],
  ])('reports only what is new in %s', (_, name, payload) => {
    const origin = scratchRepository({'a.md': old})
    origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
    const before = origin.commit()
    origin.write({'a.md': withError})
    origin.commit()
    const event = {name, payload: payload(before)}
    const {output} = runAction(checkOut(origin, 'main'), {'changed-only': 'true'}, event)
    expect(output.match(/^::.*?line=\d+/gm)).toEqual(['::error file=a.md,line=8'])
  })

  it('reports all where there is nothing to compare with', () => {
    const origin = scratchRepository({'a.md': withError})
    origin.commit()
    const {output} = runAction(checkOut(origin, 'main'), {'changed-only': 'true'})
    expect(output).toContain('There is no commit to compare with: all findings are reported.\n')
    expect(output.match(/^::.*?line=\d+/gm)).toEqual([
      '::error file=a.md,line=8',
      '::warning file=a.md,line=5',
    ])
  })
})
