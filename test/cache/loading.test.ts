import {afterEach, expect, test, vi} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {flawed} from '../cli/catalint.ts'
import {fakeHost, workspace} from '../cli/workspace.ts'

const heavy = [
  '../../src/lint-text.ts',
  '../../src/document/read.ts',
  '../../src/qualification-reader.ts',
  '../../src/vocabulary/built-in.ts',
  '../../src/requirement/reader.ts',
  '../../rules/index.ts',
] as const
const concern = '../../src/concern.ts'

afterEach(() => {
  for (const path of [...heavy, concern]) vi.doUnmock(path)
})

test('a run that finds all in the cache loads no parser, no rules and no vocabulary', async () => {
  const cwd = workspace({'a.md': flawed, 'b.md': '# 说明\n'})
  const argv = ['--cache', '--format=json']
  const first = fakeHost(cwd)
  await run(argv, first)
  vi.resetModules()
  for (const path of heavy) {
    vi.doMock(path, () => {
      throw new Error(`${path} was loaded`)
    })
  }
  const {run: runAgain} = await import('../../src/cli/run.ts')
  const second = fakeHost(cwd)
  expect(await runAgain(argv, second)).toBe(1)
  expect(second.written).toEqual(first.written)
  // That the guard works: without the cache each would be loaded.
  const third = fakeHost(cwd)
  await runAgain(['--format=json'], third)
  expect(third.written.stderr).toContain('a.md: this is a bug')
})

test('of what is in the cache nobody asks whether there may be anything in it', async () => {
  const cwd = workspace({'a.md': flawed})
  const argv = ['--cache', '--format=json']
  const first = fakeHost(cwd)
  await run(argv, first)
  vi.resetModules()
  vi.doMock(concern, () => ({
    mayConcern: () => {
      throw new Error('it was asked')
    },
    readWithout: () => ({define: () => ({tables: [], columns: []})}),
  }))
  const {run: runAgain} = await import('../../src/cli/run.ts')
  const second = fakeHost(cwd)
  await runAgain(argv, second)
  expect(second.written).toEqual(first.written)
  const third = fakeHost(cwd)
  await runAgain(['--format=json'], third)
  expect(third.written.stderr).toContain('it was asked')
})
