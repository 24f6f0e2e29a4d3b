import {spawnSync} from 'node:child_process'
import {chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {catalint, clean, flawed, warned} from './catalint.ts'
import {asOrdinaryUser, fakeHost, workspace} from './workspace.ts'

const mended = flawed.replace(' 》', '》')
/** A suggestion and no safe fix. */
const bare = clean.replace('《金融许可证》', '金融许可证')

function read(cwd: string, name: string): string {
  return readFileSync(join(cwd, name), 'utf8')
}

describe('--fix', () => {
  test('fixes the files and reports what is left, where it is then', async () => {
    const {status, stdout, stderr, cwd} = await catalint({'a.md': flawed, 'b.md': clean}, [
      '--fix',
      '--format=json',
    ])
    expect(read(cwd, 'a.md')).toBe(mended)
    expect(read(cwd, 'b.md')).toBe(clean)
    expect({status, stderr}).toEqual({status: 1, stderr: ''})
    const {files, summary} = JSON.parse(stdout)
    expect(summary).toEqual({files: 2, errors: 1, warnings: 0, infos: 0, fixable: 0, fixed: 1})
    const start = mended.lastIndexOf('信托')
    expect(files[0].findings.map((finding: {start: unknown}) => finding.start)).toEqual([
      {line: 8, column: 3, offset: start},
    ])
    expect(readdirSync(cwd).sort()).toEqual(['a.md', 'b.md'])
  })

  test('ends with 0 where nothing that counts is left, and says how much was fixed', async () => {
    expect(await catalint({'a.md': warned, 'b.md': clean}, ['--fix', '--max-warnings=0'])).toMatchObject({
      status: 0,
      stdout: 'Applied 1 fix in 1 file\nNo problems found in 2 files\n',
    })
    expect((await catalint({'a.md': warned}, ['--fix', '--lang=zh'])).stdout).toBe(
      '在 1 个文件中应用了 1 处修复\n检查了 1 个文件，未发现问题\n',
    )
    expect((await catalint({'a.md': clean}, ['--fix'])).stdout).toBe('No problems found in 1 file\n')
  })

  test('leaves suggestions to --fix-suggestions', async () => {
    expect(read((await catalint({'a.md': bare}, ['--fix'])).cwd, 'a.md')).toBe(bare)
    expect(read((await catalint({'a.md': bare}, ['--fix-suggestions'])).cwd, 'a.md')).toBe(clean)
    const both = bare + warned.split('\n').slice(2).join('\n').replaceAll('金融业', '保险业')
    const {cwd} = await catalint({'a.md': both}, ['--fix-suggestions'])
    expect(read(cwd, 'a.md')).toBe(both.replace('| 金融许可证', '| 《金融许可证》').replace(' 》', '》'))
  })

  test('leaves alone what --quiet does not report and what a rule does not find', async () => {
    expect(read((await catalint({'a.md': warned}, ['--fix', '--quiet'])).cwd, 'a.md')).toBe(warned)
    const asError = ['--fix', '--quiet', '--rule=license-spacing: error']
    expect(read((await catalint({'a.md': warned}, asError)).cwd, 'a.md')).toBe(clean)
    const off = ['--fix', '--rule=license-spacing: off']
    expect(read((await catalint({'a.md': warned}, off)).cwd, 'a.md')).toBe(warned)
  })

  test('keeps the mode, line endings, byte order mark and the missing end of the last line', async () => {
    const source = `\uFEFF${warned.replaceAll('\n', '\r\n')}`.trimEnd()
    const cwd = workspace({'a.md': source})
    chmodSync(join(cwd, 'a.md'), 0o640)
    expect(await run(['--fix'], fakeHost(cwd))).toBe(0)
    expect(read(cwd, 'a.md')).toBe(source.replace(' 》', '》'))
    expect(statSync(join(cwd, 'a.md')).mode & 0o777).toBe(0o640)
  })

  test('writes nothing where nothing changes', async () => {
    const cwd = workspace({'a.md': clean})
    const path = join(cwd, 'a.md')
    utimesSync(path, 1, 1)
    const {ino} = statSync(path)
    await run(['--fix'], fakeHost(cwd))
    expect(statSync(path)).toMatchObject({ino, mtimeMs: 1000})
  })

  test('follows a link and leaves it one', async () => {
    const cwd = workspace({'real/a.md': warned, 'docs/': ''})
    symlinkSync('../real/a.md', join(cwd, 'docs', 'b.md'))
    expect(await run(['--fix', 'docs'], fakeHost(cwd))).toBe(0)
    expect(lstatSync(join(cwd, 'docs', 'b.md')).isSymbolicLink()).toBe(true)
    expect(read(cwd, 'real/a.md')).toBe(clean)
    expect(readdirSync(join(cwd, 'real'))).toEqual(['a.md'])
    expect(readdirSync(join(cwd, 'docs'))).toEqual(['b.md'])
  })

  test('reads no drafts of a killed run, and removes old ones', async () => {
    const draft = (digit: string) =>
      `.catalint-${'00000000-0000-0000-0000-000000000000'.replaceAll('0', digit)}`
    const [old, young, other] = [draft('a'), draft('b'), '.catalint-notes']
    const cwd = workspace({'a.md': warned, [old]: flawed, [young]: flawed, [other]: flawed})
    for (const name of [old, other]) utimesSync(join(cwd, name), 1, 1)
    const host = fakeHost(cwd)
    expect(await run(['--fix', '.'], host)).toBe(0)
    expect(host.written.stdout).toBe('Applied 1 fix in 1 file\nNo problems found in 1 file\n')
    expect(readdirSync(cwd).sort()).toEqual([young, other, 'a.md'])
  })

  test('refuses to write the report over a document', async () => {
    const {status, stderr, cwd} = await catalint({'a.md': flawed}, ['--fix', '--output-file=a.md'])
    expect({status, stderr}).toEqual({
      status: 2,
      stderr: 'catalint: a.md is itself a document of this run; write to another path\n',
    })
    expect(read(cwd, 'a.md')).toBe(flawed)
  })

  test('goes on after a file that cannot be read', async () => {
    const {status, stderr, cwd} = await catalint({'a.md': Uint8Array.of(0xff), 'b.md': warned}, ['--fix'])
    expect(status).toBe(2)
    expect(stderr).toContain('catalint: a.md: not UTF-8')
    expect(read(cwd, 'b.md')).toBe(clean)
  })
})

describe('--fix of standard input', () => {
  test('puts out the text, and the report elsewhere', async () => {
    const {status, stdout, stderr} = await catalint({}, ['--fix', '--format=compact', '-'], {stdin: flawed})
    expect({status, stdout}).toEqual({status: 1, stdout: mended})
    expect(stderr).toMatch(/^<stdin>:8:3/)
  })

  test('puts out a text that needs no fix as it is', async () => {
    const {stdout, stderr} = await catalint({}, ['--fix', '-'], {stdin: clean})
    expect({stdout, stderr}).toEqual({stdout: clean, stderr: 'No problems found in 1 file\n'})
  })

  test('puts out nothing where it cannot be read', async () => {
    const argv = ['--fix', '--format=json', '-', 'a.md']
    const {status, stdout, stderr} = await catalint({'a.md': clean}, argv, {stdin: Uint8Array.of(0xff)})
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
    expect(stderr).toContain('"path": "a.md"')
  })

  test('shows control characters on a terminal only', async () => {
    const stdin = warned.replace('信托', '信\u001b[2J托').replaceAll('\n', '\r\n')
    const argv = ['--fix', '--rule=no-invisible-character: off', '-']
    const onTerminal = await catalint({}, argv, {stdin, isTTY: true})
    expect(onTerminal.stdout).toBe(clean.replace('信托', '信<U+001B>[2J托').replaceAll('\n', '\r\n'))
    const piped = await catalint({}, argv, {stdin})
    expect(piped.stdout).toBe(clean.replace('信托', '信\u001b[2J托').replaceAll('\n', '\r\n'))
  })
})

describe('--dry-run', () => {
  const patch = [
    '--- a/a.md',
    '+++ b/a.md',
    '@@ -4,5 +4,5 @@',
    ' ',
    ' | 二级类目 | 资质 |',
    ' | --- | --- |',
    '-| 信托 | 《金融许可证 》 |',
    '+| 信托 | 《金融许可证》 |',
    ' | 信托 | 《营业执照》 |',
    '',
  ].join('\n')

  test('prints what --fix would change, and writes nothing', async () => {
    const {status, stdout, stderr, cwd} = await catalint({'a.md': flawed, 'b.md': clean}, ['--dry-run'])
    expect({status, stdout, stderr}).toEqual({
      status: 1,
      stdout: patch,
      stderr: 'catalint: 1 to fix, which would leave 1 error and 0 warnings\n',
    })
    expect(read(cwd, 'a.md')).toBe(flawed)
    expect((await catalint({'a.md': flawed}, ['--fix', '--dry-run'])).stdout).toBe(patch)
  })

  test('prints suggestions where they are asked for', async () => {
    const {stdout, cwd} = await catalint({'a.md': bare}, ['--dry-run', '--fix-suggestions'])
    expect(stdout).toContain('-| 信托 | 金融许可证 |\n+| 信托 | 《金融许可证》 |\n')
    expect(read(cwd, 'a.md')).toBe(bare)
    expect(await catalint({'a.md': bare}, ['--dry-run'])).toMatchObject({status: 0, stdout: ''})
  })

  test('ends with 1 where something is to be fixed, else as lint would', async () => {
    expect((await catalint({'a.md': warned}, ['--dry-run'])).status).toBe(1)
    expect((await catalint({'a.md': clean}, ['--dry-run'])).status).toBe(0)
    expect(await catalint({'a.md': mended}, ['--dry-run'])).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'catalint: 0 to fix, which would leave 1 error and 0 warnings\n',
    })
    expect((await catalint({'a.md': warned}, ['--dry-run', 'a.md', 'gone.md'])).status).toBe(2)
  })

  test('prints the diff of standard input', async () => {
    const {stdout} = await catalint({}, ['--dry-run', '--stdin-filename=a.md', '-'], {stdin: flawed})
    expect(stdout).toBe(patch)
  })

  test('writes the diff to a file', async () => {
    const {stdout, cwd} = await catalint({'a.md': flawed}, ['--dry-run', '--output-file=x.patch'], {
      isTTY: true,
    })
    expect(stdout).toBe('')
    expect(read(cwd, 'x.patch')).toBe(patch)
    spawnSync('git', ['apply', 'x.patch'], {cwd})
    expect(read(cwd, 'a.md')).toBe(mended)
  })

  test('colours and shows control characters on a terminal, and is exact elsewhere', async () => {
    const source = flawed.replace('信托', '信\u001b[2J托')
    const argv = ['--dry-run', '--rule=no-invisible-character: off']
    const onTerminal = await catalint({'a.md': source}, argv, {isTTY: true})
    expect(onTerminal.stdout).toContain('\u001b[32m+| 信<U+001B>[2J托 | 《金融许可证》 |\u001b[39m\n')
    expect(onTerminal.stdout).not.toContain('\u001b[2J')
    const plain = await catalint({'a.md': source}, [...argv, '--no-color'], {isTTY: true})
    expect(plain.stdout).toContain('\n+| 信<U+001B>[2J托 | 《金融许可证》 |\n')
    const piped = await catalint({'a.md': source}, argv, {env: {FORCE_COLOR: '1'}})
    expect(piped.stdout).toContain('\n+| 信\u001b[2J托 | 《金融许可证》 |\n')
  })

  test('shows no carriage returns that are mere line endings on a terminal', async () => {
    const source = flawed.replaceAll('\n', '\r\n')
    const {stdout} = await catalint({'a.md': source}, ['--dry-run', '--no-color'], {isTTY: true})
    expect(stdout).toBe(patch)
  })
})

