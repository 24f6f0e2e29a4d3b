import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {expect, it} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {fakeHost, workspace} from '../cli/workspace.ts'
import {mutate} from '../harness/mutate.ts'
import {createRandom, type Random} from '../harness/random.ts'

const catalogue = readFileSync('fixtures/documents/stale-reference.md', 'utf8')
const other = `${readFileSync('fixtures/documents/repeated-keys.md', 'utf8')}
## 一级类目：旅游

| 二级类目 | 资质 |
| --- | --- |
| 景点门票 | 《互联网出版许可证》或《甲乙许可证》 |
| 保险 |《保险许可证 》 |
`
const page =
  '# 组件\n\n| 一级类目 | 二级类目 |\n| --- | --- |\n| 旅游 | 景点门票、签证代办 |\n| 影视 | 影评 |\n'
const start = {
  'catalogue.md': catalogue,
  'docs/other.md': other,
  'docs/page.md': page,
  'docs/plain.md': '# 说明\n',
  'catalint-baseline.json': '{"version": 1}\n',
}

const renamed = {
  name: '甲乙许可证',
  status: 'renamed',
  successor: {name: '丙丁许可证', from: '2010-01-01', source: 'https://example.org/'},
  sources: ['https://example.org/'],
}

const configurations: readonly unknown[] = [
  undefined,
  {rules: {'no-empty-cell': 'off'}},
  {
    rules: {'unknown-reference': 'info'},
    overrides: [{files: ['docs/**'], rules: {'cell-whitespace': 'error'}}],
  },
  {tables: {prices: {columns: [{name: '资质', unique: 'dataset', enum: ['甲']}]}}},
  {tables: {categories: false}},
  {vocabulary: {version: 1, licenses: [renamed, {name: '丙丁许可证'}]}},
  {ignore: ['docs/other.md']},
]

/** What may be asked of a run; each of several takes one. The first of each is what most runs ask. */
const requests = [
  ['--format=json', '--format=pretty', '--format=compact', '--all'],
  ['--lang=en', '--lang=zh'],
  ['--as-of=2026-06-01', '--as-of=2000-01-01', '--as-of=2012-01-01'],
  ['--no-color', '--quiet', '--max-warnings=1', '--rule=no-empty-cell: error', '--rule=cjk-punctuation: off'],
  ['--no-color', '--no-config'],
  ['--no-color', '--update-baseline', '--baseline=catalint-baseline.json'],
  ['.', 'docs', 'catalogue.md', 'docs/page.md'],
  ['--no-color', '--fix', '--fix-suggestions'],
]

it.each([1, 2, 3, 4, 5, 6])(
  'says the same with a cache as without, whatever is changed between runs: %i',
  async (seed) => {
    const random = createRandom(seed)
    const [cached, plain] = [workspace(start), workspace(start)]
    const reports = new Set<string>()
    for (let round = 0; round < 30; round++) {
      // Most rounds ask what most do: else a fault in one part hides behind changes in the others.
      const argv = requests.map((choices) => (random() < 0.75 ? (choices[0] ?? '') : pick(choices, random)))
      if (random() < 0.6) edit([cached, plain], random)
      // Both are asked twice, so that all of it can come from the cache.
      for (const again of [1, 2]) {
        const results = [await result(cached, [...argv, '--cache']), await result(plain, argv)]
        expect(results[0], `round ${round}, run ${again}: ${argv.join(' ')}`).toEqual(results[1])
        if (results[0]?.status !== 2) reports.add(results[0]?.stdout ?? '')
      }
    }
    expect(reports.size).toBeGreaterThan(12)
  },
)

async function result(cwd: string, argv: readonly string[]) {
  const host = fakeHost(cwd)
  const status = await run(argv, host)
  const documents = readdirSync(cwd, {recursive: true, encoding: 'utf8'}).filter((name) =>
    /\.(?:md|json)$/.test(name),
  )
  const contents = documents.sort().map((name) => [name, readFileSync(join(cwd, name), 'utf8')])
  return {status, ...host.written, contents}
}

/** The same change in each directory. */
function edit(directories: readonly string[], random: Random): void {
  const change = pick(
    [editDocument, editDocument, removeDocument, addDocument, configure, configure, restore, restore],
    random,
  )
  const seed = Math.floor(random() * 2 ** 31)
  for (const directory of directories) change(directory, createRandom(seed))
}

function editDocument(directory: string, random: Random): void {
  const path = join(directory, pick(documentsIn(directory), random))
  writeFileSync(path, mutate(readFileSync(path, 'utf8'), Math.floor(random() * 2 ** 31), catalogue))
}

function removeDocument(directory: string, random: Random): void {
  const documents = documentsIn(directory)
  if (documents.length > 2) rmSync(join(directory, pick(documents, random)))
}

function addDocument(directory: string, random: Random): void {
  const path = join(directory, pick(['a.md', 'docs/new.md', 'catalogue.md', 'docs/page.md'], random))
  mkdirSync(dirname(path), {recursive: true})
  writeFileSync(path, pick(Object.values(start), random))
}

function configure(directory: string, random: Random): void {
  const path = join(directory, 'catalint.config.json')
  const configuration = pick(configurations, random)
  if (configuration === undefined) rmSync(path, {force: true})
  else writeFileSync(path, JSON.stringify(configuration))
}

/** What was there before may be there again. */
function restore(directory: string): void {
  for (const [name, text] of Object.entries(start)) writeFileSync(join(directory, name), text)
}

function documentsIn(directory: string): readonly string[] {
  const names = readdirSync(directory, {recursive: true, encoding: 'utf8'})
  return names.filter((name) => name.endsWith('.md')).sort()
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T
}
