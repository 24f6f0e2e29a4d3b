import {expect, test} from 'vitest'
import type {Source} from '../../src/cli/discover.ts'
import {KeptFiles} from '../../src/cli/lint/kept-files.ts'
import {Linting} from '../../src/cli/lint/linting.ts'
import type {Reader} from '../../src/cli/lint/reading.ts'
import type {RunDefinitions} from '../../src/cli/lint/run-definitions.ts'

const nothing = {tables: [], columns: []}

/** Adds documents by their texts to a run. Those that say `refers` need what others define. */
async function linted(texts: readonly string[], definesAtOnce = false) {
  const log: string[] = []
  const read: Reader = async ({path, source}) => ({
    needsDefinitions: source.startsWith('refers'),
    isDefined: false,
    define: () => {
      log.push(`defines ${path}`)
      return {data: () => nothing, digest: () => path}
    },
    ready: async (run?: RunDefinitions) => {
      log.push(`lints ${path}${run ? ` by ${run.digest.length} characters` : ''}`)
      return {
        source,
        path,
        needsDefinitions: false,
        define: () => nothing,
        hasTargets: () => true,
        lint: () => [],
        fingerprint: () => [],
      }
    },
  })
  const documents = texts.map((source, index) => ({path: `${'abcd'[index]}.md`, source}))
  const sources = documents.map(({path}): Source => ({kind: 'file', path, absolute: `/${path}`}))
  const linting = new Linting(sources, ({path, source}) => ({path, source, findings: []}), {
    read,
    kept: new KeptFiles('folded'),
    definesAtOnce,
  })
  const tasks = documents.flatMap((document, index) => {
    const source = sources[index]
    const readAgain = async () => {
      log.push(`reads ${document.path} again`)
      return document
    }
    return source ? [{source, document, options: {}, readAgain}] : []
  })
  for (const task of tasks) await linting.add(task)
  const left = linting.undefined
  if (linting.waiting.length > 0) {
    for (const task of tasks.filter(({source}) => left.includes(source))) await linting.define(task)
  }
  for (const {finish} of linting.waiting) await finish()
  return {log, files: linting.files.map(({path}) => path)}
}

const byAll = 'by 43 characters'

test('nobody asks what documents define where none refers to others', async () => {
  const {log, files} = await linted(['one', 'two'])
  expect(log).toEqual(['lints a.md', 'lints b.md'])
  expect(files).toEqual(['a.md', 'b.md'])
})

test('what comes before a document that refers to others is asked in the end, what comes behind it at once', async () => {
  const {log, files} = await linted(['one', 'refers', 'three'])
  expect(log).toEqual([
    'lints a.md',
    'defines b.md',
    'defines c.md',
    'lints c.md',
    'defines a.md',
    `lints b.md ${byAll}`,
  ])
  expect(files).toEqual(['a.md', 'b.md', 'c.md'])
})

test('all are asked at once where their texts may become others', async () => {
  const {log} = await linted(['one', 'two'], true)
  expect(log).toEqual(['defines a.md', 'lints a.md', 'defines b.md', 'lints b.md'])
})

test('of the documents that wait a quarter of a million characters are kept, the others are read again', async () => {
  const long = `refers${' '.repeat(150_000)}`
  const {log} = await linted([long, long])
  expect(log).toEqual([
    'defines a.md',
    'defines b.md',
    `lints a.md ${byAll}`,
    'reads b.md again',
    `lints b.md ${byAll}`,
  ])
})
