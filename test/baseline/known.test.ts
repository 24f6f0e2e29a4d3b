import {describe, expect, it} from 'vitest'
import {type Finding, fixText, type Language, lintText} from '../../src/index.ts'
import {createRandom, type Random} from '../harness/random.ts'
import {toCr, toCrlf, withBom} from '../harness/transform.ts'
import {documents} from '../invariants/fixtures.ts'

/** Rows in their categories; a fault of a row is one that no other row has a part in. */
type Page = readonly (readonly [category: string, rows: readonly string[]])[]

const faults = [
  '《甲证 》',
  '<<甲证>>',
  '《甲证》,《乙证》',
  '《甲证》  及 《乙证》',
  '',
  '《甲证》\t',
  '《 甲证 》及《 乙证 》',
]

const page: Page = ['娱乐', '餐饮', '教育'].map((category) => [
  category,
  faults.map((fault, index) => `| ${category}${index} | ${fault} |`),
])

function write(sections: Page): string {
  return sections
    .map(
      ([category, rows]) =>
        `## 一级类目：${category}\n\n| 二级类目 | 资质 |\n| --- | --- |\n${rows.join('\n')}\n`,
    )
    .join('\n')
}

/** What a baseline of the one text does not know of the other. */
function fresh(before: string, after: string, language: Language = 'en'): readonly Finding[] {
  const {found} = compare(before, new Map())
  const known = new Map<string, number>()
  for (const {fingerprint} of found) known.set(fingerprint, (known.get(fingerprint) ?? 0) + 1)
  return lintText(after, {language, baseline: {path: 'a.md', known}}).findings
}

function compare(source: string, known: ReadonlyMap<string, number>) {
  const {findings, baseline} = lintText(source, {baseline: {path: 'a.md', known}})
  return {findings, found: baseline?.found ?? []}
}

/** Changes that no finding of the rows that stay has anything to do with. */
const edits: readonly ((sections: Page, random: Random) => Page)[] = [
  (sections, random) =>
    inOne(sections, random, (rows) => insert(rows, `| 新${random()} | 《甲证》 |`, random)),
  (sections, random) =>
    inOne(sections, random, (rows) =>
      rows.toSpliced(Math.floor(random() * rows.length), rows.length > 1 ? 1 : 0),
    ),
  (sections, random) => inOne(sections, random, (rows) => shuffle(rows, random)),
  (sections, random) => shuffle(sections, random),
  (sections, random) => insert(sections, [`新${random()}`, ['| 甲 | 《乙证》 |']], random),
]

const forms: readonly ((text: string) => string)[] = [
  (text) => text,
  toCr,
  (text) => withBom(toCrlf(text)),
  (text) => `---\ntitle: 别的\n---\n\n一段话。\n\n${text}\n\n又一段。\n`,
  (text) => text.replaceAll('| 《', '|  《').replaceAll('\n\n', '\n\n\n'),
  (text) => text.replace(/\|(?= [《<])/g, '| <!-- 待核 -->'),
]

describe('a baseline', () => {
  it('knows all that was found when it was recorded', () => {
    for (const {source} of documents) expect(fresh(source, source)).toEqual([])
  })

  it('knows it after edits elsewhere, in other words and with other line ends', () => {
    const before = write(page)
    const random = createRandom(20)
    for (let round = 0; round < 60; round++) {
      let sections = page
      for (let count = 1 + Math.floor(random() * 4); count > 0; count--) {
        sections = pick(edits, random)[1](sections, random)
      }
      const after = pick(forms, random)[1](write(sections))
      const revived = fresh(before, after, random() < 0.5 ? 'zh' : 'en').filter(
        ({rule}) => rule !== 'cell-whitespace',
      )
      expect(revived, after).toEqual([])
    }
  })

  it('does not know a known fault in a new row, wherever that is', () => {
    const before = write(page)
    const random = createRandom(4)
    for (let round = 0; round < 60; round++) {
      const fault = pick(faults, random)[1]
      const row = `| 新类目 | ${fault} |`
      const after = inOne(page, random, (rows) => insert(rows, row, random))
      const all = lintText(write(after)).findings.filter(({key}) => key === '新类目')
      const found = fresh(before, write(after))
      expect(JSON.stringify(found), write(after)).toEqual(JSON.stringify(all))
      expect(found.length).toBeGreaterThan(0)
    }
  })

  it('knows no more of a kind in one place than it counts', () => {
    const row = '| 教育6 | 《 甲证 》及《 乙证 》 |'
    const twice = write(page).replace(row, `${row}\n${row}`)
    const rules = fresh(write(page), twice).map(({rule, start}) => [rule, start.line])
    const line = twice.split('\n').indexOf(row) + 2
    // Four blanks more, and the row is there twice.
    const spacing = Array(4).fill(['license-spacing', line])
    expect(rules.filter(([rule]) => rule === 'license-spacing')).toEqual(spacing)
    expect(rules).toContainEqual(['no-duplicate-key', line])
  })

  it('does not know what became worse', () => {
    const row = '| 教育0 | 《甲证 》 |'
    const same = write(page).replace(row, `${row}\n${row}`)
    const other = write(page).replace(row, `${row}\n| 教育0 | 《乙证 》 |`)
    const conflict = fresh(same, other).filter(({rule}) => rule === 'no-duplicate-key')
    expect(conflict.map(({level}) => level)).toEqual(['error'])
  })

  it('tells rows, categories, headings and documents apart', () => {
    const prints = compare(write(page), new Map()).found.map(({fingerprint}) => fingerprint)
    expect(new Set(prints).size).toBeGreaterThan(3 * (faults.length - 1))
    const under = (heading: string) => compare(`# ${heading}\n\n${write(page)}`, new Map()).found
    const elsewhere =
      lintText(write(page), {baseline: {path: 'b.md', known: new Map()}}).baseline?.found ?? []
    for (const {fingerprint} of [...under('甲'), ...elsewhere]) expect(prints).not.toContain(fingerprint)
  })

  it('keeps what it knows from being fixed', () => {
    const source = write([['娱乐', ['| 视频 | 《甲证 》 |', '| 音乐 | 《甲证 》 |']]])
    const known = new Map(
      compare(source, new Map())
        .found.slice(0, 1)
        .map(({fingerprint}) => [fingerprint, 1]),
    )
    const {output, findings} = fixText(source, {baseline: {path: 'a.md', known}})
    expect(output).toBe(source.replace('| 音乐 | 《甲证 》', '| 音乐 | 《甲证》'))
    expect(findings).toEqual([])
  })
})

function inOne(sections: Page, random: Random, change: (rows: readonly string[]) => readonly string[]): Page {
  const [at] = pick(sections, random)
  return sections.map(([category, rows], index) => [category, index === at ? change(rows) : rows])
}

function insert<T>(list: readonly T[], item: T, random: Random): readonly T[] {
  return list.toSpliced(Math.floor(random() * (list.length + 1)), 0, item)
}

function shuffle<T>(list: readonly T[], random: Random): readonly T[] {
  return list
    .map((item) => ({item, place: random()}))
    .sort((a, b) => a.place - b.place)
    .map(({item}) => item)
}

function pick<T>(list: readonly T[], random: Random): readonly [index: number, item: T] {
  const index = Math.floor(random() * list.length)
  return [index, list[index] as T]
}
