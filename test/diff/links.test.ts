import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it, test} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {fakeHost} from '../cli/workspace.ts'
import {scratchRepository} from '../git/scratch-repository.ts'

const page = [
  '## 一级类目：金融业',
  '',
  '| 二级类目 | 资质 |',
  '| --- | --- |',
  '| 信托 | 《金融许可证》 |',
  '',
].join('\n')

/** A document below `docs/`, and links to it: one beside it that goes before it, one in another folder, one to the folder. */
function repository() {
  const scratch = scratchRepository({'docs/page.md': page, 'other/own.md': page.replace('金融业', '保险')})
  const link = (target: string, path: string) => symlinkSync(target, join(scratch.directory, path))
  link('page.md', 'docs/latest.md')
  link('../docs/page.md', 'other/page.md')
  link('docs', 'current')
  scratch.commit()
  return scratch
}

async function diffIn(directory: string, argv: readonly string[]) {
  const host = fakeHost(directory)
  const status = await run(['diff', '--format=json', ...argv], host)
  const {stdout, stderr} = host.written
  const {changes} = JSON.parse(stdout || '{}') as {readonly changes?: readonly {readonly places: unknown}[]}
  return {status, stderr, places: changes?.map(({places}) => places)}
}

describe('links, which git does not follow', () => {
  test.each([
    ['--base=HEAD'],
    ['--base=HEAD', 'docs'],
    ['--base=HEAD', 'other'],
    ['--base=HEAD', 'other/*.md'],
    ['--base=HEAD', 'current'],
    ['--base=HEAD', 'docs/latest.md'],
    ['HEAD:docs', 'docs'],
    ['other', 'HEAD:other'],
  ])('are no other documents: %s %s', async (...argv) => {
    const {directory} = repository()
    expect(await diffIn(directory, argv)).toEqual({status: 0, stderr: '', places: []})
  })

  test.each([['docs'], ['current'], ['docs/latest.md'], ['other/page.md']])(
    'lead to what has changed: %s',
    async (path) => {
      const {directory} = repository()
      writeFileSync(join(directory, 'docs/page.md'), page.replace('信托', '典当'))
      expect(await diffIn(directory, ['--base=HEAD', path])).toEqual({
        status: 1,
        stderr: '',
        places: [{after: {document: 'docs/page.md', line: 5}}, {before: {document: 'docs/page.md', line: 5}}],
      })
    },
  )

  it('are followed where no revision is compared', async () => {
    const {directory} = repository()
    mkdirSync(join(directory, 'store'))
    symlinkSync('../docs/page.md', join(directory, 'store/page.md'))
    writeFileSync(join(directory, 'docs/page.md'), page.replace('信托', '典当'))
    const {status, places} = await diffIn(directory, ['store', 'other/own.md'])
    expect({status, changes: places?.length}).toEqual({status: 1, changes: 2})
  })
})

test('the lock of an editor is no document, in a revision either', async () => {
  const {directory, commit} = scratchRepository({'docs/page.md': page, 'docs/.#page.md': page})
  commit()
  for (const argv of [
    ['--base=HEAD', 'docs'],
    ['HEAD:docs', 'docs'],
  ]) {
    expect(await diffIn(directory, argv)).toEqual({status: 0, stderr: '', places: []})
  }
})
