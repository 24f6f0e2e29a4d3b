import {spawnSync} from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import module from 'node:module'
import {join} from 'node:path'
import {execPath} from 'node:process'
import {beforeEach, describe, expect, test} from 'vitest'
import {builtProgram} from './built-program.ts'

const {home, program} = builtProgram()
const place = join(home, 'dist', 'compiled')
const document = join(process.cwd(), 'fixtures/documents/service-categories.md')
/** Since 22.1. Without it nothing is kept, and all else holds as well. */
const canKeep = 'enableCompileCache' in module

beforeEach(() => rmSync(place, {recursive: true, force: true}))

describe('the code that V8 makes of the program', () => {
  test('is kept beside the program where Node.js can', () => {
    lint()
    expect(existsSync(place)).toBe(canKeep)
    const kept = keptFiles()
    lint()
    expect(keptFiles()).toEqual(kept)
  })

  test('is not kept where that is not wanted', () => {
    lint([], {NODE_DISABLE_COMPILE_CACHE: '1'})
    expect(existsSync(place)).toBe(false)
  })

  test('is not kept beside the program of another user', () => {
    const other = join(home, 'other-user.cjs')
    writeFileSync(other, 'process.getuid = () => -1')
    lint(['-r', other])
    expect(existsSync(place)).toBe(false)
  })

  test.each<readonly [string, (file: string) => void]>([
    ['cut off', (file) => writeFileSync(file, readFileSync(file).subarray(0, 5000))],
    ['empty', (file) => writeFileSync(file, '')],
    ['too long', (file) => appendFileSync(file, 'x')],
    ['something else', (file) => writeFileSync(file, 'x'.repeat(100_000))],
    ['wrong in one bit', (file) => writeFileSync(file, oneBitChanged(readFileSync(file)))],
  ])('changes no run if it is %s', (_, spoil) => {
    const whole = lint()
    for (const file of keptFiles()) spoil(file)
    expect(lint()).toEqual(whole)
  })

  test('fails no run if its place is taken', () => {
    const whole = lint()
    rmSync(place, {recursive: true, force: true})
    writeFileSync(place, '')
    expect(lint()).toEqual(whole)
    rmSync(place)
    mkdirSync(place, {mode: 0o500})
    expect(lint()).toEqual(whole)
  })
})

function keptFiles(): readonly string[] {
  if (!existsSync(place)) return []
  const entries = readdirSync(place, {recursive: true, withFileTypes: true})
  return entries.flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : [])).sort()
}

function oneBitChanged(bytes: Buffer): Buffer {
  const middle = Math.floor(bytes.length / 2)
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle)
  return bytes
}

function lint(flags: readonly string[] = [], more: Readonly<Record<string, string>> = {}) {
  const {NODE_DISABLE_COMPILE_CACHE: _, NODE_COMPILE_CACHE: __, ...inherited} = process.env
  const env = {...inherited, LC_ALL: 'C', ...more}
  const {status, stdout, stderr} = spawnSync(execPath, [...flags, program, document], {env, encoding: 'utf8'})
  expect({status, stderr}).toEqual({status: 1, stderr: ''})
  expect(stdout).toContain('3 errors')
  return stdout
}
