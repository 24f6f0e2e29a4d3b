import {spawnSync} from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
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
/** Since 22.1 Node.js keeps the code itself, whatever a run does. */
const nodeKeeps = 'enableCompileCache' in module

beforeEach(() => rmSync(place, {recursive: true, force: true}))

describe('the code that V8 makes of the program', () => {
  test('is kept beside the program, once', () => {
    lint()
    const kept = keptFiles().map((file) => ({file, changed: statSync(file).mtimeMs}))
    expect(kept.length).toBeGreaterThan(4)
    lint()
    expect(keptFiles().map((file) => ({file, changed: statSync(file).mtimeMs}))).toEqual(kept)
  })

  test.skipIf(nodeKeeps)('is kept for one build of the program and one version of Node.js', () => {
    lint()
    const build = /["`]([\w-]{43})["`]/.exec(readFileSync(program, 'utf8'))?.[1]
    expect(build).toBeDefined()
    expect(readdirSync(place)).toEqual([`${build}-${process.version}-${process.arch}`])
  })

  test.skipIf(nodeKeeps)('is run as it was kept', () => {
    lint()
    expect(isRunAsKept()).toBe(true)
    rmSync(place, {recursive: true})
    expect(isRunAsKept()).toBe(false)
  })

  // V8 compares some of its options with those that code was made under.
  test.skipIf(nodeKeeps)(
    'is kept for all runs by one over so many documents that the heap is held small',
    () => {
      const documents = join(home, 'many')
      mkdirSync(documents)
      for (let number = 0; number < 120; number++) copyFileSync(document, join(documents, `${number}.md`))
      const {status, stderr} = spawnSync(execPath, [program, '--quiet', documents], {
        env: environment(),
        encoding: 'utf8',
      })
      expect([status, stderr]).toEqual([1, ''])
      expect(isRunAsKept()).toBe(true)
    },
  )

  test('finds in all documents what the program finds without it', () => {
    const documents = join(process.cwd(), 'fixtures/documents')
    const found = (env: Readonly<Record<string, string>>) =>
      spawnSync(execPath, [program, '--format=json', documents], {
        env: {...process.env, ...env},
        maxBuffer: 2 ** 28,
      })
    const without = found({NODE_DISABLE_COMPILE_CACHE: '1'})
    expect(without.stdout.length).toBeGreaterThan(10_000)
    lint()
    expect(found({NODE_DISABLE_COMPILE_CACHE: ''}).stdout.equals(without.stdout)).toBe(true)
  })

  test.skipIf(nodeKeeps)('is not kept by a run that reads no tables', () => {
    const {stdout} = spawnSync(execPath, [program, '--version'], {encoding: 'utf8'})
    expect(stdout).toMatch(/^\d/)
    expect(existsSync(place)).toBe(false)
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

  test.skipIf(nodeKeeps).each([0.25, 0.5, 0.75, 1])(
    'is neither run nor left if both copies differ, %d of the way to the end',
    (part) => {
      lint()
      for (const file of keptFiles()) {
        const bytes = readFileSync(file)
        writeFileSync(file, oneBitChanged(bytes, Math.min(Math.floor(bytes.length * part), bytes.length - 1)))
        expect(isTwice(readFileSync(file))).toBe(false)
      }
      expect(isRunAsKept()).toBe(false)
      expect(keptFiles().map((file) => isTwice(readFileSync(file)))).not.toContain(false)
    },
  )

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

function oneBitChanged(bytes: Buffer, at = Math.floor(bytes.length / 2)): Buffer {
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  return bytes
}

function isTwice(bytes: Buffer): boolean {
  return bytes.subarray(0, bytes.length / 2).equals(bytes.subarray(bytes.length / 2))
}

/** V8 knows no more of the source than its length: if the kept code is run, a word of the same length changes nothing. */
function isRunAsKept(): boolean {
  const file = join(home, 'dist/program/pretty.cjs')
  const source = readFileSync(file, 'utf8')
  writeFileSync(file, source.replaceAll('Findings of a kind', 'Surprise of a kind'))
  const report = lint()
  writeFileSync(file, source)
  expect(report).toMatch(/(?:Findings|Surprise) of a kind/)
  return report.includes('Findings of a kind')
}

function lint(flags: readonly string[] = [], more: Readonly<Record<string, string>> = {}) {
  const env = environment(more)
  const {status, stdout, stderr} = spawnSync(execPath, [...flags, program, document], {env, encoding: 'utf8'})
  expect({status, stderr}).toEqual({status: 1, stderr: ''})
  expect(stdout).toContain('3 errors')
  return stdout
}

/** That of the process, but for what keeps code elsewhere or nowhere. */
function environment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const {NODE_DISABLE_COMPILE_CACHE: _, NODE_COMPILE_CACHE: __, ...inherited} = process.env
  return {...inherited, LC_ALL: 'C', ...more}
}
