import {describe, expect, it} from 'vitest'
import {mutate} from '../harness/mutate.ts'
import {tabsToBlanks, toCr, toCrlf, toLf, withBom, withoutBom} from '../harness/transform.ts'
import {check} from './check.ts'
import {documents, hash, hostile, partnerOf} from './fixtures.ts'

/** A finding as `rule messageId line:column`. */
type Place = string

interface Outcome {
  readonly findings: readonly Place[]
  /** The dataset without what depends on the bytes. */
  readonly categories: unknown
  readonly licenses: unknown
  readonly title: string | null | undefined
}

function outcomeOf(source: string, shift = 0): Outcome {
  const {findings, dataset} = check(source)
  const shifted = (line: number, column: number) => (line === 1 ? column - shift : column)
  return {
    findings: findings.map(
      ({rule, messageId, start}) => `${rule} ${messageId} ${start.line}:${shifted(start.line, start.column)}`,
    ),
    categories: dataset.categories.map((category) => ({
      ...category,
      subcategories: category.subcategories.map((row) => ({...row, column: shifted(row.line, row.column)})),
    })),
    licenses: dataset.licenses,
    title: dataset.documents[0]?.title,
  }
}

/** The beginning of a long hostile one tells as much about line endings as the whole. */
const beginning = 3000
const fixtures = [
  ...documents,
  {
    name: 'a heading over two lines',
    source: '一级类目：甲\n乙\n---\n\n| 二级类目 | 资质 |\n| --- | --- |\n| 丙 | |\n',
  },
  ...hostile.map(({name, source}) => ({name, source: source.slice(0, beginning)})),
]

describe.each(fixtures)('$name', ({source}) => {
  const text = toLf(withoutBom(source))
  const outcome = outcomeOf(text)

  it('says the same with CRLF, with CR and after a byte order mark', () => {
    expect(outcomeOf(toCrlf(text))).toEqual(outcome)
    expect(outcomeOf(toCr(text))).toEqual(outcome)
    expect(outcomeOf(withBom(text), 1)).toEqual(outcome)
    expect(outcomeOf(withBom(toCrlf(text)), 1)).toEqual(outcome)
  })

  it('says the same with blanks for tabs, but for what is said about the tabs', () => {
    expect(withoutTabs(outcomeOf(tabsToBlanks(text)))).toEqual(withoutTabs(outcome))
  })
})

describe('documents with mistakes in them', () => {
  const short = documents.filter(({name, source}) => name.startsWith('documents/') && source.length < 4000)
  it.each(short)('say the same: $name', (fixture) => {
    const first = hash(fixture.name)
    for (let seed = first; seed < first + 6; seed++) {
      const text = toLf(withoutBom(mutate(fixture.source, seed, partnerOf(fixture, seed).source)))
      const outcome = outcomeOf(text)
      expect(outcomeOf(toCrlf(text)), `CRLF, seed ${seed}`).toEqual(outcome)
      expect(outcomeOf(toCr(text)), `CR, seed ${seed}`).toEqual(outcome)
      expect(outcomeOf(withBom(text), 1), `byte order mark, seed ${seed}`).toEqual(outcome)
    }
  })
})

/**
 * `cell-whitespace` is about tabs, so it is left out, and with it what it adds to the rows' problems. All other
 * rules must say the same in the same places.
 */
function withoutTabs({findings, categories, ...rest}: Outcome): unknown {
  return {
    ...rest,
    findings: findings.filter((finding) => !finding.startsWith('cell-whitespace ')),
    categories: JSON.parse(JSON.stringify(categories), (key, value: unknown) =>
      key === 'problems' && Array.isArray(value)
        ? value.filter((rule) => rule !== 'cell-whitespace').join(' ') || undefined
        : value,
    ),
  }
}
