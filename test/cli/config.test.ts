import {execFileSync} from 'node:child_process'
import {chmodSync, mkdirSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {catalint, clean, type Files, flawed, warned} from './catalint.ts'
import {asOrdinaryUser, fakeHost, workspace} from './workspace.ts'

/** The rules that report anything in each file, in the files' order. */
async function found(files: Files, ...argv: string[]) {
  const {stdout, stderr, status} = await catalint(files, ['--format=json', ...argv])
  const report = JSON.parse(stdout) as {
    files: {path: string; findings: {rule: string; level: string}[]}[]
  }
  const of = report.files.map(
    ({path, findings}) => [path, findings.map(({rule, level}) => `${rule}: ${level}`)] as const,
  )
  return {files: Object.fromEntries(of), stderr, status}
}

const bySelf = ['license-spacing: warning', 'no-duplicate-key: error']

const switchedOff = {
  'catalint.config.json': '{"rules": {"license-spacing": "off"}}',
  'catalint.config.jsonc': '{\n  // ours\n  "rules": {"license-spacing": "off",}, /* end */\n}\n',
  'catalint.config.yaml': 'rules:\n  license-spacing: off # not a truth value\n',
  'catalint.config.yml': '---\nrules: {license-spacing: "off"}\n...\n',
  'catalint.config.toml': '[rules]\nlicense-spacing = "off"\n',
  'package.json': '{"name": "x", "catalint": {"rules": {"license-spacing": "off"}}}',
} as const

describe('a configuration is found', () => {
  test.each(Object.entries(switchedOff))('as %s', async (name, content) => {
    const {files, stderr} = await found({'docs/a.md': flawed, [name]: content})
    expect({files, stderr}).toEqual({files: {'docs/a.md': ['no-duplicate-key: error']}, stderr: ''})
  })

  test.each(Object.entries(switchedOff))('with CRLF and a byte order mark as %s', async (name, content) => {
    const written = `\uFEFF${content.replaceAll('\n', '\r\n')}`
    const {files, stderr} = await found({'a.md': flawed, [name]: written})
    expect({files, stderr}).toEqual({files: {'a.md': ['no-duplicate-key: error']}, stderr: ''})
  })

  test('above each document, the nearest alone', async () => {
    const {files} = await found({
      'catalint.config.yaml': switchedOff['catalint.config.yaml'],
      'a.md': flawed,
      'x/y/b.md': flawed,
      'x/z/catalint.config.yaml': 'rules: {no-duplicate-key: info}',
      'x/z/deep/c.md': flawed,
    })
    expect(files).toEqual({
      'a.md': ['no-duplicate-key: error'],
      'x/y/b.md': ['no-duplicate-key: error'],
      'x/z/deep/c.md': ['license-spacing: warning', 'no-duplicate-key: info'],
    })
  })

  test('not above the repository', async () => {
    const root = workspace({'catalint.config.yaml': 'rules: {license-spacing: off}', 'r/docs/a.md': warned})
    execFileSync('git', ['init', '--quiet'], {cwd: join(root, 'r')})
    const host = fakeHost(root)
    expect(await run(['r', '--format=compact'], host)).toBe(0)
    expect(host.written.stdout).toContain('[license-spacing]')
  })

  test('from a subdirectory, and named as seen from there', async () => {
    const root = workspace({'catalint.config.yaml': 'rule: {}', 'docs/a.md': warned})
    const host = fakeHost(join(root, 'docs'))
    expect(await run([], host)).toBe(2)
    expect(host.written.stderr).toContain('catalint: ../catalint.config.yaml:1:1: rule: is not known here')
  })

  test('for standard input, from where its name is', async () => {
    const files = {'docs/catalint.config.toml': switchedOff['catalint.config.toml'], 'docs/a.md': ''}
    const argv = ['-', '--format=compact']
    expect((await catalint(files, argv, {stdin: warned})).stdout).toContain('[license-spacing]')
    const inDocs = await catalint(files, [...argv, '--stdin-filename=docs/new.md'], {stdin: warned})
    expect(inDocs).toMatchObject({status: 0, stdout: '', stderr: ''})
  })

  test('in package.json only where it says catalint', async () => {
    for (const manifest of ['{"devDependencies": {"catalint": "*"}}', '{"catalint"', '[]', 'null', '']) {
      const {files, stderr} = await found({'a.md': flawed, 'package.json': manifest})
      expect({files, stderr}).toEqual({files: {'a.md': bySelf}, stderr: ''})
    }
  })

  test('twice in one directory is a mistake', async () => {
    const two = {
      'a.md': flawed,
      'catalint.config.json': '{}',
      'package.json': '{"catalint": {}}',
      'ok/b.md': warned,
      'ok/catalint.config.json': '{}',
    }
    const {files, stderr, status} = await found(two)
    expect(files).toEqual({'ok/b.md': ['license-spacing: warning']})
    expect(status).toBe(2)
    expect(stderr).toBe(
      'catalint: package.json: there is catalint.config.json beside it; keep one of the two\n',
    )
  })
})

describe('the command line', () => {
  const files = {
    'a.md': flawed,
    'catalint.config.yaml': 'rules: {license-spacing: off}',
    'other/mine.yaml': 'rules: {no-duplicate-key: off}',
  }

  test('names one configuration for all with --config', async () => {
    expect((await found(files, '--config=other/mine.yaml')).files).toEqual({
      'a.md': ['license-spacing: warning'],
    })
  })

  test('does without with --no-config', async () => {
    expect((await found(files, '--no-config')).files).toEqual({'a.md': bySelf})
  })

  test('wins with --rule', async () => {
    expect((await found(files, '--rule=license-spacing: info')).files).toEqual({
      'a.md': ['license-spacing: info', 'no-duplicate-key: error'],
    })
  })

  test('keeps the options of a configuration under a level', async () => {
    const document = {'a.md': '## 一级类目：甲\n\n| 二级类目 | 资质 |\n| --- | --- |\n| 乙 | |\n'}
    const quiet = {...document, 'catalint.config.yaml': 'rules: {no-empty-cell: [info, {optional: false}]}'}
    const level = '--rule=no-empty-cell: error'
    expect((await found(document, level)).files).toEqual({'a.md': ['no-empty-cell: error']})
    expect((await found(quiet, level)).files).toEqual({'a.md': []})
    expect((await found(quiet, '--rule=no-empty-cell: [error, {}]')).files).toEqual({
      'a.md': ['no-empty-cell: error'],
    })
  })

  test('sees options kept from file to file', async () => {
    const files = {
      'a.md': '## 一级类目：甲\n\n| 二级类目 | 资质 |\n| --- | --- |\n| 乙 | |\n|  | 《营业执照》 |\n',
      'base.yaml': 'rules: {no-empty-cell: [info, {optional: false}]}',
      'catalint.config.yaml':
        'extends: ./base.yaml\noverrides: [{files: a.md, rules: {no-empty-cell: warning}}]',
    }
    expect((await found(files)).files).toEqual({'a.md': ['no-empty-cell: warning']})
  })

  test('cannot say both', async () => {
    expect(await catalint(files, ['--config=other/mine.yaml', '--no-config'])).toMatchObject({
      status: 2,
      stderr: 'catalint: --config and --no-config exclude each other; leave one out\n',
    })
  })

  test('names a file that has to be there', async () => {
    expect(await catalint(files, ['--config=gone.yaml'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'catalint: gone.yaml: no such file or directory\n',
    })
  })
})

test('rules are the linter’s: the dataset is the same without them', async () => {
  const argv = ['export', '--to=json']
  const plain = await catalint({'a.md': flawed}, argv)
  const {stdout} = await catalint(
    {'a.md': flawed, 'catalint.config.yaml': 'rules: {no-duplicate-key: off}'},
    argv,
  )
  expect(stdout).toBe(plain.stdout)
  expect(stdout).toContain('"no-duplicate-key"')
})

describe('presets', () => {
  const preset = (name: string, rest = '') => ({
    'a.md': flawed,
    'catalint.config.yaml': `extends: ${name}\n${rest}`,
  })

  test.each([
    ['catalint:recommended', bySelf],
    ['catalint:strict', bySelf],
    ['catalint:all', ['license-spacing: error', 'no-duplicate-key: error']],
    ['[catalint:all, catalint:recommended]', bySelf],
  ])('%s', async (name, rules) => {
    expect((await found(preset(name))).files).toEqual({'a.md': rules})
  })

  test('stand below what a file says itself', async () => {
    const {files} = await found(preset('catalint:all', 'rules: {license-spacing: info}'))
    expect(files).toEqual({'a.md': ['license-spacing: info', 'no-duplicate-key: error']})
  })
})

describe('extends', () => {
  test('takes files from where it stands, the later over the earlier', async () => {
    const {files} = await found({
      'docs/a.md': flawed,
      'docs/catalint.config.yaml':
        'extends: [../base/one.json, ../base/two.toml]\nrules: {cell-whitespace: off}',
      'base/one.json': '{"rules": {"license-spacing": "error", "no-duplicate-key": "off"}}',
      'base/two.toml': 'extends = "./three.yaml"\nrules = {no-duplicate-key = "info"}',
      'base/three.yaml': 'rules: {no-duplicate-key: error}',
    })
    expect(files).toEqual({'docs/a.md': ['license-spacing: error', 'no-duplicate-key: info']})
  })

  test('reports a circle', async () => {
    const {stderr, status} = await catalint(
      {
        'a.md': clean,
        'catalint.config.json': '{"extends": "x/b.json"}',
        'x/b.json': '{\n "extends": ["../catalint.config.json"]}',
      },
      [],
    )
    expect(status).toBe(2)
    expect(stderr).toBe(
      'catalint: x/b.json:2:14: extends[0]: leads in a circle: catalint.config.json → x/b.json → catalint.config.json\n',
    )
  })

  test('ends where it fans out', async () => {
    const fan = (next: string) => JSON.stringify({extends: [next, next, next, next]})
    const files = {
      'a.md': clean,
      'catalint.config.json': fan('./b.json'),
      'b.json': fan('./c.json'),
      'c.json': fan('./d.json'),
      'd.json': fan('./e.json'),
      'e.json': '{}',
    }
    const {stderr, status} = await catalint(files, [])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^catalint: \w\.json: more than 100 files in one configuration; extend fewer\n$/)
  })

  test('names what is missing', async () => {
    const {stderr} = await catalint({'a.md': clean, 'catalint.config.json': '{"extends": "./gone.yaml"}'}, [])
    expect(stderr).toBe('catalint: gone.yaml: no such file or directory\n')
  })
})

describe('overrides', () => {
  test('hold for their files, the later over the earlier', async () => {
    const {files} = await found({
      'a.md': flawed,
      'docs/b.md': flawed,
      'docs/old/c.md': flawed,
      'catalint.config.yaml': `
rules: {license-spacing: error}
overrides:
  - files: docs/
    excludedFiles: [docs/old/*.md]
    rules: {license-spacing: off}
  - {files: ["*.md"], rules: {no-duplicate-key: info}}
  - {files: ["a.{md,txt}"], rules: {no-duplicate-key: warning}}
`,
    })
    expect(files).toEqual({
      'a.md': ['license-spacing: error', 'no-duplicate-key: warning'],
      'docs/b.md': ['no-duplicate-key: info'],
      'docs/old/c.md': ['license-spacing: error', 'no-duplicate-key: info'],
    })
  })

  test('count from the directory of their own file', async () => {
    const {files} = await found({
      'docs/a.md': warned,
      'base/docs/b.md': warned,
      'catalint.config.yaml': 'extends: ./base/shared.yaml',
      'base/shared.yaml':
        'overrides: [{files: docs/a.md, rules: {license-spacing: off}}, {files: docs/b.md, rules: {license-spacing: info}}]',
    })
    expect(files).toEqual({
      'base/docs/b.md': ['license-spacing: info'],
      'docs/a.md': ['license-spacing: warning'],
    })
  })
})

describe('ignore', () => {
  const files = {
    'a.md': warned,
    'docs/b.md': warned,
    'docs/keep/c.md': warned,
    'dist/deep/d.md': warned,
    'catalint.config.yaml': 'ignore: [dist/, "docs/*", "!docs/keep/"]\n',
  }

  test('leaves out files and directories', async () => {
    expect(Object.keys((await found(files)).files)).toEqual(['a.md', 'docs/keep/c.md'])
    expect(Object.keys((await found(files, '**/*.md')).files)).toEqual(['a.md', 'docs/keep/c.md'])
    expect(Object.keys((await found(files, '--no-config')).files)).toHaveLength(4)
  })

  test('leaves out a file that is named, and says so', async () => {
    const {files: read, stderr, status} = await found(files, 'docs/b.md', 'a.md')
    expect(Object.keys(read)).toEqual(['a.md'])
    expect(status).toBe(0)
    expect(stderr).toBe('catalint: docs/b.md: left out, as catalint.config.yaml says under ignore\n')
  })

  test('does so in Chinese, and for standard input', async () => {
    const argv = ['-', '--stdin-filename=dist/x.md', '--lang=zh']
    expect(await catalint(files, argv, {stdin: flawed})).toMatchObject({
      status: 0,
      stderr: 'catalint: dist/x.md: 已跳过：catalint.config.yaml 的 ignore 将其排除\n',
    })
  })

  test('hands standard input on as it is where it would be fixed', async () => {
    for (const fix of ['--fix', '--fix-suggestions']) {
      const argv = ['-', '--stdin-filename=dist/x.md', fix]
      const left = await catalint(files, argv, {stdin: `\uFEFF${flawed}`})
      expect(left).toMatchObject({status: 0, stdout: `\uFEFF${flawed}`})
      expect(left.stderr).toContain('dist/x.md: left out')
    }
    expect((await catalint(files, ['-', '--stdin-filename=x.md', '--fix'], {stdin: flawed})).stdout).not.toBe(
      flawed,
    )
  })

  test('does not enter a directory', async () => {
    const root = workspace(files)
    chmodSync(join(root, 'dist'), 0)
    const host = fakeHost(root)
    const status = await asOrdinaryUser(root, () => run(['--format=compact'], host))
    chmodSync(join(root, 'dist'), 0o755)
    expect({status, stderr: host.written.stderr}).toEqual({status: 0, stderr: ''})
  })

  test('holds for export and query', async () => {
    const {stdout} = await catalint(files, ['export', '--to=json'])
    expect(JSON.parse(stdout)).toMatchObject({documents: [{path: 'a.md'}, {path: 'docs/keep/c.md'}]})
    expect((await catalint(files, ['query', '--held=营业执照'])).stdout).not.toContain('dist')
  })

  test('of everything in a directory is a failure', async () => {
    const {status, stderr} = await catalint({'a.md': warned, 'catalint.config.yaml': 'ignore: "*"'}, [])
    expect(status).toBe(2)
    expect(stderr).toContain('no Markdown file in this directory')
  })
})

const props = `
# API

| 属性名 | 类型 |
| --- | --- |
| a | strin |
| a | string |
`

describe('tables', () => {
  const declared = `columns:
      - {name: 属性名, unique: true}
      - {name: 类型, enum: [string, number]}
`
  test('are read by lint', async () => {
    const {files} = await found({'a.md': props, 'catalint.config.yaml': `tables:\n  props:\n    ${declared}`})
    expect(files).toEqual({'a.md': ['column-value: error', 'no-duplicate-key: error']})
  })

  test('are looked for in their paths', async () => {
    const config = `tables:\n  props:\n    paths: [api/]\n    ${declared}`
    const {files} = await found({'a.md': props, 'api/b.md': props, 'catalint.config.yaml': config})
    expect(files).toEqual({'a.md': [], 'api/b.md': ['column-value: error', 'no-duplicate-key: error']})
  })

  test('may extend one that is looked for elsewhere', async () => {
    const config = `tables:
  other: {extends: props, paths: other/, columns: [{name: 类型, enum: [strin, string]}]}
  props:
    paths: [api/]
    ${declared}`
    const {files} = await found({'a.md': props, 'other/b.md': props, 'catalint.config.yaml': config})
    expect(files).toEqual({'a.md': [], 'other/b.md': ['no-duplicate-key: error']})
  })

  test('are changed and taken away by overrides', async () => {
    const config = `tables:
  props:
    ${declared}overrides:
  - {files: off/, tables: {props: false}}
  - {files: more/, tables: {props: {extends: props, columns: [{name: 类型, enum: [strin, string]}]}}}
`
    const documents = {'a.md': props, 'off/b.md': props, 'more/c.md': props}
    const {files, stderr} = await found({...documents, 'catalint.config.yaml': config})
    expect(stderr).toBe('')
    expect(files).toEqual({
      'a.md': ['column-value: error', 'no-duplicate-key: error'],
      'more/c.md': ['no-duplicate-key: error'],
      'off/b.md': [],
    })
  })

  test('may take the built-in ones away, whose words others may build on', async () => {
    const config = 'tables: {categories: false, mine: {extends: categories, heading: 金融}}'
    const {files, stderr} = await found({'a.md': flawed, 'catalint.config.yaml': config})
    expect(stderr).toBe('')
    expect(files['a.md']).toContain('no-duplicate-key: error')
    const none = await found({'a.md': flawed, 'catalint.config.yaml': 'tables: {categories: false}'})
    expect(none.files).toEqual({'a.md': []})
  })

  test('match with patterns that JavaScript would hang on', async () => {
    const config =
      "tables: {t: {heading: '^(A|P|I)+$', columns: [{name: 属性名, pattern: '(x+x+)+y'}, {name: 类型}]}}"
    const document = props.replace('| a |', `| ${'x'.repeat(5000)} |`)
    const {files} = await found({'a.md': document, 'catalint.config.yaml': config})
    expect(files['a.md']).toEqual(['column-value: error', 'column-value: error'])
  })
})

describe('vocabulary', () => {
  const document = '## 一级类目：甲\n\n| 二级类目 | 资质 |\n| --- | --- |\n| 乙 | 《蓝盾》 |\n'
  const seal = '{version: 1, licenses: [{name: 蓝盾标识, informalNames: [蓝盾]}]}'

  async function canonical(files: Files, ...argv: string[]) {
    const {stdout, stderr} = await catalint({'docs/a.md': document, ...files}, [
      'export',
      '--to=json',
      ...argv,
    ])
    expect(stderr).toBe('')
    return (/"canonical": "(.*)"/.exec(stdout) ?? [])[1]
  }

  test('is data in place or a file beside the configuration', async () => {
    expect(await canonical({})).toBeUndefined()
    expect(await canonical({'catalint.config.yaml': `vocabulary: ${seal}`})).toBe('蓝盾标识')
    const file = {'docs/catalint.config.json': '{"vocabulary": ["../words/v.yaml"]}', 'words/v.yaml': seal}
    expect(await canonical(file)).toBe('蓝盾标识')
  })

  test('adds up, the later over the earlier, the command line last', async () => {
    const files = {
      'catalint.config.yaml': `vocabulary: [${seal}, {version: 1, licenses: [{name: 蓝盾, aliases: [蓝盾二]}, {name: 甲证, successor: {name: 蓝盾标识, from: '2000', source: x}}]}]`,
      'v.json': '{"version": 1, "licenses": [{"name": "绿盾", "informalNames": ["蓝盾"]}]}',
    }
    expect(await canonical(files)).toBeUndefined()
    expect(await canonical(files, '--vocabulary=v.json')).toBe('绿盾')
  })

  test('is told apart for each document by query', async () => {
    const files = {
      'a/a.md': document,
      'a/catalint.config.yaml': `vocabulary: ${seal}`,
      'b/b.md': document,
    }
    const {stdout, stderr} = await catalint(files, ['query', '--held=蓝盾标识'])
    expect(stderr).toBe('')
    expect(stdout).toMatch(/a\/a\.md[\s\S]*✓ 乙[\s\S]*b\/b\.md[\s\S]*× 乙/)
  })

  test('with a mistake is pointed at', async () => {
    const config = 'vocabulary:\n  - version: 1\n    licenses: [{name: 《甲》}]\n'
    const {stderr, status} = await catalint({'a.md': clean, 'catalint.config.yaml': config}, [])
    expect(status).toBe(2)
    expect(stderr).toBe(
      'catalint: catalint.config.yaml:3:17: vocabulary[0].licenses[0].name: expected a name of at most 100 characters without 《 》, not "《甲》"\n',
    )
  })
})

describe('a mistake', () => {
  test.each<[config: string, line: string, chinese?: string]>([
    [
      'rules: {no-duplicate-keys: error}',
      '1:9: rules.no-duplicate-keys: unknown rule; did you mean no-duplicate-key?',
      '1:9: rules.no-duplicate-keys: 未知规则；是否想用 no-duplicate-key？',
    ],
    [
      'rules: {no-empty-cell: eror}',
      '1:9: rules.no-empty-cell: expected one of "error", "warning", "info", "off", not "eror"; did you mean error?',
      '1:9: rules.no-empty-cell: 应为"error"、"warning"、"info"、"off" 之一，而不是 "eror"；是否想用 error？',
    ],
    [
      'rules: {no-empty-cell: [info, {}, 1]}',
      '1:35: rules.no-empty-cell[2]: expected a level and options, not 1',
    ],
    ['rules: {no-empty-cell: []}', '1:9: rules.no-empty-cell[0]: is missing'],
    [
      'rules: {no-empty-cell: [info, {x: 1}]}',
      '1:32: rules.no-empty-cell[1].x: is not known here: expected an option named optional',
    ],
    [
      'rule: {}',
      '1:1: rule: is not known here: expected $schema, extends, ignore, vocabulary, rules, tables, overrides; did you mean rules?',
    ],
    ['[1]', '1:1: expected an object, not a list'],
    ['', '1:1: expected an object, not null'],
    [
      'extends: catalint:strct',
      '1:1: extends: expected catalint:recommended, catalint:strict, catalint:all or the path of a file, not "catalint:strct"; did you mean catalint:strict?',
    ],
    ['overrides: [{rules: {}}]', '1:13: overrides[0].files: is missing'],
    ['overrides: [{files: []}]', '1:14: overrides[0].files: is an empty list'],
    [
      "overrides: [{files: 'docs\\*.md'}]",
      '1:14: overrides[0].files: expected / between folders (and [*] for a plain *), not "docs\\\\*.md"',
    ],
    [
      "overrides: [{files: '!a.md'}]",
      '1:14: overrides[0].files: expected what is meant (what is not goes into excludedFiles), not "!a.md"',
    ],
    [
      'overrides: [{files: ../a.md}]',
      '1:14: overrides[0].files: expected a path below the configuration’s directory, not "../a.md"',
    ],
    [
      "overrides: [{files: ['a{']}]",
      '1:22: overrides[0].files[0]: is no glob: a bracket is not closed, or a range goes backwards',
    ],
    ['ignore: 3', '1:1: ignore: expected a line as in .gitignore, of at most 500 characters, not 3'],
    ['vocabulary: 3', '1:1: vocabulary: expected the path of a vocabulary, or one in place, not 3'],
    ['tables: {t: {}}', '1:10: tables.t: declares no table: give it columns, or a table that it extends'],
    ['tables: {t: true}', '1:10: tables.t: expected an object, not true'],
    ['tables: {t: {columns: []}}', '1:14: tables.t.columns: is an empty list'],
    [
      'tables: {t: {columns: [{name: a, typ: string}]}}',
      '1:34: tables.t.columns[0].typ: is not known here: expected name, headers, headerEndings, role, optional, inherits, separator, type, required, unique, enum, pattern, minLength, maxLength, references; did you mean type?',
    ],
    [
      'tables: {t: {columns: [{name: a, type: strin}]}}',
      '1:34: tables.t.columns[0].type: expected one of "string", "integer", "number", "boolean", "date", "time", "datetime", "year", "yearmonth", not "strin"; did you mean string?',
    ],
    [
      'tables: {t: {columns: [{name: a}, {name: a}]}}',
      '1:36: tables.t.columns[1].name: is the name of columns[0] too',
    ],
    [
      'tables: {t: {columns: [{name: a, headers: [X]}, {name: b, headers: [Ｘ]}]}}',
      '1:49: tables.t.columns[1]: has the header word “x”, which columns[0] has too',
    ],
    [
      'tables: {t: {columns: [{name: a, optional: true}]}}',
      '1:14: tables.t.columns: are all optional, so that every table would do: at least one has to be there',
    ],
    [
      'tables: {t: {columns: [{name: a, minLength: 3, maxLength: 2}]}}',
      '1:48: tables.t.columns[0].maxLength: is 2, which is less than minLength, 3',
    ],
    ['tables: {t: {columns: [{name: a, enum: []}]}}', '1:34: tables.t.columns[0].enum: is an empty list'],
    [
      'tables: {t: {columns: [{name: a, separator: ""}]}}',
      '1:34: tables.t.columns[0].separator: expected a text, not ""',
    ],
    [
      "tables: {t: {columns: [{name: a, pattern: '('}]}}",
      '1:34: tables.t.columns[0].pattern: is no regular expression: missing closing ): `(`',
      '1:34: tables.t.columns[0].pattern: 不是有效的正则表达式：missing closing ): `(`',
    ],
    [
      "tables: {t: {columns: [{name: a}], heading: '(?=a)'}}",
      '1:36: tables.t.heading: is no regular expression: invalid or unsupported Perl syntax: `(?=`',
    ],
    [
      'tables: {t: {extends: categoris}}',
      '1:14: tables.t.extends: names no table: expected categories, category-references, t; did you mean categories?',
    ],
    [
      'tables: {t: {extends: t}}',
      '1:14: tables.t.extends: names no table: expected categories, category-references',
    ],
    ['tables: {t: {extends: u}, u: {extends: t}}', '1:14: tables.t.extends: leads in a circle'],
    [
      'tables: {t: {columns: [{name: a, references: {table: categories, column: subcategry}}]}}',
      '1:66: tables.t.columns[0].references.column: is no column of “categories”: expected ordinal, category, group, subcategory, qualification, note; did you mean subcategory?',
    ],
    [
      'tables: {t: {columns: [{name: a, references: {table: cats, column: x}}]}}',
      '1:47: tables.t.columns[0].references.table: names no table: expected categories, category-references, t',
    ],
    [
      'tables: {constructor: {extends: toString}}',
      '1:24: tables.constructor.extends: names no table: expected categories, category-references, constructor',
    ],
    ['rules: {constructor: off}', '1:9: rules.constructor: unknown rule'],
    [
      '__proto__: {rules: {}}',
      '1:1: __proto__: is not known here: expected $schema, extends, ignore, vocabulary, rules, tables, overrides',
    ],
    [
      'tables: {__proto__: {columns: [{name: a}]}}',
      '1:10: tables.__proto__: expected a name, not "__proto__"',
    ],
    ['a: 1\na: 2', '2:1: not valid YAML: Map keys must be unique'],
    ['a: !!js/function x', '1:4: not valid YAML: Unresolved tag: tag:yaml.org,2002:js/function'],
    ['a: *b', '1:1: not valid YAML: Unresolved alias (the anchor must be set before the alias): b'],
    [
      'a: {}\n---\nb: {}',
      '2:1: not valid YAML: Source contains multiple documents; please use YAML.parseAllDocuments()',
    ],
  ])('%j is told in a line', async (config = '', line = '', chinese) => {
    const files = {
      'a.md': flawed,
      'ok/b.md': warned,
      'ok/catalint.config.json': '{}',
      'catalint.config.yaml': config,
    }
    const {stderr, status, files: read} = await found(files)
    const [first] = stderr.split('\n')
    expect(first).toBe(`catalint: catalint.config.yaml:${line}`)
    expect(status).toBe(2)
    // What another configuration holds for is read all the same.
    expect(read).toEqual({'ok/b.md': ['license-spacing: warning']})
    if (!chinese) return
    const zh = await found(files, '--lang=zh')
    expect(zh.stderr.split('\n')[0]).toBe(`catalint: catalint.config.yaml:${chinese}`)
  })

  test.each<readonly [name: string, config: string, line: string]>([
    [
      'catalint.config.toml',
      '[rules]\nno-empty-cel = "off"',
      'catalint.config.toml: rules.no-empty-cel: unknown rule; did you mean no-empty-cell?',
    ],
    ['catalint.config.toml', 'rules = {\n\n  =', 'catalint.config.toml:3:3: not valid TOML: '],
    [
      'catalint.config.json',
      '{"rules": {"no-empty-cel": "off"}}',
      'catalint.config.json:1:12: rules.no-empty-cel: unknown rule; did you mean no-empty-cell?',
    ],
    [
      'catalint.config.json',
      '{"rules": {}, "rules": {}}',
      'catalint.config.json:1:15: the key rules is there twice; keep one',
    ],
    [
      'package.json',
      '{"name": "x",\n"catalint": {"rules": {"no-empty-cel": "off"}}}',
      'package.json:2:24: catalint.rules.no-empty-cel: unknown rule; did you mean no-empty-cell?',
    ],
    ['package.json', '{"catalint": "x"}', 'package.json:1:2: catalint: expected an object, not "x"'],
  ])('in %s is told with its place', async (name, config, line) => {
    const {stderr, status} = await catalint({'a.md': clean, [name]: config}, [])
    expect(status).toBe(2)
    expect(stderr.startsWith(`catalint: ${line}`) ? line : stderr).toBe(line)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  test('is told once for all documents, and others stop at five', async () => {
    const config = `rules:\n${Array.from({length: 8}, (_, index) => `  x${index}x: off\n`).join('')}`
    const {stderr} = await catalint({'a.md': clean, 'b/c.md': clean, 'catalint.config.yml': config}, [])
    const lines = stderr.trimEnd().split('\n')
    expect(lines.slice(0, 5).map((line) => line.slice(0, 42))).toEqual(
      [0, 1, 2, 3, 4].map((index) => `catalint: catalint.config.yml:${index + 2}:3: rules.x`),
    )
    expect(lines.slice(5)).toEqual(['catalint: catalint.config.yml: and 3 more'])
  })

  test('lets export write nothing', async () => {
    const files = {'a.md': clean, 'b/c.md': clean, 'b/catalint.config.json': '{"x": 1}'}
    expect(await catalint(files, ['export', '--to=json'])).toMatchObject({status: 2, stdout: ''})
  })
})

describe('a hostile configuration', () => {
  const deep = 100_000
  const bomb = [
    'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
    ...Array.from(
      {length: 12},
      (_, index) => `a${index + 1}: &a${index + 1} [${Array(10).fill(`*a${index}`)}]`,
    ),
  ].join('\n')

  test.each<readonly [what: string, name: string, content: string | Uint8Array, line: RegExp]>([
    [
      'deep JSON',
      'catalint.config.json',
      '['.repeat(deep) + ']'.repeat(deep),
      /nested too deeply; write it flatter$/,
    ],
    [
      'deep YAML',
      'catalint.config.yaml',
      '['.repeat(deep) + ']'.repeat(deep),
      /nested too deeply|not valid YAML/,
    ],
    ['deep TOML', 'catalint.config.toml', `a = ${'['.repeat(deep)}`, /nested/],
    ['aliases without bound', 'catalint.config.yaml', bomb, /Excessive alias count/],
    ['an alias of itself', 'catalint.config.yaml', 'rules: &r {x: *r}', /rules\.x: unknown rule$/],
    ['GB18030', 'catalint.config.yaml', Uint8Array.of(0xc4, 0xe3), /not UTF-8/],
    [
      '5 MiB',
      'catalint.config.yaml',
      '#'.repeat(5 * 1024 * 1024),
      /the file has more than 4 MiB; shorten it$/,
    ],
    [
      'many tables',
      'catalint.config.json',
      JSON.stringify({
        tables: Object.fromEntries(
          Array.from({length: 60_000}, (_, index) => [`t${index}`, {extends: `t${index + 1}`}]),
        ),
      }),
      /tables: has more than 500 names$/,
    ],
    [
      'a chain of tables',
      'catalint.config.json',
      JSON.stringify({
        tables: Object.fromEntries(
          Array.from({length: 499}, (_, index) => [`t${index}`, {extends: `t${index + 1}`}]),
        ),
      }),
      /tables\.t498\.extends: names no table/,
    ],
    [
      'a pattern too large',
      'catalint.config.yaml',
      `tables: {t: {heading: '${'(?:a{900})'.repeat(50)}', columns: [{name: a}]}}`,
      /too many repetitions/,
    ],
    [
      'a long glob',
      'catalint.config.yaml',
      `overrides: [{files: '${'{a,*}'.repeat(200)}'}]`,
      /a glob of at most 500 characters/,
    ],
    [
      'controls',
      'catalint.config.json',
      '{"\\u001b[2J\\u202e": 1}',
      /: <U\+001B>\[2J<U\+202E>: is not known here/,
    ],
  ])('%s', async (_, name, content, line) => {
    const start = performance.now()
    const {stderr, status} = await catalint({'a.md': clean, [name]: content}, [])
    expect(performance.now() - start).toBeLessThan(5000)
    expect(status).toBe(2)
    const lines = stderr.trimEnd().split('\n')
    expect(lines[0]).toMatch(line)
    expect(lines).toHaveLength(1)
    expect(Object.hasOwn(Object.prototype, 'rules')).toBe(false)
  })

  test('is a directory, a link in a loop, or not to be read', async () => {
    const root = workspace({
      'd/catalint.config.yaml/': '',
      'd/a.md': clean,
      'l/a.md': clean,
      'x/a.md': clean,
      'x/catalint.config.toml': '',
    })
    symlinkSync('catalint.config.json', join(root, 'l', 'catalint.config.json'))
    chmodSync(join(root, 'x', 'catalint.config.toml'), 0)
    const host = fakeHost(root)
    expect(await asOrdinaryUser(root, () => run(['--format=compact'], host))).toBe(2)
    expect(host.written.stderr.trimEnd().split('\n')).toEqual([
      'catalint: d/catalint.config.yaml: is a directory, a file is needed',
      'catalint: l/catalint.config.json: the symbolic links form a loop',
      'catalint: x/catalint.config.toml: permission denied',
    ])
  })

  test('is found once behind links to directories', async () => {
    const root = workspace({'docs/a.md': warned, 'catalint.config.yaml': 'rules: {license-spacing: off}'})
    mkdirSync(join(root, 'x'))
    symlinkSync('..', join(root, 'x', 'up'))
    const host = fakeHost(root)
    expect(await run(['x/up/docs/a.md', '--format=compact'], host)).toBe(0)
    expect(host.written).toEqual({stdout: '', stderr: ''})
  })
})
