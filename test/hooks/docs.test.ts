import {readFileSync} from 'node:fs'
import {describe, expect, it, test} from 'vitest'
import {parse} from 'yaml'
import {readArguments} from '../../src/cli/args.ts'
import {tokenize} from '../../src/cli/tokens.ts'

const pages = ['docs/ci.md', 'docs/hooks.md']

describe.each(pages)('%s', (page) => {
  const blocks = [...readFileSync(page, 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]

  it('has settings that are YAML or JSON', () => {
    const settings = blocks.flatMap(([, language, text = '']) =>
      language === 'yaml' || language === 'json' ? [parse(text) as unknown] : [],
    )
    expect(settings.length).toBeGreaterThan(0)
    for (const value of settings) expect(value).toBeTypeOf('object')
  })

  const commands = blocks.flatMap(([, , text = '']) => commandsIn(text))

  test.each(commands)('%s is a command of the program', async (command) => {
    const words = command.split(' ').map((word) => word.replaceAll(/["']/g, ''))
    await expect(readArguments(tokenize(words), 'en')).resolves.toMatchObject({kind: 'run'})
  })
})

/** What is run as `catalint …`, up to what the shell does with it, or stands as its arguments. */
function commandsIn(text: string): readonly string[] {
  const lines = text
    .replaceAll(/\$\{\{[^}]*\}\}/g, '1')
    .matchAll(/(?:- |run: |--no-install |": ")catalint ([^|"\n]*(?:"\$\w+"[^|"\n]*)?)/g)
  const args = text.matchAll(/args: \[(.*)\]/g)
  return [...lines, ...args].map(([, words = '']) => words.replaceAll(',', '').trim())
}
