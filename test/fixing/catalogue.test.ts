import {existsSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {fixText, lintText, readDataset} from '../../src/index.ts'
import {applyEdits} from '../../src/text/apply-edits.ts'
import {toCr, toCrlf, toLf, withBom} from '../harness/transform.ts'
import {check} from '../invariants/check.ts'
import {factsOf} from './facts.ts'
import {safeFixViolations} from './violations.ts'

const documents = [
  {
    name: 'the catalogue of full size',
    url: new URL('../../fixtures/documents/service-categories.md', import.meta.url),
  },
  {
    name: 'the catalogue as it was published',
    url: new URL('../../../shared/corpus/service-categories/catagory.md', import.meta.url),
  },
]

for (const {name, url} of documents) {
  const isThere = existsSync(url)
  if (!isThere)
    process.stderr.write(`SKIPPED, since ${url.pathname.split('/').at(-1)} is not there: ${name}\n`)
  describe.skipIf(!isThere)(name, () => {
    if (isThere) checkFixes(readFileSync(url, 'utf8'))
  })
}

/** By hand: what stands in the place of the row and the head above it, with the safe fixes made or without. */
const restored = [
  {
    row: '|美食\t|点评与推荐\t|\n',
    becomes: '\n## 一级类目：美食\n\n|\t二级类目|\t资质|\n|--|--|\n|点评与推荐\t| |\n',
  },
  {
    row: '|商家自营\t|百货\t|\n',
    becomes: '\n## 一级类目：商家自营\n\n|\t二级类目|\t资质|\n|--|--|\n|百货\t| |\n',
  },
]

function checkFixes(source: string): void {
  it('has no safe fix left, within two passes, and changes nothing when it is fixed again', () => {
    const {output, findings, passes, complete} = fixText(source)
    expect(findings.filter(({fix}) => fix?.safe)).toEqual([])
    expect({complete, isSoon: passes <= 2}).toEqual({complete: true, isSoon: true})
    expect(fixText(output).output).toBe(output)
  })

  it('keeps its dataset, but for the texts that are named', () => {
    expect(safeFixViolations(source)).toEqual([])
    const named = lintText(source).findings.filter(({fix}) => fix?.safe)
    const lines = new Set(named.map(({start}) => start.line))
    const [before, after] = [source, fixText(source).output].map((text) => factsOf(check(text).document).rows)
    const alone = (rows: typeof before) => rows?.filter(({line}) => !lines.has(line))
    expect(alone(after)).toEqual(alone(before))
    expect(after?.map(({category, name}) => [category, name])).toEqual(
      before?.map(({category, name}) => [category, name]),
    )
  })

  it('changes only lines with a finding', () => {
    const {findings} = lintText(source)
    const lines = new Set(findings.filter(({fix}) => fix?.safe).map(({start}) => start.line))
    const [before, after] = [source, fixText(source).output].map((text) => text.split('\n'))
    expect(after?.length).toBe(before?.length)
    const changed = before?.flatMap((line, index) => (line === after?.[index] ? [] : [index + 1])) ?? []
    expect(changed.length).toBeGreaterThan(100)
    expect(changed.filter((line) => !lines.has(line))).toEqual([])
  })

  it.each([
    ['with LF', toLf],
    ['with CRLF', toCrlf],
    ['with CR', toCr],
    ['after a byte order mark', withBom],
  ])('writes the two lost headings as a person would, %s', (_, transform) => {
    const text = transform(source)
    const only = ({rule}: {readonly rule: string}) => rule === 'no-misplaced-column'
    const {output, passes} = fixText(text, {suggestions: true, only})
    const expected = restored.reduce((now, {row, becomes}) => {
      expect(now.split(row)).toHaveLength(2)
      return now.replace(row, becomes)
    }, source)
    expect(output).toBe(transform(expected))
    expect(passes).toBe(1)
  })

  it('has 21 categories after all suggestions, each with its rows', () => {
    const {output, edits, passes} = fixText(source, {suggestions: true})
    const {categories} = readDataset(output)
    expect(passes).toBeLessThanOrEqual(3)
    expect(applyEdits(source, edits)).toBe(output)
    expect(categories).toHaveLength(21)
    const rowsOf = (wanted: string) =>
      categories.find(({name}) => name === wanted)?.subcategories.map(({name}) => name) ?? []
    expect(rowsOf('美食')).toEqual(['点评与推荐', '餐饮服务场所', '餐厅排队', '点餐平台', '外卖平台'])
    expect(rowsOf('商家自营')).toHaveLength(20)
    expect(rowsOf('商家自营')[0]).toBe('百货')
    expect(rowsOf('商家自营').at(-1)).toBe('初级食用农产品')
    expect(rowsOf('IT科技').at(-1)).toBe('软件服务提供商')
    expect(rowsOf('电商')).toEqual(['综合性电商平台', '海淘', '团购'])
    const errors = (text: string) => lintText(text).findings.filter(({level}) => level === 'error')
    expect(errors(output).length).toBeLessThan(errors(source).length)
  })
}
