import {readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it, test} from 'vitest'
import {readDefinitions, writeDefinitions} from '../../src/cache/definitions.ts'
import {readEntry, writeEntry} from '../../src/cache/entry.ts'
import {readLines, writeLines} from '../../src/cache/file.ts'
import {Line, type LineParts} from '../../src/cache/line.ts'
import {packFindings} from '../../src/cache/packed-findings.ts'
import {run} from '../../src/cli/run.ts'
import type {Finding} from '../../src/finding.ts'
import {clean, flawed, warned} from '../cli/catalint.ts'
import {asOrdinaryUser, fakeHost, workspace} from '../cli/workspace.ts'

const compact = ['--format=compact', '--cache']

async function lint(cwd: string, argv: readonly string[] = compact, build = 'test', stdin = '') {
  const host = {...fakeHost(cwd, {stdin}), build}
  const status = await run(argv, host)
  return {status, ...host.written}
}

function linesOf(path: string): readonly Line[] {
  return [...(readLines(readFileSync(path)) ?? new Map<string, Line>()).values()]
}

/** Puts other findings or definitions into the line of a document, with the sum that belongs to them. */
function forge(path: string, file: string, change: (line: Line) => Partial<LineParts>): void {
  const forged = linesOf(path).map((line) => {
    if (line.file !== file) return line
    const {slot, state, day, head, shown, findings, definitions} = line
    return Line.of({slot, state, day, file, head, shown, findings, definitions, ...change(line)})
  })
  writeFileSync(path, Buffer.concat([...writeLines(forged)]))
}

/** Changes each finding of a document that says what the source does. */
function changeEach(change: Partial<Finding>) {
  return (line: Line) => {
    const entry = readEntry(line)
    if (!entry) throw new Error('no entry')
    const findings = Array.from(entry.findings, (finding) => ({...finding, ...change}))
    return writeEntry({...entry, findings: packFindings(findings, () => entry.findings.shown)})
  }
}

describe('a second run', () => {
  test('takes the findings of what has not changed from the cache', async () => {
    const cwd = workspace({'a.md': flawed, 'b.md': flawed})
    await lint(cwd)
    forge(join(cwd, '.catalintcache'), 'a.md', changeEach({message: 'from the cache'}))
    const {stdout, status} = await lint(cwd)
    expect(stdout).toMatch(
      /^a\.md:7:\d+: warning: from the cache \[license-spacing\]\na\.md:8.*from the cache/,
    )
    expect(stdout).toMatch(/\nb\.md:7:\d+: warning: Unexpected blank/)
    expect(status).toBe(1)
  })

  test.each([
    ['another build', compact, 'other'],
    ['another language', [...compact, '--lang=zh'], 'test'],
    ['another day', [...compact, '--as-of=2020-01-01'], 'test'],
    ['another level', [...compact, '--rule=license-spacing: info'], 'test'],
  ])('by %s finds them anew', async (_, argv, build) => {
    const cwd = workspace({'a.md': flawed})
    await lint(cwd)
    forge(join(cwd, '.catalintcache'), 'a.md', changeEach({message: 'from the cache'}))
    expect((await lint(cwd, argv, build)).stdout).not.toContain('from the cache')
  })

  test('takes what a catalogue defines from the cache where only the page that refers to it has changed', async () => {
    const page = '| 一级类目 | 二级类目 |\n| --- | --- |\n| 金融业 | 信托、基金 |\n'
    const catalogue = `${clean}| 基金 | 《营业执照》 |\n`
    const cwd = workspace({'catalogue.md': catalogue, 'page.md': page})
    expect((await lint(cwd)).stdout).toBe('')
    forge(join(cwd, '.catalintcache'), 'catalogue.md', (line) => {
      const defined = readDefinitions(line.definitions, 'catalogue.md')
      if (!defined) throw new Error('no definitions')
      const columns = defined.columns.map((column) => ({
        ...column,
        definitions: column.definitions.filter(({text}) => text !== '基金'),
      }))
      return {definitions: writeDefinitions({...defined, columns})}
    })
    writeFileSync(join(cwd, 'page.md'), `# 组件\n\n${page}`)
    expect((await lint(cwd)).stdout).toMatch(/^page\.md:5:\d+: error: Unknown `基金`: .*\n$/)
  })

  test('finds a reference wrong when the catalogue has lost it', async () => {
    const page = '| 一级类目 | 二级类目 |\n| --- | --- |\n| 金融业 | 信托、基金 |\n'
    const cwd = workspace({'catalogue.md': `${clean}| 基金 | 《营业执照》 |\n`, 'page.md': page})
    await lint(cwd)
    writeFileSync(join(cwd, 'catalogue.md'), clean)
    expect((await lint(cwd)).stdout).toMatch(/^page\.md:3:\d+: error: Unknown `基金`: .*\n$/)
  })

  test('writes nothing where nothing changed', async () => {
    const cwd = workspace({'a.md': flawed, 'b.md': clean})
    await lint(cwd)
    const before = statSync(join(cwd, '.catalintcache'))
    await lint(cwd)
    expect(statSync(join(cwd, '.catalintcache')).ino).toBe(before.ino)
  })

  test('fixes what the document says, not what the cache does', async () => {
    const cwd = workspace({'a.md': warned})
    await lint(cwd)
    const fix = {safe: true, edits: [{start: 0, end: 1, text: 'forged'}]}
    forge(join(cwd, '.catalintcache'), 'a.md', changeEach({fix}))
    await lint(cwd, [...compact, '--fix'])
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(clean)
  })
})

