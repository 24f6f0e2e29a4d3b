import {describe, expect, it} from 'vitest'
import type {ColumnDeclaration, TableDeclarations} from '../../src/dataset/declaration.ts'
import {mutate} from '../harness/mutate.ts'
import {createRandom, type Random} from '../harness/random.ts'
import {examples} from '../harness/spec.ts'
import {toCr, toCrlf, withBom} from '../harness/transform.ts'
import {documents, hostile} from '../invariants/fixtures.ts'
import {Tally} from './check.ts'
import {contractSets} from './contract-sets.ts'
import {disguise, frame, pick} from './disguise.ts'

/** `FAST_SEED=100000 FAST_TEXTS=5000` tries many others. */
const texts = Number(process.env.FAST_TEXTS ?? 100)
const firstSeed = Number(process.env.FAST_SEED ?? 0)

const sets = Object.entries(contractSets)
const all = Object.values(contractSets)
const [builtIn = {}, declared = {}] = all

it('passes over no fixture that holds anything, however its lines end', () => {
  const tally = new Tally()
  for (const {name, source} of documents) {
    tally.add(name, source, ...all)
    for (const change of [toCrlf, toCr, withBom]) tally.add(name, change(source), builtIn)
  }
  expect(tally.wrong).toEqual([])
})

it('passes over no hostile text that holds anything', () => {
  const tally = new Tally()
  // Longer ones say no more, and take their time.
  for (const {name, source} of hostile) if (source.length < 20_000) tally.add(name, source, builtIn, declared)
  expect(tally.wrong).toEqual([])
  expect(tally.counts['passed over']).toBeGreaterThan(5)
})

describe.each(sets)('with %s', (_, tables) => {
  it('passes over no header words and labels, however they are written and framed', () => {
    const tally = new Tally()
    for (let seed = firstSeed; seed < firstSeed + texts; seed++) {
      tally.add(`seed ${seed}`, writtenOtherwise(tables, createRandom(seed)), tables)
    }
    expect(tally.wrong).toEqual([])
    expect(tally.counts.needed).toBeGreaterThan(texts / 20)
  })
})

it('passes over nothing in the examples of both specifications, and no example that holds nothing is looked at', () => {
  const tally = new Tally()
  for (const {name, markdown} of examples) tally.add(name, markdown, builtIn, declared)
  expect(tally.wrong).toEqual([])
  expect(tally.counts['in vain']).toBeLessThan(100)
})

it('passes over nothing in documents with mistakes in them', () => {
  const tally = new Tally()
  const short = documents.filter(({source}) => source.length < 4000)
  for (let seed = firstSeed; seed < firstSeed + texts; seed++) {
    const random = createRandom(seed)
    const other = random() < 0.5 ? pick(examples, random).markdown : pick(short, random).source
    tally.add(`seed ${seed}`, mutate(pick(short, random).source, seed, other), builtIn, pick(all, random))
  }
  expect(tally.wrong).toEqual([])
  expect(tally.counts.needed).toBeGreaterThan(texts / 4)
})

/** Headings and tables with words of the declarations, or nearly. */
function writtenOtherwise(tables: TableDeclarations, random: Random): string {
  const words = wordsOf(tables)
  const rate = pick([0, 0.05, 0.15, 0.4], random)
  const write = (list: readonly string[]) => disguise(pick(list, random), random, rate)
  const cells = pick(words.heads, random).map((choices) => write(choices))
  if (random() < 0.3) cells.splice(Math.floor(random() * cells.length), 1, write(['甲', 'x', '']))
  const pipe = pick(['|', '|', '|', '｜'], random)
  const row = (parts: readonly string[]) => `${pipe} ${parts.join(` ${pipe} `)} ${pipe}`
  const bare = (parts: readonly string[]) => parts.join(` ${pipe} `)
  const line = pick([row, row, bare], random)
  const delimiter = pick(['---', '--', ':-', '-:', ' - ', '—', '--- |'], random)
  const heading = `${pick(words.before, random)}${write(words.labels)}${write(words.separators)}甲`
  const parts = [
    pick([`## ${heading}`, `##${heading}`, `${heading}\n===`, `${heading}\n---`, heading, ''], random),
    pick(['\n', '\n\n', '\n乙\n\n'], random),
    pick(
      [
        () => [line(cells), line(cells.map(() => delimiter)), line(cells.map(() => '丙'))],
        () => [line(cells), '', line(cells.map(() => delimiter)), line(cells.map(() => '丙'))],
        () => [line(cells.map(() => '丙')), line(cells)],
        () => [line(cells)],
        () => [],
      ],
      random,
    )().join('\n'),
  ]
  const text = frame(parts.join(''), random)
  return pick(
    [(plain: string) => plain, (plain: string) => `${plain}\n`, toCrlf, toCr, withBom],
    random,
  )(text)
}

function wordsOf(tables: TableDeclarations) {
  const all = Object.values({...builtInWords, ...tables}).flatMap((table) => table || [])
  const labels = all.flatMap(({headings = []}) => headings.map(({label}) => label))
  return {
    /** For each table the words of each column that it needs. */
    heads: all.map(({columns = []}) => columns.filter(({optional}) => !optional).map(headersOf)),
    labels: [...labels, '类目', '价格'],
    separators: ['：', ':', ' : ', ' - ', '｜', ' '],
    before: [
      '',
      '',
      '1. ',
      '1.2 ',
      '一、',
      '（三）',
      '第四章 ',
      '⑤ ',
      '**',
      '<a id="x"></a>',
      '[](u)',
      '\u200B',
    ],
  }
}

function headersOf({name, headers = [], headerEndings = []}: ColumnDeclaration): readonly string[] {
  return [...(headers.length > 0 ? headers : [name]), ...headerEndings.map((ending) => `最${ending}要求`)]
}

const builtInWords: TableDeclarations = {
  categories: {
    headings: [
      {role: 'category', label: '一级类目'},
      {role: 'category', label: 'Top-level category'},
    ],
    columns: [
      {name: 'key', headers: ['二级类目', 'subcategory']},
      {name: 'need', headers: ['资质', 'license', 'required documents']},
    ],
  },
}
