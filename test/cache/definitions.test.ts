import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {readLines} from '../../src/cache/file.ts'
import {run} from '../../src/cli/run.ts'
import {fakeHost, workspace} from '../cli/workspace.ts'

const catalogue =
  '## 一级类目：娱乐\n\n| 二级类目 | 资质 |\n| --- | --- |\n| 直播 | 《网络文化经营许可证》 |\n'

const page = '# 直播组件\n\n|一级类目|二级类目|\n|--|--|\n|娱乐|直播、直播答题|\n'

const argv = ['--cache', '--cache-location=cache', '--format=compact', '.']

/** Whether what it defines is kept of each document. */
function kept(cwd: string): Readonly<Record<string, boolean>> {
  const lines = readLines(readFileSync(join(cwd, 'cache')))?.values() ?? []
  return Object.fromEntries(
    Array.from(lines, ({file, definitions}) => [String(file), definitions.length > 0]),
  )
}

async function linted(cwd: string): Promise<string> {
  const host = fakeHost(cwd)
  await run(argv, host)
  return host.written.stdout
}

const unknown =
  'b.md:5:8: error: Unknown `直播答题`: `娱乐` has no such entry in the tables of `categories` [unknown-reference]\n'

test('what a document defines is kept from when another one refers to it', async () => {
  const cwd = workspace({'a.md': catalogue})
  expect(await linted(cwd)).toBe('')
  writeFileSync(join(cwd, 'c.md'), '# nothing\n')
  await linted(cwd)
  expect(kept(cwd)['a.md']).toBe(false)
  writeFileSync(join(cwd, 'b.md'), page)
  expect(await linted(cwd)).toBe(unknown)
  expect(kept(cwd)).toMatchObject({'a.md': true, 'b.md': true})
  expect(await linted(cwd)).toBe(unknown)
})

test('a document that changes what it defines makes others wrong or right', async () => {
  const cwd = workspace({'a.md': catalogue, 'b.md': page})
  expect(await linted(cwd)).toBe(unknown)
  writeFileSync(join(cwd, 'a.md'), catalogue.replace('| 直播 |', '| 直播、直播答题 |'))
  expect(await linted(cwd)).toBe('')
  writeFileSync(join(cwd, 'a.md'), catalogue)
  expect(await linted(cwd)).toBe(unknown)
  expect(kept(cwd)).toMatchObject({'a.md': true, 'b.md': true})
})
