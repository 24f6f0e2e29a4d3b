import {describe, expect, it} from 'vitest'
import {fixText, type LintOptions, lintText} from '../../src/index.ts'
import {toCr, toCrlf, withBom} from '../harness/transform.ts'
import {documents} from '../invariants/fixtures.ts'

const head = '| 二级类目 | 资质 |\n| --- | --- |\n'
const rows = ['| 信托 | 《甲证 》 |', '| 基金 | 《 乙证 》 |', '| 典当 | |']
const page = `## 一级类目：金融业\n\n${head}${rows.join('\n')}\n`

/** The fingerprints of the findings of these rules, in order. */
function prints(source: string, options: LintOptions = {}): readonly (string | undefined)[] {
  const {findings} = lintText(source, {path: 'a.md', fingerprints: true, ...options})
  return findings.map(({fingerprint}) => fingerprint)
}

describe('fingerprints', () => {
  it('are there only where they are asked for', () => {
    expect(lintText(page).findings.every((finding) => !('fingerprint' in finding))).toBe(true)
    expect(prints(page)).toHaveLength(4)
    for (const print of prints(page)) expect(print).toMatch(/^[\da-f]{16}(?:-\d+)?$/)
  })

  it.each([
    ['lines above', `---\ntitle: 别的\n---\n\n一段话。\n\n${page}`],
    ['rows elsewhere', page.replace(head, `${head}| 支付 | 《丙证》 |\n`)],
    ['a category above', `## 一级类目：教育\n\n${head}| 学校 | 《丁证》 |\n\n${page}`],
    ['wider columns', page.replaceAll('| 《', '|   《')],
    ['other line ends', toCrlf(page)],
    ['old line ends and a byte order mark', withBom(toCr(page))],
  ])('stay with %s', (_, source) => {
    const rules = {'cell-whitespace': 'off', 'no-invisible-character': 'off'} as const
    expect(prints(source, {rules})).toEqual(prints(page, {rules}))
  })

  it('stay in another language and with other levels', () => {
    expect(prints(page, {language: 'zh'})).toEqual(prints(page))
    expect(prints(page, {rules: {'license-spacing': 'info'}})).toEqual(prints(page))
  })

  it('are other ones in another document, category, row or cell', () => {
    const one = prints(page)
    const others = [
      prints(page, {path: 'b.md'}),
      prints(page.replace('金融业', '教育')),
      prints(page.replace('信托', '保险')).slice(0, 1),
      prints(page.replace('甲证', '丙证')).slice(0, 1),
    ]
    for (const print of others.flat()) expect(one).not.toContain(print)
  })

  it('number what would be the same, and leave the first as it is', () => {
    const twice = page.replace(rows[1] ?? '', `${rows[1]}\n${rows[1]}`)
    const spacing = lintText(twice, {path: 'a.md', fingerprints: true}).findings.filter(
      ({rule}) => rule === 'license-spacing',
    )
    const [, second = '', third, fourth, fifth] = spacing.map(({fingerprint}) => fingerprint)
    expect(prints(page)).toContain(second)
    expect([third, fourth, fifth]).toEqual([`${second}-2`, `${second}-3`, `${second}-4`])
  })

  it('are never the same in one document', () => {
    let repeats = 0
    for (const {source} of documents) {
      const all = prints(source)
      expect(new Set(all).size).toBe(all.length)
      repeats += all.filter((print) => print?.includes('-')).length
    }
    expect(repeats).toBeGreaterThan(10)
  })

  it('are those of the baseline, of known findings too', () => {
    const all = prints(page)
    const first = all[0] ?? ''
    const baseline = {path: 'a.md', known: new Map([[first, 1]])}
    const {findings, baseline: compared} = lintText(page, {fingerprints: true, baseline})
    expect(compared?.known.map(({fingerprint}) => fingerprint)).toEqual([first])
    expect(findings.map(({fingerprint}) => fingerprint)).toEqual(all.slice(1))
    expect(compared?.found.map(({fingerprint}) => fingerprint)).toEqual(
      all.map((print) => print?.replace(/-\d+$/, '')),
    )
  })

  it('are there after fixing', () => {
    const {findings} = fixText(page, {path: 'a.md', fingerprints: true})
    expect(findings.map(({rule}) => rule)).toEqual(['no-empty-cell'])
    expect(prints(page)).toContain(findings[0]?.fingerprint)
  })
})
