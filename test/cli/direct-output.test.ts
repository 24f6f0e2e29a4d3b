import {execFileSync} from 'node:child_process'
import {closeSync, constants, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {directOutput, isPlain} from '../../src/cli/direct-output.ts'

let folder: string
const taken: string[] = []
const failures: unknown[] = []
const stream = () => ({
  isTTY: false,
  write: (text: string) => void taken.push(text),
  writeBytes: (bytes: Uint8Array) => void taken.push(Buffer.from(bytes).toString()),
  ready: async () => false,
})
const fail = (error: unknown) => void failures.push(error)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalint-output-'))
  taken.length = 0
  failures.length = 0
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

test('what is written to a file is there at once', async () => {
  const path = join(folder, 'out')
  const file = openSync(path, 'w')
  expect(isPlain(file)).toBe(true)
  const output = directOutput(file, stream, fail)
  output.write('一')
  output.write('b\n')
  expect(readFileSync(path, 'utf8')).toBe('一b\n')
  expect(await output.ready?.()).toBe(true)
  expect([taken, failures]).toEqual([[], []])
  closeSync(file)
})

test('what a full pipe does not take goes to the stream, and all that comes after', async () => {
  const path = join(folder, 'pipe')
  execFileSync('mkfifo', [path])
  const pipe = openSync(path, constants.O_RDWR | constants.O_NONBLOCK)
  const output = directOutput(pipe, stream, fail)
  const text = Array.from({length: 40_000}, (_, index) => `${index}\n`).join('')
  output.write(text)
  output.write('last\n')
  expect(await output.ready?.()).toBe(false)
  const bytes = Buffer.alloc(text.length)
  const read = readSync(pipe, bytes)
  expect(read).toBeGreaterThan(0)
  expect(taken.length).toBe(2)
  expect(`${bytes.subarray(0, read)}${taken.join('')}`).toBe(`${text}last\n`)
  expect(failures).toEqual([])
  closeSync(pipe)
})

test('what waits for a pipe stays as it is when another output is written to', () => {
  const path = join(folder, 'pipe')
  execFileSync('mkfifo', [path])
  const pipe = openSync(path, constants.O_RDWR | constants.O_NONBLOCK)
  expect(() => {
    for (;;) writeSync(pipe, Buffer.alloc(1024))
  }).toThrow('EAGAIN')
  const waiting: Uint8Array[] = []
  const full = directOutput(
    pipe,
    () => ({...stream(), writeBytes: (bytes) => void waiting.push(bytes)}),
    fail,
  )
  full.write('一直等着')
  const file = openSync(join(folder, 'out'), 'w')
  directOutput(file, stream, fail).write('something else')
  expect(waiting.map((bytes) => Buffer.from(bytes).toString())).toEqual(['一直等着'])
  closeSync(file)
  closeSync(pipe)
})

test.each([1, 21_845, 21_846, 100_000])('a text of %i characters is written whole', (length) => {
  const path = join(folder, 'out')
  const file = openSync(path, 'w')
  const text = '证'.repeat(length)
  directOutput(file, stream, fail).write(text)
  expect(readFileSync(path, 'utf8')).toBe(text)
  closeSync(file)
})

test('an output that fails is told of once, and takes no more', async () => {
  const path = join(folder, 'out')
  const file = openSync(path, 'w')
  closeSync(file)
  const reading = openSync(path, 'r')
  const output = directOutput(reading, stream, fail)
  output.write('a')
  output.write('b')
  expect(failures.map((error) => (error as NodeJS.ErrnoException).code)).toEqual(['EBADF'])
  expect(await output.ready?.()).toBe(false)
  closeSync(reading)
})

test('a closed descriptor is not plain, nor is a device but the null device', () => {
  const none = openSync('/dev/null', 'w')
  const other = openSync('/dev/zero', 'r')
  expect([isPlain(none), isPlain(other)]).toEqual([true, false])
  closeSync(none)
  closeSync(other)
  expect(isPlain(none)).toBe(false)
})
