import {spawnSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {execPath} from 'node:process'
import {describe, expect, test} from 'vitest'
import {builtProgram} from './built-program.ts'
import {workspace} from './workspace.ts'

const {home, program, modules} = builtProgram()
const documents = join(process.cwd(), 'fixtures/documents')
const document = join(documents, 'service-categories.md')

/** What every run loads: what is run, what it starts, and what the bundler adds to files. */
const always = ['catalint.cjs', 'main.cjs', 'rolldown-runtime.cjs']
const forLinting = [...always, 'linting.cjs', 'rules.cjs']

const head = '## 一级类目：金融业\n\n| 二级类目 | 资质 |\n| --- | --- |\n'
const prose = documentWith('prose', 'Nothing but *prose*.\n')
const marked = documentWith('marked', `${head}| 信托 | **《金融许可证》** |\n`)

describe('a run loads what it needs and nothing else', () => {
  test.each([
    ['the version', ['--version'], always],
    ['a lint of prose', [prose], [...always, 'pretty.cjs']],
    ['a lint of tables', [document], [...forLinting, 'pretty.cjs']],
    ['a lint without a configuration', ['--no-config', document], [...forLinting, 'pretty.cjs']],
    ['a lint of a cell with markup', [marked], [...forLinting, 'parser.cjs', 'pretty.cjs']],
    ['the list of rules', ['rules'], [...always, 'cli-rules-command.cjs', 'rules.cjs']],
  ])('%s', (_, args, files) => {
    expect(loaded(args)).toEqual([...files].sort())
  })

  test('a lint loads no code that other runs are for', () => {
    const held = loaded(['--no-config', document]).flatMap((name) => modules.get(name) ?? [])
    const other = /^src\/(?:diff|export|init|query|cli\/(?:cache|diff|git|merge|watch))\//
    expect(held.length).toBeGreaterThan(200)
    expect(held.filter((path) => other.test(path))).toEqual([])
    const packages = held.flatMap((path) => /node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [])
    expect(packages.filter((name) => /yaml|toml|json|re2js|glob|picomatch|csv/.test(name))).toEqual([])
  })

  test.each([
    ['diff', [document, document], 'cli-diff-diff-command.cjs'],
    ['explain', ['no-empty-row'], 'cli-explain-command.cjs'],
    ['export', ['--to', 'json', document], 'cli-export-command.cjs'],
    ['init', [document], 'cli-init-command.cjs'],
    ['merge', [document], 'cli-merge-merge-command.cjs'],
    ['query', ['--held', 'A', document], 'cli-query-command.cjs'],
  ])('%s loads no other command', (command, args, file) => {
    const files = loaded([command, ...args]).filter((name) => /^cli-.*-command\.cjs$/.test(name))
    expect(files).toEqual([file])
  })

  test('what reads configurations and globs is loaded for those alone', () => {
    const apart = ['cli-data-yaml.cjs', 'cli-config-linear-patterns.cjs', 'cli-glob.cjs']
    const ofThese = (args: readonly string[]) => loaded(args).filter((name) => apart.includes(name))
    const config = join(workspace({'catalint.config.yaml': 'ignore: x/\n'}), 'catalint.config.yaml')
    expect(ofThese(['--format', 'json', document])).toEqual([])
    expect(ofThese(['--config', config, document])).toEqual([
      'cli-config-linear-patterns.cjs',
      'cli-data-yaml.cjs',
    ])
    expect(ofThese([join(documents, 'service*.md')])).toContain('cli-glob.cjs')
  })
})

function documentWith(name: string, text: string): string {
  const path = join(home, `${name}.md`)
  writeFileSync(path, text)
  return path
}

/** The files that a run of the program loads, by name. */
function loaded(args: readonly string[]): readonly string[] {
  const tell = join(home, 'tell.cjs')
  const names = 'JSON.stringify(Object.keys(require.cache))'
  writeFileSync(tell, `process.on('exit', () => console.error('LOADED ' + ${names}))`)
  // A run may write to the directory that it is in.
  const options = {cwd: workspace({}), encoding: 'utf8', maxBuffer: 2 ** 28} as const
  const {stderr} = spawnSync(execPath, ['-r', tell, program, ...args], options)
  const [, paths = '[]'] = /^LOADED (.*)$/m.exec(stderr) ?? []
  return (JSON.parse(paths) as string[])
    .map((path) => basename(path))
    .filter((name) => name !== 'tell.cjs')
    .sort()
}