describe('the file', () => {
  test.each([
    ['in the working directory', {}, [], '.catalintcache'],
    ['in node_modules', {'node_modules/': ''}, [], 'node_modules/.cache/catalint/findings'],
    ['where it is said', {}, ['--cache-location=tmp/cache/x'], 'tmp/cache/x'],
    ['in the directory that is named', {'tmp/': ''}, ['--cache-location', 'tmp'], 'tmp/.catalintcache'],
    ['in a directory that is to be', {}, ['--cache-location', 'tmp/'], 'tmp/.catalintcache'],
  ])('is %s', async (_, more, argv, path) => {
    const cwd = workspace({'a.md': flawed, ...more})
    expect(await lint(cwd, [...compact, ...argv])).toMatchObject({status: 1, stderr: ''})
    expect(linesOf(join(cwd, path)).map(({file}) => file?.split('/').at(-1))).toEqual(['a.md'])
  })

  test('is in the nearest node_modules up to the top of the repository, and not beyond', async () => {
    const cwd = workspace({
      'node_modules/': '',
      'repo/.git/': '',
      'repo/node_modules/': '',
      'repo/docs/a.md': flawed,
    })
    await lint(join(cwd, 'repo', 'docs'))
    expect(readdirSync(join(cwd, 'repo', 'node_modules'))).toEqual(['.cache'])
    rmSync(join(cwd, 'repo', 'node_modules'), {recursive: true})
    await lint(join(cwd, 'repo', 'docs'))
    expect(readdirSync(join(cwd, 'repo', 'docs'))).toContain('.catalintcache')
    expect(readdirSync(join(cwd, 'node_modules'))).toEqual([])
  })

  test('forgets documents that are gone, and keeps those outside the run', async () => {
    const cwd = workspace({'a.md': flawed, 'b.md': flawed, 'docs/c.md': flawed})
    await lint(cwd)
    rmSync(join(cwd, 'b.md'))
    writeFileSync(join(cwd, 'a.md'), warned)
    await lint(cwd, [...compact, 'a.md'])
    expect(linesOf(join(cwd, '.catalintcache')).map(({file}) => file)).toEqual(['a.md', 'docs/c.md'])
  })

  test('takes over what another run wrote meanwhile', async () => {
    const cwd = workspace({'a.md': flawed, 'b.md': flawed})
    const path = join(cwd, '.catalintcache')
    await lint(cwd, [...compact, 'a.md'])
    const first = readFileSync(path)
    rmSync(path)
    const stdin = async function* () {
      // While this run waits for its input, another one ends.
      writeFileSync(path, first)
      yield Buffer.from(flawed)
    }
    const host = {...fakeHost(cwd), stdin}
    await run([...compact, 'b.md', '-'], host)
    expect(
      linesOf(path)
        .map(({file}) => file)
        .sort(),
    ).toEqual(['a.md', 'b.md'])
  })

  test('has no entry of standard input', async () => {
    const cwd = workspace({})
    const result = await lint(cwd, [...compact, '-'], 'test', flawed)
    expect(result).toMatchObject({status: 1, stderr: ''})
    expect(readdirSync(cwd)).toEqual([])
  })

  test('that is named without --cache is a mistake', async () => {
    const {stderr, status} = await lint(workspace({'a.md': clean}), ['--cache-location=x'])
    expect({stderr, status}).toEqual({
      stderr: 'catalint: --cache-location says where, but there is no --cache; add --cache\n',
      status: 2,
    })
  })
})