describe('a file that cannot be replaced', () => {
  test('is named, the others are fixed, and its findings are reported as they are', async () => {
    const cwd = workspace({'a.md': warned, 'b.md': warned})
    chmodSync(join(cwd, 'a.md'), 0o444)
    const host = fakeHost(cwd)
    expect(await run(['--fix', '--format=compact'], host)).toBe(2)
    expect(host.written.stderr).toBe(
      'catalint: a.md: the file is write-protected; make it writable, or leave it out\n',
    )
    expect(host.written.stdout).toMatch(/^a\.md:7:\d+.*license-spacing.*\n$/)
    expect([read(cwd, 'a.md'), read(cwd, 'b.md')]).toEqual([warned, clean])
    expect(readdirSync(cwd).sort()).toEqual(['a.md', 'b.md'])
  })

  test('is one of another owner', async () => {
    const cwd = workspace({'a.md': warned})
    chmodSync(cwd, 0o777)
    chmodSync(join(cwd, 'a.md'), 0o644)
    if (process.getuid?.() !== 0) chmodSync(join(cwd, 'a.md'), 0o444)
    const host = fakeHost(cwd)
    const status = await asOrdinaryUser(cwd, () => run(['--fix', '--lang=zh'], host))
    expect(status).toBe(2)
    expect(host.written.stderr).toMatch(/^catalint: a\.md: (?:没有权限|文件是只读的.*)\n$/)
    expect(read(cwd, 'a.md')).toBe(warned)
  })

  test('is one in a directory that is write-protected', async () => {
    const cwd = workspace({'docs/a.md': warned})
    chmodSync(join(cwd, 'docs'), 0o555)
    chmodSync(join(cwd, 'docs/a.md'), 0o666)
    const host = fakeHost(cwd)
    expect(await asOrdinaryUser(cwd, () => run(['--fix'], host))).toBe(2)
    expect(host.written.stderr).toBe(
      'catalint: docs/a.md: the file cannot be replaced in its directory; check the permissions of the directory\n',
    )
    expect(read(cwd, 'docs/a.md')).toBe(warned)
    chmodSync(join(cwd, 'docs'), 0o755)
  })
})
