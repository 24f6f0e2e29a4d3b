import {spawnSync} from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {isBuiltin} from 'node:module'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {rules} from '../../rules/index.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const document = join(root, 'fixtures/documents/service-categories.md')

/** An empty directory in which the packed package is installed, as a user would. */
let folder = ''
let packed: readonly string[] = []

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'catalint-package-')))
  const pack = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root)
  const [entry] = JSON.parse(pack.stdout) as readonly {filename: string; files: readonly {path: string}[]}[]
  packed = entry?.files.map(({path}) => path) ?? []
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({name: 'consumer', private: true, type: 'module'}),
  )
  run(
    'npm',
    ['install', '--no-audit', '--no-fund', '--prefer-offline', join(folder, entry?.filename ?? '')],
    folder,
  )
}, 300_000)

afterAll(() => rmSync(folder, {recursive: true, force: true}))

describe('the packed package', () => {
  it('holds the program, the library, types, documentation, schema and licences, and no sources', () => {
    expect(packed).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'dist/THIRD-PARTY-LICENSES.txt',
        'dist/catalint.cjs',
        'dist/index.js',
        'dist/remark.js',
        'dist/types/src/index.d.ts',
        'dist/types/src/remark.d.ts',
        'docs/configuration.md',
        'docs/diff.md',
        'docs/exports.md',
        'docs/fixing.md',
        'docs/query.md',
        'docs/reports.md',
        'docs/requirement-grammar.md',
        'docs/vocabulary.md',
        'schema/config.schema.json',
        'schema/dataset.schema.json',
        'schema/diff.schema.json',
        'schema/vocabulary.schema.json',
        ...rules.map(({id}) => `rules/${id}.md`),
      ]),
    )
    expect(
      packed.filter((path) => /^(src|test|fixtures|bench|scripts|\.ci)\/|(?<!\.d)\.ts$/.test(path)),
    ).toEqual([])
  })

  it('holds nothing that is kept beside the program', () => {
    expect(existsSync(join(root, 'dist/compiled'))).toBe(process.platform !== 'win32')
    expect(packed.filter((path) => path.startsWith('dist/compiled/'))).toEqual([])
  })

  it.each(['README.md', 'README.zh-CN.md'])('holds what %s links to', (name) => {
    const links = [...readFileSync(join(root, name), 'utf8').matchAll(/\]\(([^)#:]+)/g)]
    const targets = links.map(([, target = '']) => target)
    expect(targets.length).toBeGreaterThan(20)
    expect(targets.filter((target) => !packed.includes(target))).toEqual([])
  })

  it('installs fewer than ten packages of its own choice', () => {
    const {dependencies} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: object
    }
    expect(Object.keys(dependencies).length).toBeLessThan(10)
    const table = readFileSync(
      join(folder, 'node_modules/micromark-extension-gfm-table/package.json'),
      'utf8',
    )
    const {version} = JSON.parse(table) as {version: string}
    // Earlier ones take time quadratic in the number of rows.
    expect(version.localeCompare('2.1.2', 'en', {numeric: true})).toBeGreaterThanOrEqual(0)
  })

  it('has a program that lints, exports and explains', () => {
    const lint = run('npx', ['catalint', document, '--format', 'compact', '--quiet'], folder, 1)
    expect(lint.stdout.trim().split('\n')).toHaveLength(3)
    const dataset = run('npx', ['catalint', 'export', '--to', 'json', document], folder)
    expect(JSON.parse(dataset.stdout)).toMatchObject({version: 1, documents: [{title: expect.any(String)}]})
    expect(run('npx', ['catalint', 'explain', 'no-misplaced-column'], folder).stdout).toContain(
      '## Why it matters',
    )
    expect(run('npx', ['catalint', '--version'], folder).stdout.trim()).toMatch(/^\d+\.\d+\.\d+/)
  })

  it('has a library and a remark plugin that import', () => {
    writeFileSync(
      join(folder, 'use.js'),
      `import {lintText, readDataset, defineRule} from 'catalint'
       import plugin from 'catalint/remark'
       import schema from 'catalint/schema/dataset.schema.json' with {type: 'json'}
       const text = '## 一级类目：甲\\n\\n| 二级类目 | 资质 |\\n| - | - |\\n| 乙 | 《丙证 》 |\\n'
       console.log(JSON.stringify([
         lintText(text).findings.map(({rule}) => rule),
         readDataset(text).categories[0].subcategories[0].qualification,
         typeof defineRule, typeof plugin, schema.type,
       ]))`,
    )
    const {stdout} = run(process.execPath, ['--no-warnings', 'use.js'], folder)
    expect(JSON.parse(stdout)).toEqual([['license-spacing'], '《丙证》', 'function', 'function', 'object'])
  })

  it.each(['nodenext', 'bundler'])('has types that resolve under %s', (moduleResolution) => {
    writeFileSync(
      join(folder, 'use.ts'),
      `import {lintText, readDataset, defineRule, type Finding} from 'catalint'
       import plugin from 'catalint/remark'
       const findings: readonly Finding[] = lintText('').findings
       const names: readonly (string | null)[] = readDataset('').categories.map(({name}) => name)
       const rule = defineRule({id: 'a', summary: {en: '', zh: ''}, level: 'error', messages: {}, check() {}})
       // @ts-expect-error a level is none of these words
       const level: 'grave' = findings[0]!.level
       export {findings, names, plugin, rule, level}`,
    )
    const module = moduleResolution === 'nodenext' ? 'nodenext' : 'preserve'
    const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', module]
    const compiler = join(root, 'node_modules/typescript/bin/tsc')
    run(process.execPath, [compiler, ...options, '--moduleResolution', moduleResolution, 'use.ts'], folder)
  })

  it('has a program that needs nothing but Node.js and its own files', () => {
    const home = join(folder, 'node_modules/catalint/dist')
    const files = [join(home, 'catalint.cjs'), ...filesIn(join(home, 'program'))]
    const missing = files.flatMap((file) =>
      requiredBy(file).filter((name) => !isBuiltin(name) && !existsSync(join(dirname(file), name))),
    )
    expect(files.length).toBeGreaterThan(20)
    expect(missing).toEqual([])
  })
})

function filesIn(directory: string): readonly string[] {
  return readdirSync(directory).map((name) => join(directory, name))
}

function requiredBy(file: string): readonly string[] {
  const calls = readFileSync(file, 'utf8').matchAll(/\brequire\((["'`])([^"'`]+)\1\)/g)
  return [...calls].map(([, , name = '']) => name)
}

function run(command: string, args: readonly string[], cwd: string, wanted = 0) {
  const result = spawnSync(command, args, {cwd, encoding: 'utf8', shell: process.platform === 'win32'})
  const {status, stdout, stderr} = result
  if (status !== wanted) throw new Error(`${command} ${args.join(' ')} gave ${status}\n${stdout}\n${stderr}`)
  return {stdout, stderr}
}
