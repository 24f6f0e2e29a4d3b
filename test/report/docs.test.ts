import {readFileSync} from 'node:fs'
import {expect, it} from 'vitest'
import {machineFormats} from '../../src/cli/options.ts'
import {catalint} from '../cli/catalint.ts'

const page = readFileSync('docs/reports.md', 'utf8')

/** The blocks of code of a language below a heading. */
function blocks(heading: string, language: string): readonly string[] {
  const [, section = ''] = page.split(heading)
  const [text = ''] = section.split(/^## /m)
  return [...text.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(
    ([, block = '']) => block,
  )
}

const [, document = ''] = /```md\n(.*?)```/s.exec(page) ?? []

async function report(format: string): Promise<string> {
  return (await catalint({'x.md': document}, [`--format=${format}`, '--lang=en'])).stdout
}

it.each(['json', 'gitlab'])('the page shows what %s is', async (format) => {
  const [shown = 'null'] = blocks(`## \`${format}\``, 'json')
  expect(JSON.parse(await report(format))).toEqual(JSON.parse(shown))
})

it.each(['junit', 'checkstyle'])('the page shows what %s is', async (format) => {
  const [shown = ''] = blocks(`## \`${format}\``, 'xml')
  const lines = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => line.trim())
  const written = lines(await report(format))
  expect(lines(shown).length).toBeGreaterThan(2)
  expect(lines(shown).filter((line) => !written.includes(line))).toEqual([])
})

it('the page shows what github is', async () => {
  expect(blocks('## `github`', 'text')).toEqual([await report('github')])
})

it('the page names every format', () => {
  for (const format of machineFormats) expect(page).toMatch(new RegExp(`^\\| \`${format}\` +\\|`, 'm'))
})
