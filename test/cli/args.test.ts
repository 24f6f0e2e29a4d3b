import {describe, expect, test} from 'vitest'
import {type Request, readArguments, requestedLanguage} from '../../src/cli/args.ts'
import {CommandError, errorText} from '../../src/cli/errors.ts'
import {type CliOption, cliOptions} from '../../src/cli/options.ts'
import {tokenize} from '../../src/cli/tokens.ts'
import type {Language} from '../../src/finding.ts'

function read(...argv: string[]): Promise<Request> {
  return readArguments(tokenize(argv), 'en')
}

async function invocation(...argv: string[]) {
  const request = await read(...argv)
  if (request.kind !== 'run') throw new Error(`expected a run, got ${request.kind}`)
  return request.invocation
}

async function failure(argv: readonly string[], language: Language = 'en'): Promise<string> {
  const error = await read(...argv).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(CommandError)
  return errorText(error, language)
}

const formats = 'pretty, json, sarif, github, gitlab, junit, checkstyle, compact'

describe('the command', () => {
  test('is lint where none is named', async () => {
    expect(await invocation()).toMatchObject({command: 'lint', named: false, operands: []})
    expect(await invocation('docs/', 'a.md')).toMatchObject({command: 'lint', operands: ['docs/', 'a.md']})
  })

  test('is the first operand if that is a command', async () => {
    expect(await invocation('lint', 'docs')).toMatchObject({command: 'lint', named: true, operands: ['docs']})
    expect(await invocation('--quiet', 'lint', 'docs')).toMatchObject({command: 'lint', operands: ['docs']})
    expect(await invocation('rules')).toMatchObject({command: 'rules', operands: []})
  })

  test('is not looked for after the first operand or after --', async () => {
    expect(await invocation('docs', 'rules')).toMatchObject({command: 'lint', operands: ['docs', 'rules']})
    expect(await invocation('--', 'rules')).toMatchObject({
      command: 'lint',
      named: false,
      operands: ['rules'],
    })
    expect(await invocation('lint', 'lint')).toMatchObject({command: 'lint', operands: ['lint']})
  })

  test('is no name of what every object has', async () => {
    expect(await invocation('constructor')).toMatchObject({command: 'lint', operands: ['constructor']})
  })

  test('- is an operand', async () => {
    expect(await invocation('-')).toMatchObject({operands: ['-']})
    expect(await invocation('--', '--quiet')).toMatchObject({operands: ['--quiet'], options: {quiet: false}})
  })
})

describe('option values', () => {
  test('have their defaults', async () => {
    expect((await invocation()).options).toEqual({
      format: ['pretty'],
      rule: [],
      fix: false,
      'fix-suggestions': false,
      'dry-run': false,
      'no-config': false,
      'no-fast': false,
      concurrency: undefined,
      quiet: false,
      all: false,
      'max-warnings': undefined,
      baseline: undefined,
      'update-baseline': false,
      changed: undefined,
      staged: false,
      cache: false,
      watch: false,
      'output-file': [],
      'stdin-filename': '<stdin>',
      color: undefined,
      lang: undefined,
      help: false,
      version: false,
    })
  })

  test('are read with = and without', async () => {
    expect(await invocation('--format=json', 'a.md')).toMatchObject({options: {format: ['json']}})
    expect(await invocation('--format', 'json', 'a.md')).toMatchObject({
      options: {format: ['json']},
      operands: ['a.md'],
    })
    expect(await invocation('export', '--to', 'json', '-o', 'x.json')).toMatchObject({
      options: {to: 'json', output: 'x.json'},
    })
    expect(await invocation('export', '--to=json', '-ox.json')).toMatchObject({options: {output: 'x.json'}})
  })

  test('gather where an option repeats, else the last one holds', async () => {
    expect(await invocation('--rule', 'a: off', '--rule=b: info')).toMatchObject({
      options: {rule: ['a: off', 'b: info']},
    })
    expect(await invocation('--format=json', '--format=compact')).toMatchObject({
      options: {format: ['json', 'compact']},
    })
    expect(await invocation('rules', '--format=json', '--format=pretty')).toMatchObject({
      options: {format: 'pretty'},
    })
    expect(await invocation('--color', '--no-color')).toMatchObject({options: {color: false}})
    expect(await invocation('--no-color', '--color')).toMatchObject({options: {color: true}})
  })

  test.each<[readonly string[], readonly (string | undefined)[]]>([
    [['--output-file=a'], ['a']],
    [['--format=json', '--output-file=a'], ['a']],
    [['--output-file=a', '--format=json'], ['a']],
    [
      ['--output-file=a', '--format=json', '--format=compact', '--output-file=b'],
      ['a', 'b'],
    ],
    [
      ['--format=json', '--format=compact', '--output-file=b'],
      [undefined, 'b'],
    ],
    [['--format=json', '--output-file=a', '--format=compact'], ['a']],
    [
      ['--format=json', '--output-file=a', '--format=compact', '--output-file=b'],
      ['a', 'b'],
    ],
  ])('--output-file belongs to the --format before it, else to the first: %j', async (argv, paths) => {
    expect((await invocation(...argv)).options).toMatchObject({'output-file': paths})
  })

  test.each(['0', '1', '100'])('--max-warnings takes %s', async (text) => {
    expect(await invocation(`--max-warnings=${text}`)).toMatchObject({
      options: {'max-warnings': Number(text)},
    })
  })

  test.each(['-1', '1.5', 'many', '1e3', '0x10', '99999999999999999999'])(
    '--max-warnings refuses %s',
    async (text) => {
      expect(await failure(['--max-warnings', text])).toBe(
        `catalint: --max-warnings takes a whole number from 0, not ${text}\n`,
      )
    },
  )
})

