import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Root} from 'mdast'
import {remark} from 'remark'
import remarkGfm from 'remark-gfm'
import {describe, expect, it, onTestFinished} from 'vitest'
import {lintText} from '../../src/index.ts'
import remarkCatalint from '../../src/remark.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const document = `## 一级类目：金融业

| 二级类目 | 资质 |
| --- | --- |
| 信托 | 《金融许可证 》 |
| 信托 | 《营业执照》 |
| 基金 | |
`

describe('the plugin', () => {
  it('heeds comments', async () => {
    const value = document.replace(
      '| 信托 | 《营业执照》 |',
      '| 信托 <!-- catalint-disable-line --> | 《营业执照》 |',
    )
    const {messages} = await remark().use(remarkGfm).use(remarkCatalint).process({path: 'a.md', value})
    expect(messages.map(({ruleId}) => ruleId)).toEqual(['license-spacing', 'no-empty-cell'])
  })

  it('puts findings on the file', async () => {
    const {messages} = await remark()
      .use(remarkGfm)
      .use(remarkCatalint)
      .process({path: 'a.md', value: document})
    expect(
      messages.map(({ruleId, source, fatal, line, column}) => ({ruleId, source, fatal, line, column})),
    ).toEqual([
      {ruleId: 'license-spacing', source: 'catalint', fatal: false, line: 5, column: 14},
      {ruleId: 'no-duplicate-key', source: 'catalint', fatal: true, line: 6, column: 3},
      {ruleId: 'no-empty-cell', source: 'catalint', fatal: undefined, line: 7, column: 8},
    ])
    expect(messages[0]).toMatchObject({
      url: 'https://unpkg.com/catalint/rules/license-spacing.md',
      place: {start: {line: 5, column: 14, offset: 54}, end: {line: 5, column: 15, offset: 55}},
      note: 'remove the blank',
    })
  })

  it('gives the first occurrence as the cause', async () => {
    const {messages} = await remark().use(remarkCatalint).process(document)
    const duplicate = messages.find(({ruleId}) => ruleId === 'no-duplicate-key')
    expect(duplicate?.cause).toMatchObject({
      reason: 'first stated here',
      source: 'catalint',
      place: {start: {line: 5, column: 3}},
    })
  })

  it('finds the same without remark-gfm and whatever other plugins do', async () => {
    const emptied = () => (tree: Root) => {
      tree.children = []
    }
    const {messages} = await remark().use(emptied).use(remarkCatalint).process(document)
    expect(messages.map(({ruleId, place}) => [ruleId, place])).toEqual(
      lintText(document).findings.map(({rule, start, end}) => [rule, {start, end}]),
    )
  })

  it('takes options', async () => {
    const options = {language: 'zh', rules: {'no-empty-cell': 'off', 'no-duplicate-key': 'off'}} as const
    const {messages} = await remark().use(remarkCatalint, options).process(document)
    expect(messages.map(({reason}) => reason)).toEqual(['书名号内侧有空白，应为 `《金融许可证》`'])
  })

  it('leaves the text as it is', async () => {
    const clean = '## 一级类目：金融业\n\n| 二级类目 | 资质 |\n| --- | --- |\n| 信托 | 《金融许可证》 |\n'
    expect(String(await remark().use(remarkGfm).use(remarkCatalint).process(clean))).toBe(
      String(await remark().use(remarkGfm).process(clean)),
    )
  })
})

describe('under remark-cli', () => {
  it('is found by its name and fails the run on an error', () => {
    const folder = project({
      'a.md': document,
      '.remarkrc.json': JSON.stringify({plugins: ['catalint/remark']}),
    })
    const {status, stderr} = remarkCli(folder, ['a.md'])
    expect(stderr).toContain('license-spacing')
    expect(stderr).toMatch(/6:3-6:5\s+error.*no-duplicate-key\s+catalint/)
    expect(stderr).toMatch(/\[cause\]:\s+5:3-5:5\s+.*first stated here/)
    expect(status).toBe(1)
  })

  it('takes options from a configuration', () => {
    const rules = {'no-duplicate-key': 'off', 'license-spacing': 'off', 'no-empty-cell': 'off'}
    const plugins = [['catalint/remark', {rules}]]
    const folder = project({'a.md': document, '.remarkrc.json': JSON.stringify({plugins})})
    const {status, stderr} = remarkCli(folder, ['a.md'])
    expect(stderr).toContain('no issues')
    expect(status).toBe(0)
  })
})

/** A folder in which this package, as built, is installed. */
function project(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'catalint-remark-')))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(root, join(folder, 'node_modules', 'catalint'), 'junction')
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

function remarkCli(folder: string, args: readonly string[]) {
  const manifest = join(root, 'node_modules/remark-cli/package.json')
  const {bin} = JSON.parse(readFileSync(manifest, 'utf8')) as {bin: string | {remark: string}}
  const program = join(root, 'node_modules/remark-cli', typeof bin === 'string' ? bin : bin.remark)
  return spawnSync(process.execPath, [program, ...args, '--no-stdout', '--no-color'], {
    cwd: folder,
    encoding: 'utf8',
  })
}
