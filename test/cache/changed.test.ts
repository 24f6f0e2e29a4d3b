import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {clean, flawed} from '../cli/catalint.ts'
import {fakeHost} from '../cli/workspace.ts'
import {scratchRepository} from '../git/scratch-repository.ts'

const page = '| 一级类目 | 二级类目 |\n| --- | --- |\n| 金融业 | 信托、基金 |\n'
const catalogue = `${clean}| 基金 | 《营业执照》 |\n`
const ragged = readFileSync('fixtures/documents/ragged-rows.md', 'utf8')

test.each([['--changed'], ['--staged']])(
  '%s says the same with a cache as without, edit by edit',
  async (option) => {
    const repository = scratchRepository({
      'catalogue.md': catalogue,
      'page.md': page,
      'flawed.md': flawed,
      '.gitignore': '.catalintcache\n',
    })
    repository.git('init', '--quiet')
    repository.commit()
    const lint = async (argv: readonly string[]) => {
      const host = fakeHost(repository.directory)
      const status = await run([option, '--lang=en', '--format=json', ...argv], host)
      return {status, ...host.written}
    }
    const reports = new Set<string>()
    const edits = [
      {'new.md': ragged},
      {'catalogue.md': clean},
      {'flawed.md': `${flawed}| 基金 | 《营业执照 》 |\n`},
      {'catalogue.md': catalogue, 'new.md': clean},
      {'page.md': `# 组件\n\n${page}`},
    ]
    for (const edit of edits) {
      repository.write(edit)
      repository.git('add', '--all')
      const without = await lint([])
      for (const again of [1, 2])
        expect(await lint(['--cache']), `${Object.keys(edit)} ${again}`).toEqual(without)
      reports.add(without.stdout)
    }
    expect(reports.size).toBeGreaterThan(3)
  },
)