describe('a wrong command line', () => {
  test.each([
    [['--qiet'], 'unknown option --qiet; did you mean --quiet?'],
    [['-quiet'], 'unknown option -quiet; did you mean --quiet?'],
    [['--no-colour'], 'unknown option --no-colour; did you mean --no-color?'],
    [['--formt=json'], 'unknown option --formt; did you mean --format?'],
    [['-x'], 'unknown option -x; see catalint lint --help'],
    [['--no-quiet'], 'unknown option --no-quiet; see catalint lint --help'],
    [['--mend'], 'unknown option --mend; see catalint lint --help'],
    [['--look'], 'unknown option --look; see catalint lint --help'],
    [['--__proto__'], 'unknown option --__proto__; see catalint lint --help'],
    [['rules', '--quiet'], 'the command rules has no option --quiet, it belongs to lint'],
    [['--to', 'json'], 'the command lint has no option --to, it belongs to export'],
    [['--format'], '--format needs a value; write --format=FORMAT'],
    [['--format', '--quiet'], '--format needs a value; write --format=FORMAT'],
    [['--output-file='], '--output-file needs a value; write --output-file=PATH'],
    [['export', '--to=json', '-o'], '-o needs a value; write -o PATH'],
    ...[
      ['--output-file=a', '--output-file=b'],
      ['--output-file=a', '--format=json', '--output-file=b'],
      ['--format=json', '--format=compact', '--output-file=a', '--output-file=a'],
    ].map((argv): [string[], string] => [
      argv,
      '--output-file is given twice for one report; write a --format before each',
    ]),
    [['--quiet=yes'], '--quiet takes no value, but was given yes'],
    [['--format', 'jsn'], `--format takes ${formats}, not jsn; did you mean json?`],
    [['--format', 'nonsense'], `--format takes ${formats}, not nonsense`],
    [['rules', '--format', 'compact'], '--format takes pretty, json, not compact'],
    [
      ['export', '--to', 'jsno'],
      '--to takes json, ndjson, csv, datapackage, sql, skos, not jsno; did you mean json?',
    ],
    [['export'], '--to is missing; give one of json, ndjson, csv, datapackage, sql, skos'],
    [['--lang', 'fr'], '--lang takes en, zh, not fr'],
    [['explain'], 'explain needs a RULE; see catalint explain --help'],
    [['explain', 'a', 'b'], 'unexpected argument b; see catalint explain --help'],
    [['rules', 'a'], 'unexpected argument a; see catalint rules --help'],
  ])('%j', async (argv, expected) => {
    expect(await failure(argv)).toBe(`catalint: ${expected}\n`)
  })

  test('is answered in Chinese too', async () => {
    expect(await failure(['--qiet'], 'zh')).toBe('catalint: 未知选项 --qiet；是否想用 --quiet？\n')
    expect(await failure(['--format', 'jsn'], 'zh')).toBe(
      `catalint: --format 可取 ${formats}，而不是 jsn；是否想用 json？\n`,
    )
  })

  test('cannot make a terminal obey, nor take a second line', async () => {
    expect(await failure(['--\u001b[2J\n'])).toBe(
      'catalint: unknown option --<U+001B>[2J↵; see catalint lint --help\n',
    )
  })
})

test('help and version win over what else is wrong', async () => {
  expect(await read('--help', '--nonsense')).toEqual({kind: 'help', command: undefined})
  expect(await read('export', '-h')).toEqual({kind: 'help', command: 'export'})
  expect(await read('docs', '--help')).toEqual({kind: 'help', command: undefined})
  expect(await read('-v')).toEqual({kind: 'version'})
})

test('the language is the one asked for, else the locale’s', () => {
  const language = (argv: string[], env = {}) => requestedLanguage(tokenize(argv), env)
  expect(language(['--lang', 'zh'])).toBe('zh')
  expect(language(['--lang=en'], {LANG: 'zh_CN.UTF-8'})).toBe('en')
  expect(language(['--lang=xx'], {LANG: 'zh_CN.UTF-8'})).toBe('zh')
  expect(language(['--', '--lang=zh'])).toBe('en')
  expect(language([])).toBe('en')
})

test('one name has one type, since a value is split off before the command is known', () => {
  const types = new Map<string, Set<string>>()
  const all: readonly CliOption[] = cliOptions
  for (const {name, type} of all) types.set(name, (types.get(name) ?? new Set()).add(type))
  expect([...types].filter(([, {size}]) => size > 1)).toEqual([])
})

test('a command has an option once, and a short name once', () => {
  const all: readonly CliOption[] = cliOptions
  for (const command of ['lint', 'export', 'explain', 'rules'] as const) {
    const names = all
      .filter(({commands}) => commands.includes(command))
      .flatMap(({name, short}) => [name, short ?? name])
    const shorts = names.filter((name) => name.length === 1)
    expect(new Set(shorts).size).toBe(shorts.length)
  }
})
