import {describe, expect, it} from 'vitest'
import {catalint, clean, flawed, warned} from './catalint.ts'

const catalogue = `## 一级类目：娱乐

| 二级类目 | 资质 |
| --- | --- |
| 视频 | 《营业执照》 |
`

const referring = `| 一级类目 | 二级类目 |
| --- | --- |
| 娱乐 | 视频、直播 |
`

const files = {'a.md': flawed, 'b.md': clean, 'c.md': warned, 'd.md': referring, 'z.md': catalogue}

async function pathsOf(shard: string): Promise<readonly string[]> {
  const {stdout} = await catalint(files, ['--format', 'json', `--shard=${shard}`])
  return filesIn(stdout).map(({path}) => path)
}

function filesIn(report: string) {
  return (JSON.parse(report) as {files: readonly {path: string; findings: readonly {rule: string}[]}[]}).files
}

describe('--shard', () => {
  it('splits the documents into stretches', async () => {
    expect(await pathsOf('1/2')).toEqual(['a.md', 'b.md'])
    expect(await pathsOf('2/2')).toEqual(['c.md', 'd.md', 'z.md'])
    expect(await pathsOf('1/1')).toEqual(['a.md', 'b.md', 'c.md', 'd.md', 'z.md'])
  })

  it('lints each document once, however many shards there are', async () => {
    const shards = ['1/7', '2/7', '3/7', '4/7', '5/7', '6/7', '7/7']
    const paths = await Promise.all(shards.map(pathsOf))
    expect(paths.flat()).toEqual(Object.keys(files))
  })

  it('judges references by the documents of all shards', async () => {
    const {stdout} = await catalint(files, ['--format', 'compact', '--shard=4/5'])
    expect(stdout).toBe(
      'd.md:3:11: error: Unknown `直播`: `娱乐` has no such entry in the tables of `categories` [unknown-reference]\n',
    )
  })

  it('ends as the documents of the shard do', async () => {
    const {status} = await catalint(files, ['--shard=2/5'])
    expect(status).toBe(0)
    const failing = await catalint(files, ['--shard=1/5'])
    expect(failing.status).toBe(1)
  })

  it.each(['0/2', '3/2', '1', '1/0', '-1/2', 'a/b', '1/2/3', '1.5/2'])('refuses %s', async (shard) => {
    const {status, stdout, stderr} = await catalint(files, [`--shard=${shard}`])
    expect({status, stdout, stderr}).toEqual({
      status: 2,
      stdout: '',
      stderr: `catalint: --shard takes a part and how many there are, not ${shard}; write --shard=1/3 for the first of three\n`,
    })
  })
})