describe('a file that is of no use', () => {
  const uncached = async () => await lint(workspace({'a.md': flawed}), ['--format=compact'])

  it.each([
    ['empty', (bytes: Buffer) => bytes.subarray(0, 0)],
    ['cut off in its title', (bytes: Buffer) => bytes.subarray(0, 9)],
    ['cut off in a line', (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
    [
      'half zeros',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 300), Buffer.alloc(bytes.length - 300)]),
    ],
    ['with fields of another form', (bytes: Buffer) => Buffer.from(String(bytes).replace(/,(?=\d)/g, '{'))],
    ['of another version', (bytes: Buffer) => Buffer.from(String(bytes).replace('cache 3:', 'cache 2:'))],
  ])('because it is %s is written anew', async (_, tear) => {
    const cwd = workspace({'a.md': flawed})
    const path = join(cwd, '.catalintcache')
    await lint(cwd)
    const whole = readFileSync(path)
    writeFileSync(path, tear(whole))
    expect(readFileSync(path)).not.toEqual(whole)
    expect(await lint(cwd)).toEqual(await uncached())
    expect(linesOf(path).map(({file}) => file)).toEqual(['a.md'])
  })

  it('because it is none of catalint’s is left as it is, which is said', async () => {
    const cwd = workspace({'a.md': flawed, 'notes.txt': 'mine\n'})
    const {stderr, ...rest} = await lint(cwd, [...compact, '--cache-location=notes.txt'])
    const {stdout, status} = await uncached()
    expect(rest).toEqual({stdout, status})
    expect(stderr).toMatch(/^catalint: notes\.txt: is no cache of catalint: .*\n$/)
    expect(readFileSync(join(cwd, 'notes.txt'), 'utf8')).toBe('mine\n')
  })

  it('because it cannot be written harms nothing, which is said', async () => {
    const cwd = workspace({'a.md': flawed, 'tmp/': ''})
    const {stderr, ...rest} = await asOrdinaryUser(cwd, () =>
      lint(cwd, [...compact, '--cache-location=tmp/x']),
    )
    const {stdout, status} = await uncached()
    expect(rest).toEqual({stdout, status})
    expect(stderr).toMatch(/^catalint: tmp\/x: the cache was not written: permission denied; .*\n$/)
  })

  it('because its path leads through a file harms nothing either', async () => {
    const cwd = workspace({'a.md': flawed, x: ''})
    const below = await lint(cwd, [...compact, '--cache-location=x/y', '--lang=zh'])
    expect(below.stderr).toBe('catalint: x/y: 路径中有一段不是目录\n')
    expect(below.status).toBe(1)
  })
})
