import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {finishEach} from '../../src/cli/read.ts'
import {run} from '../../src/cli/run.ts'
import {catalint} from './catalint.ts'
import {fakeHost} from './workspace.ts'

const page = '# 直播组件\n\n|一级类目|二级类目|\n|--|--|\n|娱乐|直播、直播答题|\n'

const catalogue = `## 一级类目：娱乐

| 二级类目 | 资质 |
| --- | --- |
| 直播 | 《网络文化经营许可证》 |
`

describe('a page that refers to a catalogue which lost a name', () => {
  test.each([
    ['before it', {'a.md': page, 'b.md': catalogue}, 'a.md'],
    ['after it', {'a.md': catalogue, 'b.md': page}, 'b.md'],
  ])('is wrong in that word, read %s', async (_, files, path) => {
    const {stdout, stderr, status} = await catalint(files, ['--format=compact'])
    expect(stdout).toBe(
      `${path}:5:8: error: Unknown \`直播答题\`: \`娱乐\` has no such entry in the tables of \`categories\` [unknown-reference]\n`,
    )
    expect({stderr, status}).toEqual({stderr: '', status: 1})
  })

  test('says nothing where it is linted alone', async () => {
    const {stdout, status} = await catalint({'a.md': page}, ['--format=compact'])
    expect({stdout, status}).toEqual({stdout: '', status: 0})
  })

  test('stands in its place among the files of the report', async () => {
    const {stdout} = await catalint({'a.md': page, 'b.md': catalogue, 'c.md': page}, ['--format=json'])
    const {files} = JSON.parse(stdout) as {readonly files: readonly {readonly path: string}[]}
    expect(files.map(({path}) => path)).toEqual(['a.md', 'b.md', 'c.md'])
  })

  test('is fixed in what can be fixed, and keeps the finding', async () => {
    const files = {'a.md': page.replace('|娱乐|', '|\t娱乐|'), 'b.md': catalogue}
    const {stdout, cwd} = await catalint(files, ['--fix', '--format=compact'])
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(page.replace('|娱乐|', '| 娱乐|'))
    expect(stdout).toMatch(/^a\.md:5:9: error: .*\[unknown-reference\]\n$/)
  })
})

test('a table may refer to one that is declared for other documents', async () => {
  const tables = {
    components: {paths: 'components.md', columns: [{name: '组件', role: 'key'}, {name: '说明'}]},
    support: {
      paths: 'support.md',
      columns: [
        {name: '平台'},
        {name: '支持', separator: '、', references: {table: 'components', column: '组件'}},
      ],
    },
  }
  const files = {
    'components.md': '| 组件 | 说明 |\n| --- | --- |\n| map | 地图 |\n',
    'support.md': '| 平台 | 支持 |\n| --- | --- |\n| iOS | map、video |\n',
    'catalint.config.json': JSON.stringify({tables}),
  }
  const {stdout, stderr} = await catalint(files, ['--format=compact'])
  expect(stdout).toMatch(/^support\.md:3:13: error: Unknown `video`: .*\n$/)
  expect(stderr).toBe('')
})

test('a baseline keeps what is known of a page that is linted without the catalogue', async () => {
  const files = {'a.md': page, 'b.md': catalogue}
  const {cwd} = await catalint(files, ['--update-baseline'])
  const baseline = readFileSync(join(cwd, 'catalint-baseline.json'), 'utf8')
  expect(baseline).toContain('unknown-reference')
  for (const flag of ['--baseline=catalint-baseline.json', '--update-baseline']) {
    const host = fakeHost(cwd)
    expect(await run([flag, 'a.md'], host)).toBe(0)
    expect(host.written.stderr).not.toContain('no more')
    expect(readFileSync(join(cwd, 'catalint-baseline.json'), 'utf8')).toBe(baseline)
  }
})

test('a document that fails only when it is linted hides no other', async () => {
  const done: string[] = []
  const waiting = ['a.md', 'b.md'].map((path) => ({
    path,
    finish: async () => {
      if (path === 'a.md') throw new TypeError('planted fault')
      done.push(path)
    },
  }))
  const problems = await finishEach(waiting)
  expect(done).toEqual(['b.md'])
  expect(problems).toMatchObject([{path: 'a.md', cause: {message: 'planted fault'}}])
})
