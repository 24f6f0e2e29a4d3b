import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Nodes, Parents, Table} from 'mdast'
import {remark} from 'remark'
import remarkGfm from 'remark-gfm'
import {describe, expect, it} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {stepSummary} from '../../src/report/github/step-summary.ts'
import {toRunReport} from '../../src/report/run-report.ts'
import {flawed} from '../cli/catalint.ts'
import {fakeHost, workspace} from '../cli/workspace.ts'
import {fileOf, findingAt} from './build.ts'
import {hostileReport, hostileTexts} from './hostile-report.ts'

const source = 'a\n| 金融 |\n'

function parse(markdown: string) {
  const {children} = remark().use(remarkGfm).parse(markdown)
  return {
    kinds: children.map(({type}) => type),
    table: children.find((node): node is Table => node.type === 'table'),
  }
}

function all(node: Nodes): readonly Nodes[] {
  return [node, ...('children' in node ? (node as Parents).children.flatMap(all) : [])]
}

/** The text of a cell as a reader sees it. */
function textOf(node: Nodes): string {
  return all(node)
    .map((one) => (one.type === 'text' ? one.value : one.type === 'html' && one.value === '<br>' ? '\n' : ''))
    .join('')
}

describe('a step summary', () => {
  it('is a table that no text leaves, and whose text comes back', () => {
    const {kinds, table} = parse(stepSummary(hostileReport, 'en', 1e6))
    expect(kinds).toEqual(['heading', 'paragraph', 'table'])
    const [, ...rows] = table?.children ?? []
    expect(rows.length).toBe(hostileTexts.length)
    const seen = rows.map(({children}) => children.map(textOf))
    expect(seen.every((cells) => cells.length === 4)).toBe(true)
    const plain = hostileTexts.filter((text) => !/[^\n\P{C}]|[\u2028\u2029]/u.test(text))
    expect(plain.length).toBeGreaterThan(5)
    for (const text of plain) {
      // Blanks at the ends of a cell or a line are no part of it.
      const trimmed = `${text}; ${text}`.trim().replaceAll(/ *\n */g, '\n')
      expect(seen.map(([, , , cell]) => cell)).toContain(trimmed)
    }
  })

  it('links to the page of a rule and to nothing else, and holds no element but for line breaks', () => {
    const {table} = parse(stepSummary(hostileReport, 'en', 1e6))
    const nodes = table ? all(table) : []
    const kinds = new Set(nodes.map(({type}) => type))
    expect([...kinds].sort()).toEqual(['html', 'link', 'table', 'tableCell', 'tableRow', 'text'])
    for (const node of nodes) {
      if (node.type === 'html') expect(['<br>', '<!-- -->']).toContain(node.value)
      if (node.type === 'link')
        expect(node.url).toMatch(/^https:\/\/unpkg\.com\/catalint\/rules\/[\w\-.~%/]+\.md$/)
    }
    const links = nodes.filter(({type}) => type === 'link')
    expect(links).toHaveLength(hostileTexts.length)
  })

  it('takes no more room than there is, and says what it leaves out', () => {
    const findings = Array.from({length: 300}, () => findingAt(source, '金融', {message: '金融 😀'}))
    const report = toRunReport([fileOf(source, findings, '文档.md')], false)
    for (let room = 0; room < 40_000; room += 1511) {
      const text = stepSummary(report, 'en', room)
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(room)
      if (room >= 300) expect(text).not.toBe('')
      if (text === '') continue
      const shown = parse(text).table?.children.length ?? 1
      const [, more = '0'] = /… and (\d+) more, for which there is no room here\n$/.exec(text) ?? []
      expect(shown - 1 + Number(more)).toBe(300)
    }
    expect(stepSummary(report, 'en', 50)).toBe('')
    expect(stepSummary(report, 'en', 300)).toContain('**300 errors in 1 file**')
    expect(stepSummary(report, 'en', 1e6)).not.toContain('no room')
  })

  it('says that nothing was found, and what a baseline knows', () => {
    const file = {...fileOf(source, []), baseline: {known: [findingAt(source, 'a')], found: []}}
    expect(stepSummary(toRunReport([file], false), 'zh', 1e6)).toBe(
      '## catalint\n\n检查了 1 个文件，未发现错误  \n另有 1 处已知问题未显示\n',
    )
  })

  it('goes behind what the step wrote before, as long as there is room on GitHub', async () => {
    const root = workspace({'a.md': flawed})
    const path = join(root, 'summary.md')
    const lint = async (before: string) => {
      writeFileSync(path, before)
      await run(['--format=github'], fakeHost(root, {env: {GITHUB_STEP_SUMMARY: path}}))
      return readFileSync(path, 'utf8')
    }
    expect(await lint('before')).toMatch(/^before\n\n## catalint\n\n\*\*1 error and 1 warning/)
    const almost = 'x'.repeat(1024 * 1024 - 200)
    expect(await lint(almost)).toMatch(/^x+\n\n## catalint\n\n.*\n\n… and 2 more/)
    const added = Buffer.byteLength(await lint(almost)) - almost.length - 2
    const tight = 'x'.repeat(1024 * 1024 - added - 1)
    expect(await lint(tight)).toBe(tight)
    const full = 'x'.repeat(1024 * 1024 - 20)
    expect(await lint(full)).toBe(full)
  })
})
