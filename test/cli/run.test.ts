import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {catalint, clean, type Files, flawed, warned} from './catalint.ts'
import {fakeHost, workspace} from './workspace.ts'

interface Report {
  readonly files: readonly {
    readonly path: string
    readonly findings: readonly {readonly rule: string; readonly level: string}[]
  }[]
  readonly summary: {readonly files: number; readonly errors: number; readonly warnings: number}
}

async function lintJson(files: Files, argv: readonly string[], options?: Parameters<typeof catalint>[2]) {
  const result = await catalint(files, ['--format=json', ...argv], options)
  return {...result, report: JSON.parse(result.stdout) as Report}
}

function found({files}: Report): readonly string[] {
  return files.flatMap(({path, findings}) => findings.map(({rule, level}) => `${path} ${level} ${rule}`))
}

describe('the exit status', () => {
  test('is 1 where there is an error', async () => {
    const {status, stderr, report} = await lintJson({'a.md': flawed}, [])
    expect(found(report)).toEqual(['a.md warning license-spacing', 'a.md error no-duplicate-key'])
    expect({status, stderr}).toEqual({status: 1, stderr: ''})
  })

  test('is 0 where there are warnings only, or nothing', async () => {
    expect(await catalint({'a.md': warned}, [])).toMatchObject({status: 0, stderr: ''})
    expect(await catalint({'a.md': clean}, [])).toMatchObject({status: 0, stderr: ''})
  })

  test('is 1 where there are more warnings than allowed', async () => {
    expect(await catalint({'a.md': warned}, ['--max-warnings=1'])).toMatchObject({status: 0, stderr: ''})
    expect(await catalint({'a.md': warned}, ['--max-warnings=0'])).toMatchObject({
      status: 1,
      stderr: 'catalint: 1 warning, at most 0 allowed\n',
    })
  })

  test('is 2 where one document cannot be read, and the findings of the others are there', async () => {
    const files = {'a.md': flawed, 'b.md': Uint8Array.of(0xff), 'c.md': warned}
    const {status, stderr, report} = await lintJson(files, ['a.md', 'b.md', 'gone.md', 'c.md'])
    expect(status).toBe(2)
    expect(found(report)).toEqual([
      'a.md warning license-spacing',
      'a.md error no-duplicate-key',
      'c.md warning license-spacing',
    ])
    expect(stderr).toBe(
      'catalint: gone.md: no such file or directory\ncatalint: b.md: not UTF-8, the first wrong byte is at offset 0 in line 1; save it as UTF-8\n',
    )
  })

  test('is 2 where nothing can be read, and no report calls that clean', async () => {
    expect(await catalint({}, ['gone.md'])).toMatchObject({status: 2, stdout: ''})
    expect((await lintJson({}, ['gone.md'])).report.summary).toMatchObject({files: 0, errors: 0})
  })
})

describe('lint', () => {
  test('lints the current directory, whatever standard input has', async () => {
    const {report} = await lintJson({'a.md': clean, 'docs/b.md': clean}, [], {stdin: flawed})
    expect(report.files.map(({path}) => path)).toEqual(['a.md', 'docs/b.md'])
  })

  test('reads standard input for -', async () => {
    const {report, status} = await lintJson({}, ['-'], {stdin: flawed})
    expect(status).toBe(1)
    expect(report.files.map(({path}) => path)).toEqual(['<stdin>'])
    const named = await lintJson({}, ['-', '--stdin-filename', 'docs/x.md'], {stdin: flawed})
    expect(named.report.files.map(({path}) => path)).toEqual(['docs/x.md'])
  })

  test('reports errors only with --quiet, and still counts the warnings', async () => {
    const {report, status} = await lintJson({'a.md': warned}, ['--quiet', '--max-warnings=0'])
    expect(found(report)).toEqual([])
    expect(status).toBe(1)
  })

  test('asks whether a command was meant', async () => {
    const {status, stderr} = await catalint({'docs/a.md': clean}, ['lnt', 'docs'])
    expect(status).toBe(2)
    expect(stderr).toBe('catalint: lnt: no such file or directory; did you mean the command lint?\n')
    const second = await catalint({'docs/a.md': clean}, ['docs', 'lnt'])
    expect(second.stderr).toBe('catalint: lnt: no such file or directory\n')
    const named = await catalint({'docs/a.md': clean}, ['lint', 'lnt'])
    expect(named.stderr).toBe('catalint: lnt: no such file or directory\n')
    expect((await catalint({}, ['lnt'], {env: {LANG: 'zh_CN.UTF-8'}})).stderr).toBe(
      'catalint: lnt: 没有这个文件或目录；是否想用命令 lint？\n',
    )
  })

  test('colours on a terminal', async () => {
    const csi = '\u001b['
    const onTerminal = await catalint({'a.md': flawed}, [], {isTTY: true})
    expect(onTerminal.stdout).toContain(csi)
    expect((await catalint({'a.md': flawed}, [])).stdout).not.toContain(csi)
    expect((await catalint({'a.md': flawed}, ['--no-color'], {isTTY: true})).stdout).not.toContain(csi)
  })
})

