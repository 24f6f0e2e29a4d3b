import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {presetNames} from '../../src/config/presets.ts'
import {catalint, clean} from '../cli/catalint.ts'
import {isOfSchema} from './validator.ts'

const pages = ['docs/configuration.md', 'docs/tables.md', 'README.md', 'README.zh-CN.md']

/** The configurations that a page shows: blocks of YAML and JSON with a key of theirs. */
function examplesOf(page: string): readonly (readonly [name: string, text: string])[] {
  const blocks = textOf(page).matchAll(/^```(yaml|json)\n(.*?)^```/gms)
  return [...blocks]
    .filter(([, , text = '']) => /^\s*\{?\s*"?(?:extends|rules|tables|ignore|overrides)"?:/m.test(text))
    .map(([, format, text = '']) => [`catalint.config.${format}`, text])
}

function textOf(page: string): string {
  return readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8')
}

const examples = pages.flatMap((page) => examplesOf(page).map(([name, text]) => [page, name, text] as const))

describe('an example', () => {
  test('is on each page', () => {
    expect(new Set(examples.map(([page]) => page))).toEqual(new Set(pages))
  })

  test.each(examples)('of %s holds as %s', async (_, name, text) => {
    expect(isOfSchema(name.endsWith('yaml') ? parse(text) : JSON.parse(text))).toBe(true)
    const {stderr, status} = await catalint({'a.md': clean, [name]: text}, [])
    expect({stderr, status}).toEqual({stderr: '', status: 0})
  })
})

test('the page tells every key, and every preset', () => {
  const schema = JSON.parse(textOf('schema/config.schema.json')) as {properties: object}
  for (const name of [...Object.keys(schema.properties), ...presetNames]) {
    expect(textOf('docs/configuration.md')).toContain(`\n| \`${name}\``)
  }
})

test('the message that the page shows is what is said', async () => {
  const [, message = ''] = /```text\ncatalint: (.*)\n```/.exec(textOf('docs/configuration.md')) ?? []
  const config = `${'\n'.repeat(4)}overrides:\n  - files: a.md\n    rules:\n      no-duplicate-keys: off\n`
  const {stderr} = await catalint({'a.md': clean, 'catalint.config.yaml': config}, [])
  expect(stderr).toBe(`catalint: ${message}\n`)
})
