import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {cliOptions} from '../../src/cli/options.ts'
import {lintText} from '../../src/index.ts'
import {pretty} from '../../src/report/pretty.ts'

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
    const printed = pretty([{...lintText(source, {path, language}), source}], options).split('\n')
    const shown = /```text\n(.*?)\n```/s.exec(readme)?.[1]?.split('\n') ?? []
    expect(shown.length).toBeGreaterThan(5)
    expect(shown.filter((line) => !printed.includes(line))).toEqual([])
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