describe('--rule', () => {
  test('sets a level, the last one for a rule', async () => {
    const off = await lintJson({'a.md': flawed}, [
      '--rule',
      'no-duplicate-key: off',
      '--rule=license-spacing:error',
    ])
    expect(found(off.report)).toEqual(['a.md error license-spacing'])
    const last = await lintJson({'a.md': warned}, [
      '--rule',
      'license-spacing: off',
      '--rule',
      'license-spacing: ["info", {}]',
    ])
    expect(found(last.report)).toEqual(['a.md info license-spacing'])
  })

  test.each<[string, unknown]>([
    ['no-duplicate-kye: off', 'unknown rule no-duplicate-kye; did you mean no-duplicate-key?'],
    ['nonsense: off', 'unknown rule nonsense; see catalint rules'],
    ['constructor: off', 'unknown rule constructor; see catalint rules'],
    [
      'no-duplicate-key: warn',
      "--rule 'no-duplicate-key: warn': the level is error, warning, info, off, not warn; did you mean warning?",
    ],
    ['no-duplicate-key: [off, {"nothing": 1}]', expect.stringMatching(/: option nothing is 1, expected .+/)],
    ...[
      'no-duplicate-key',
      'no-duplicate-key:',
      ': off',
      'no-duplicate-key: [off, 1]',
      'no-duplicate-key: [off',
      '',
    ].map((text): [string, unknown] => [
      text,
      expect.stringMatching(/cannot be read; write 'ID: LEVEL'|needs a value/),
    ]),
  ])('%j is refused', async (text, expected) => {
    const {status, stdout, stderr} = await catalint({'a.md': flawed}, [`--rule=${text}`])
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
    expect(stderr.replace(/^catalint: |\n$/g, '')).toEqual(expected)
  })
})

describe('--output-file', () => {
  test('takes the report', async () => {
    const {status, stdout, cwd} = await catalint({'a.md': flawed}, [
      '--format=json',
      '--output-file',
      'x.json',
    ])
    expect({status, stdout}).toEqual({status: 1, stdout: ''})
    expect(found(JSON.parse(readFileSync(join(cwd, 'x.json'), 'utf8')) as Report)).toHaveLength(2)
  })

  test('is not coloured but on request', async () => {
    const read = async (...argv: string[]) => {
      const {cwd} = await catalint({'a.md': flawed}, ['--output-file=x.txt', ...argv], {isTTY: true})
      return readFileSync(join(cwd, 'x.txt'), 'utf8')
    }
    expect(await read()).not.toContain('\u001b[')
    expect(await read('--color')).toContain('\u001b[')
  })

  test('fails in one line where it cannot be written', async () => {
    expect(await catalint({'a.md': flawed}, ['--output-file=gone/x.json'])).toMatchObject({
      status: 2,
      stderr: 'catalint: gone/x.json: the directory to write to does not exist; create it first\n',
    })
    expect(await catalint({'a.md': flawed, 'docs/': ''}, ['--output-file=docs'])).toMatchObject({
      status: 2,
      stderr: 'catalint: docs: is a directory, a file is needed\n',
    })
  })

  test('never overwrites a document of the run', async () => {
    const {status, stderr, cwd} = await catalint({'a.md': flawed}, ['--output-file=./a.md', 'a.md'])
    expect({status, stderr}).toEqual({
      status: 2,
      stderr: 'catalint: ./a.md is itself a document of this run; write to another path\n',
    })
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(flawed)
  })
})

describe('several formats', () => {
  const files = {'a.md': flawed}

  test('are written where each is to go', async () => {
    const argv = ['--format', 'compact', '--format', 'json', '--output-file', 'x.json']
    const {status, stdout, stderr, cwd} = await catalint(files, argv)
    expect({status, stderr}).toEqual({status: 1, stderr: ''})
    expect(stdout).toBe((await catalint(files, ['--format=compact'])).stdout)
    expect(readFileSync(join(cwd, 'x.json'), 'utf8')).toBe((await catalint(files, ['--format=json'])).stdout)
  })

  test('do not go to one place', async () => {
    const stdout = 'give one of them an --output-file behind its --format'
    const path = 'give each an --output-file of its own behind its --format'
    for (const [argv, line] of [
      [['--format=json', '--format=compact'], `two formats go to standard output; ${stdout}`],
      [['--format=json', '--format=json', '--output-file=-'], `two formats go to standard output; ${stdout}`],
      [
        ['--format=json', '--output-file=x', '--format=compact', '--output-file=./x'],
        `two formats go to ./x; ${path}`,
      ],
    ] as const) {
      const result = await catalint(files, argv)
      expect(result).toMatchObject({status: 2, stdout: '', stderr: `catalint: ${line}\n`})
      expect(existsSync(join(result.cwd, 'x'))).toBe(false)
    }
  })

  test('are written though one of them cannot be', async () => {
    const argv = ['--format=json', '--output-file=gone/x', '--format=compact', '--output-file=y']
    const {status, stdout, stderr, cwd} = await catalint(files, argv)
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
    expect(stderr).toBe('catalint: gone/x: the directory to write to does not exist; create it first\n')
    expect(readFileSync(join(cwd, 'y'), 'utf8')).toContain('a.md:7:')
  })

  test('have no dry run, which prints a diff', async () => {
    const argv = ['--dry-run', '--format=json', '--format=compact', '--output-file=x']
    expect(await catalint(files, argv)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'catalint: --dry-run prints one diff in place of the report; give one --format, or none\n',
    })
  })
})

test('an error that nobody foresaw keeps its stack and is no finding', async () => {
  const host = fakeHost(workspace({'a.md': clean}))
  const broken = {
    ...host,
    stdout: {
      isTTY: false,
      write: () => {
        throw new TypeError('planted')
      },
    },
  }
  expect(await run([], broken)).toBe(2)
  expect(host.written.stderr).toMatch(/^catalint: this is a bug in catalint: planted\n\s+at /)
})

test('a document is read as it is written, with its byte order mark', async () => {
  const {report} = await lintJson({'a.md': `\uFEFF${flawed}`}, ['--rule=no-invisible-character: off'])
  expect(found(report)).toEqual(['a.md warning license-spacing', 'a.md error no-duplicate-key'])
})
