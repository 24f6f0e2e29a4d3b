import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {rules} from '../../rules/index.ts'
import {run} from '../../src/cli/run.ts'
import {catalint, clean, warned} from './catalint.ts'
import {fakeHost, workspace} from './workspace.ts'

describe('export', () => {
  test('writes one dataset of all documents', async () => {
    const {status, stdout, stderr} = await catalint({'a.md': clean, 'b.md': warned}, ['export', '--to=json'])
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    const dataset = JSON.parse(stdout) as {documents: {path: string}[]; categories: {name: string}[]}
    expect(dataset.documents.map(({path}) => path)).toEqual(['a.md', 'b.md'])
    expect(dataset.categories.map(({name}) => name)).toEqual(['金融业', '金融业'])
  })

  test('writes to a file', async () => {
    const {stdout, cwd} = await catalint({'a.md': clean}, ['export', '--to=json', '-o', 'x.json'])
    expect(stdout).toBe('')
    expect(JSON.parse(readFileSync(join(cwd, 'x.json'), 'utf8'))).toHaveProperty('categories')
  })

  test('writes nothing where a document cannot be read', async () => {
    const {status, stdout, stderr, cwd} = await catalint({'a.md': clean}, [
      'export',
      'a.md',
      'b.md',
      '--to=json',
      '-ox.json',
    ])
    expect({status, stdout, stderr}).toEqual({
      status: 2,
      stdout: '',
      stderr: 'catalint: b.md: no such file or directory\n',
    })
    expect(existsSync(join(cwd, 'x.json'))).toBe(false)
  })
})

describe('explain', () => {
  const [rule] = rules
  const id = rule?.id ?? ''
  const documentation =
    '# Title\n\nText.\n\n## Options\n\nNone.\n\n## 中文\n\n说明。\n\n### 例\n\n```\n# 例\n```\n\n## More\n\nEnd.\n'

  async function explain(...argv: string[]) {
    const root = workspace({[`rules/${id}.md`]: documentation})
    const host = {...fakeHost(root), packageDirectory: root}
    const status = await run(['explain', ...argv], host)
    return {status, ...host.written}
  }

  test('prints what a rule is for and its documentation', async () => {
    expect(await explain(id)).toEqual({
      status: 0,
      stdout: `${id}: ${rule?.summary.en}\n\n${documentation}`,
      stderr: '',
    })
  })

  test('puts the Chinese section first for who reads Chinese', async () => {
    expect((await explain(id, '--lang=zh')).stdout).toBe(
      `${id}: ${rule?.summary.zh}\n\n## 中文\n\n说明。\n\n### 例\n\n\`\`\`\n# 例\n\`\`\`\n\n# Title\n\nText.\n\n## Options\n\nNone.\n\n## More\n\nEnd.\n`,
    )
  })

  test('suggests a rule', async () => {
    expect(await explain('no-duplicate-kye')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'catalint: unknown rule no-duplicate-kye; did you mean no-duplicate-key?\n',
    })
  })
})

describe('rules', () => {
  test('lists every rule with its summary', async () => {
    const {stdout} = await catalint({}, ['rules', '--lang=zh'])
    const lines = stdout.trimEnd().split('\n')
    expect(lines).toHaveLength(rules.length)
    for (const [index, rule] of rules.entries()) {
      expect(lines[index]).toMatch(new RegExp(`^${rule.id} `))
      expect(lines[index]?.endsWith(`  ${rule.summary.zh}`)).toBe(true)
    }
  })

  test('lists them for programs', async () => {
    const {stdout} = await catalint({}, ['rules', '--format=json'])
    const {rules: listed} = JSON.parse(stdout) as {
      rules: {id: string; levels: string[]; fix: string | null}[]
    }
    expect(listed.map(({id}) => id)).toEqual(rules.map(({id}) => id))
    expect(listed.find(({id}) => id === 'no-duplicate-key')).toMatchObject({
      levels: ['error', 'warning', 'info'],
    })
  })
})

describe('help', () => {
  test('names every command and option', async () => {
    const {status, stdout} = await catalint({}, ['--help'])
    expect(status).toBe(0)
    for (const word of [
      'lint',
      'export',
      'explain',
      'rules',
      '--format',
      '--rule',
      '--[no-]color',
      '-h, --help',
    ]) {
      expect(stdout).toContain(word)
    }
  })

  test('of a command names its options only, in either language', async () => {
    const english = (await catalint({}, ['export', '--help'])).stdout
    expect(english).toContain('Usage: catalint export [PATH…] [OPTION…]')
    expect(english).toContain('-o, --output PATH')
    expect(english).not.toContain('--quiet')
    const chinese = (await catalint({}, ['export', '--help'], {env: {LC_ALL: 'zh_CN.UTF-8'}})).stdout
    expect(chinese).toContain('用法：catalint export [PATH…] [OPTION…]')
  })

  test('fits a terminal of 110 columns', async () => {
    for (const argv of [
      ['--help'],
      ['lint', '--help'],
      ['export', '--help'],
      ['rules', '--help'],
      ['merge', '--help'],
    ]) {
      const {stdout} = await catalint({}, argv)
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(110)
    }
  })
})

test('the version is the package’s', async () => {
  const {version} = JSON.parse(readFileSync('package.json', 'utf8')) as {version: string}
  expect((await catalint({}, ['--version'])).stdout).toBe(`${version}\n`)
})
