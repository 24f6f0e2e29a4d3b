import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {builtInTables} from '../../src/dataset/built-in-tables.ts'
import {lintText} from '../../src/index.ts'

const page = readFileSync(new URL('../../docs/tables.md', import.meta.url), 'utf8')

describe('docs/tables.md', () => {
  const [declared = '', extended = ''] = blocks('json')
  const [example = ''] = blocks('md')

  it('is right in what it says of its example', () => {
    const {findings} = lintText(example, {tables: JSON.parse(declared).tables})
    expect(
      findings.map(({rule, start, end}) => `${rule} ${example.slice(start.offset, end.offset)}`),
    ).toEqual(['column-value bool', 'column-value maybe'])
  })

  it('shows how to add header words', () => {
    const source = '## 一级类目：金融业\n\n| 业务 | 需交证照 |\n| --- | --- |\n| 信托 | 《营业执照》 |\n'
    const rows = (tables = {}) => lintText(source, {tables}).findings.map(({rule}) => rule)
    expect(rows()).toEqual(['table-header'])
    expect(rows(JSON.parse(extended).tables)).toEqual([])
  })

  it('names the columns of the built-in declarations', () => {
    const names = builtInTables.categories.columns?.map(({name}) => `\`${name}\``)
    expect(names).toBeTruthy()
    for (const name of names ?? []) expect(page).toContain(name)
  })

  it('names every key', () => {
    const declarations = readFileSync(new URL('../../src/dataset/declaration.ts', import.meta.url), 'utf8')
    const keys = [...declarations.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, key = '']) => key)
    expect(keys.length).toBeGreaterThan(15)
    for (const key of keys) expect(page).toMatch(new RegExp(`["\`]${key}["\`]`))
  })
})

function blocks(language: string): readonly string[] {
  return [...page.matchAll(/^```(\w+)\n(.*?)^```/gms)].flatMap(([, name, text = '']) =>
    name === language ? [text] : [],
  )
}
