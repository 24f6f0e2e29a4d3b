import {spawnSync} from 'node:child_process'
import {readFileSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {execPath} from 'node:process'
import {expect, test} from 'vitest'
import {rules} from '../../rules/index.ts'
import {machineFormats} from '../../src/cli/options.ts'
import type {Log} from '../report/sarif-readers.ts'
import {builtProgram} from './built-program.ts'
import {workspace} from './workspace.ts'

const {home, program} = builtProgram()

let count = 0
const row = '| 信托 | 《金融许可证 》 |\n'
const table = `## 一级类目：金融业\n\n| 二级类目 | 资质 |\n| --- | --- |\n${row}`

function catalint(cwd: string, argv: readonly string[], input = '') {
  const env = {...process.env, LC_ALL: 'C', NO_COLOR: '1'}
  const {status, stdout, stderr} = spawnSync(execPath, [program, ...argv], {
    cwd,
    env,
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  return {status, stdout, stderr}
}

function shell(cwd: string, command: string) {
  const env = {...process.env, LC_ALL: 'C', NODE: execPath, CATALINT: program}
  const {status, stdout, stderr} = spawnSync('bash', ['-c', command], {cwd, env, encoding: 'utf8'})
  return {status, stdout, stderr}
}

test('says its version, also when called by a link', () => {
  const {version} = JSON.parse(readFileSync('package.json', 'utf8')) as {version: string}
  expect(catalint(home, ['--version'])).toEqual({status: 0, stdout: `${version}\n`, stderr: ''})
  symlinkSync(program, join(home, 'catalint'))
  expect(shell(home, './catalint --version')).toEqual({status: 0, stdout: `${version}\n`, stderr: ''})
})

test('keeps findings and complaints apart', () => {
  const cwd = workspace({'a.md': table})
  const {status, stdout, stderr} = catalint(cwd, ['--format=compact', 'a.md', 'gone.md'])
  expect(status).toBe(2)
  expect(stdout).toContain('license-spacing')
  expect(stderr).toBe('catalint: gone.md: no such file or directory\n')
})

test('writes every format, each to its place', () => {
  const cwd = workspace({'a.md': table})
  const argv = machineFormats.flatMap((format) => [`--format=${format}`, `--output-file=out.${format}`])
  expect(catalint(cwd, [...argv, '--format=pretty'])).toMatchObject({status: 0, stderr: ''})
  const written = machineFormats.map((format) => readFileSync(join(cwd, `out.${format}`), 'utf8'))
  for (const text of written) expect(text).toContain('license-spacing')
  // The rules' pages lie beside the program.
  const [{tool}] = (JSON.parse(readFileSync(join(cwd, 'out.sarif'), 'utf8')) as Log).runs
  expect(tool.driver.rules.length).toBe(rules.length)
  for (const {id, help} of tool.driver.rules) expect(help.markdown).toContain(`# ${id}\n`)
})

test('reads standard input and matches patterns', () => {
  const cwd = workspace({'docs/a.md': table})
  expect(catalint(cwd, ['--format=compact', '-'], table).stdout).toContain('<stdin>')
  expect(catalint(cwd, ['--format=compact', 'docs/*.md']).stdout).toContain('docs/a.md')
})

test('does not take a directory for an empty input', () => {
  expect(shell(workspace({}), '"$NODE" "$CATALINT" - < .')).toEqual({
    status: 2,
    stdout: '',
    stderr: 'catalint: <stdin>: is a directory, a file is needed\n',
  })
})

test('fails in one line where the current directory is gone', () => {
  expect(shell(workspace({}), 'mkdir gone && cd gone && rmdir ../gone && "$NODE" "$CATALINT"')).toEqual({
    status: 2,
    stdout: '',
    stderr: 'catalint: .: no such file or directory\n',
  })
})

test('suggests a word', () => {
  expect(catalint(home, ['--qiet'])).toEqual({
    status: 2,
    stdout: '',
    stderr: 'catalint: unknown option --qiet; did you mean --quiet?\n',
  })
})

test('writes a long report to a pipe whole', () => {
  const cwd = workspace({'a.md': table + row.repeat(20_000).replaceAll('信托', () => `信托${count++}`)})
  const {stdout} = catalint(cwd, ['--format=json', 'a.md'])
  expect(stdout.length).toBeGreaterThan(2 ** 20)
  expect((JSON.parse(stdout) as {summary: {warnings: number}}).summary.warnings).toBeGreaterThanOrEqual(
    20_001,
  )
})

test('ends quietly when nobody reads on', () => {
  const cwd = workspace({'a.md': table + row.repeat(5000).replaceAll('信托', () => `信托${count++}`)})
  const {stdout, stderr} = shell(cwd, '"$NODE" "$CATALINT" --format=json a.md | head -n 1; echo $PIPESTATUS')
  expect(stderr).toBe('')
  expect(stdout).toBe('{\n0\n')
})

test('fails when the output is full', () => {
  const cwd = workspace({'a.md': table})
  const {status, stderr} = shell(cwd, '"$NODE" "$CATALINT" a.md > /dev/full')
  expect(status).toBe(2)
  expect(stderr).toBe('catalint: <stdout>: no space left on the device\n')
})

test('comes with the licences of what it holds', () => {
  const licences = readFileSync(join(home, 'dist', 'THIRD-PARTY-LICENSES.txt'), 'utf8')
  for (const name of [
    'unified',
    'micromark',
    'ignore',
    'tinyglobby',
    'picomatch',
    'fdir',
    'fastest-levenshtein',
  ]) {
    expect(licences).toMatch(new RegExp(`^${name} [0-9.]+ \\(`, 'm'))
  }
  const notices = licences.split(/^-{78}$/m).slice(1)
  for (const notice of notices) expect(notice).toMatch(/copyright/i)
})

test('reports on a document that the memory has no room to fix, and leaves it', () => {
  const source = `${table}\n\`\`\`\n${`${'a'.repeat(1023)}\n`.repeat(1220)}\`\`\`\n`
  const cwd = workspace({'a.md': source, 'b.md': table})
  const command =
    'NODE_OPTIONS=--max-old-space-size=320 "$NODE" "$CATALINT" --fix --format=compact --rule "license-spacing: error"'
  const {status, stdout, stderr} = shell(cwd, command)
  expect(status).toBe(2)
  expect(stdout).toMatch(/^a\.md:5:.*license-spacing.*\n$/)
  expect(stderr).toMatch(
    /^catalint: a\.md: the document has 1\.2 MiB, the limit for fixing is .*, or give Node/,
  )
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(source)
  expect(readFileSync(join(cwd, 'b.md'), 'utf8')).toBe(table.replace(' 》', '》'))
})

test.each([
  ['catalint.config.json', '{"rules": {"license-spacing": "off"}}'],
  ['catalint.config.jsonc', '{\n  // A blank is no fault here.\n  "rules": {"license-spacing": "off"},\n}\n'],
  ['catalint.config.yaml', 'rules:\n  license-spacing: off\n'],
  ['catalint.config.yml', 'rules: {license-spacing: off}\n'],
  ['catalint.config.toml', '[rules]\nlicense-spacing = "off"\n'],
  ['package.json', '{"catalint": {"rules": {"license-spacing": "off"}}}'],
])('holds the reader of %s, whole', (name, text) => {
  const cwd = workspace({'a.md': table, [name]: text})
  expect(catalint(cwd, ['a.md', '--format=compact'])).toEqual({status: 0, stdout: '', stderr: ''})
})

test('holds the engine for patterns of a configuration, and the writer of one', () => {
  const tables = {t: {columns: [{name: 'x', pattern: '(a+)+b'}]}}
  const cwd = workspace({
    'a.md': `| x |\n| --- |\n| ${'a'.repeat(5000)} |\n`,
    'catalint.config.json': JSON.stringify({tables}),
  })
  expect(catalint(cwd, ['a.md', '--format=compact'])).toMatchObject({status: 1, stderr: ''})
  const other = workspace({'a.md': table})
  expect(catalint(other, ['init'])).toMatchObject({status: 0, stderr: ''})
  expect(catalint(other, ['a.md', '--format=compact'])).toMatchObject({status: 0, stderr: ''})
})
