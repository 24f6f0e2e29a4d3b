import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {cliOptions} from '../../src/cli/options.ts'
import {lintText, readDataset} from '../../src/index.ts'
import {catalint} from '../cli/catalint.ts'
import {fileOf, pretty} from '../report/build.ts'

const root = new URL('../../', import.meta.url)

function read(name: string): string {
  return readFileSync(new URL(name, root), 'utf8')
}

describe.each([
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh'],
] as const)('%s', (name, language) => {
  const readme = read(name)

  test('shows what the program prints for the document in fixtures/', () => {
    const path = 'service-categories.md'
    const source = read(`fixtures/documents/${path}`)
    const options = {language, color: false, all: false, quiet: false, width: 100}
    const printed = pretty(
      [fileOf(source, lintText(source, {path, language}).findings, path)],
      options,
    ).split('\n')
    const shown = /```text\n(.*?)\n```/s.exec(readme)?.[1]?.split('\n') ?? []
    expect(shown.length).toBeGreaterThan(5)
    expect(shown.filter((line) => !printed.includes(line))).toEqual([])
  })

  test('shows what the query that it gives prints', async () => {
    const path = 'service-categories.md'
    const [command = ''] = /catalint (query service-categories.*)/.exec(readme) ?? []
    const argv = command.split(' ').slice(1)
    const {stdout} = await catalint({[path]: read(`fixtures/documents/${path}`)}, [
      ...argv,
      '--lang',
      language,
    ])
    const blocks = [...readme.matchAll(/```text\n(.*?)\n```/gs)].map(([, block = '']) => block)
    expect(argv.length).toBeGreaterThan(3)
    expect(blocks[1]).toBe(stdout.trimEnd())
  })

  test('shows a row of the dataset as it is', () => {
    const path = 'service-categories.md'
    const {categories} = readDataset(read(`fixtures/documents/${path}`), {path})
    const shown: unknown = JSON.parse(/```json\n(.*?)\n```/s.exec(readme)?.[1] ?? '')
    const category = categories.find(({line}) => line === (shown as {readonly line: number}).line)
    expect(category).toMatchObject({...(shown as object), subcategories: expect.anything()})
    expect(category?.subcategories).toEqual(
      expect.arrayContaining((shown as {readonly subcategories: unknown[]}).subcategories),
    )
  })

  test('names every option', () => {
    expect(
      cliOptions.map((option) => `--${option.name}`).filter((option) => !readme.includes(option)),
    ).toEqual(
      // `-o` is how it is known.
      ['--output'].filter((option) => !readme.includes(option)),
    )
  })
})
