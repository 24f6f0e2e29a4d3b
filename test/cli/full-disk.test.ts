import {spawnSync} from 'node:child_process'
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {execPath} from 'node:process'
import {afterAll, describe, expect, test} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {builtProgram} from './built-program.ts'
import {clean, warned} from './catalint.ts'
import {fakeHost, workspace} from './workspace.ts'

const {program} = builtProgram()
const disk = mountSmallDisk()

/** More than half of the disk, so that the old and the new text do not both fit. */
const large = `${warned}\n${'x'.repeat(80 * 1024)}\n`

describe.skipIf(disk === undefined)('a full disk', () => {
  const cwd = disk ?? ''

  test('keeps what it has: the file is named, no draft is left, and others are fixed', async () => {
    writeFileSync(join(cwd, 'a.md'), large)
    writeFileSync(join(cwd, 'b.md'), warned)
    const host = fakeHost(cwd)
    expect(await run(['--fix', '--format=compact'], host)).toBe(2)
    expect(host.written.stderr).toBe('catalint: a.md: no space left on the device\n')
    expect(host.written.stdout).toMatch(/^a\.md:7:\d+.*license-spacing.*\n$/)
    expect(readdirSync(cwd).sort()).toEqual(['a.md', 'b.md'])
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(large)
    expect(readFileSync(join(cwd, 'b.md'), 'utf8')).toBe(clean)
  })

  test('keeps the report that was there', async () => {
    writeFileSync(join(cwd, 'report.txt'), 'old')
    writeFileSync(join(cwd, 'filler'), 'x'.repeat(4 * 1024))
    const many = warned + Array.from({length: 400}, (_, index) => `| 类${index} | 《某证 》 |\n`).join('')
    writeFileSync(join(cwd, 'b.md'), many)
    const host = fakeHost(cwd)
    expect(await run(['--format=json', '--output-file=report.txt', 'b.md'], host)).toBe(2)
    expect(host.written.stderr).toBe('catalint: report.txt: no space left on the device\n')
    expect(readFileSync(join(cwd, 'report.txt'), 'utf8')).toBe('old')
    expect(readdirSync(cwd).sort()).toEqual(['a.md', 'b.md', 'filler', 'report.txt'])
  })
})

test('a limit on the size of files keeps what is there', () => {
  const cwd = workspace({'a.md': large, 'b.md': warned})
  const command = 'ulimit -f 40 && exec "$NODE" "$CATALINT" --fix --format=compact'
  const env = {...process.env, LC_ALL: 'C', NODE: execPath, CATALINT: program}
  const {status, stderr} = spawnSync('bash', ['-c', command], {cwd, env, encoding: 'utf8'})
  expect({status, stderr}).toEqual({
    status: 2,
    stderr: 'catalint: a.md: the file would be larger than the system allows\n',
  })
  expect(readdirSync(cwd).sort()).toEqual(['a.md', 'b.md'])
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(large)
  expect(readFileSync(join(cwd, 'b.md'), 'utf8')).toBe(clean)
})

/** A disk of 128 KiB, where this user may mount one. */
function mountSmallDisk(): string | undefined {
  const path = join(process.env.TMPDIR ?? '/tmp', `catalint-disk-${process.pid}`)
  mkdirSync(path, {recursive: true})
  const {status} = spawnSync('sh', ['-c', 'mount -t tmpfs -o size=128k tmpfs "$0"', path])
  afterAll(() => void spawnSync('sh', ['-c', 'umount "$0"; rmdir "$0"', path]))
  if (status === 0) return path
  process.stderr.write('SKIPPED, since no small disk can be mounted here: a full disk\n')
  return undefined
}
