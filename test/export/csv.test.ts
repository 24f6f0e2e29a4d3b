import {describe, expect, it} from 'vitest'
import {csvChunks} from '../../src/export/csv.ts'
import {category, datasetOf, row} from './build.ts'
import {byHand, hostile, hostileNames} from './datasets.ts'
import {asPlainText} from './facts.ts'
import {readCsv} from './tables.ts'

const head = 'document,category,group,subcategory,line,qualification,requirement,licenses,note,problems\r\n'

const small = datasetOf({
  'a.md': [
    category('a.md', '甲', [
      row('一', {
        group: '组',
        line: 5,
        qualification: '《甲证》\n《乙证》',
        requirement: {all: [{license: '甲证'}, {license: '乙证'}]},
        note: '说,明',
        problems: ['license-spacing', 'column-value'],
      }),
      row('', {line: 6}),
    ]),
    category('a.md', null, [row('a"b', {line: 9, note: null})]),
  ],
})

function text(dataset = small, bom = false): string {
  return [...csvChunks(dataset, {bom})].join('')
}

it('has a row for each subcategory', () => {
  expect(text()).toBe(
    [
      head,
      'a.md,甲,组,一,5,"《甲证》\n《乙证》",',
      '"{""all"":[{""license"":""甲证""},{""license"":""乙证""}]}",',
      '"甲证\n乙证","说,明","license-spacing\ncolumn-value"\r\n',
      'a.md,甲,,,6,,,,,\r\n',
      'a.md,,,"a""b",9,,,,,\r\n',
    ].join(''),
  )
})

it('has its head where there are no rows', () => {
  expect(text(datasetOf({}))).toBe(head)
})

it('begins with a byte order mark on demand', () => {
  expect(text(small, true)).toBe(`\uFEFF${text()}`)
  expect(text()).not.toContain('\uFEFF')
})

describe('a cell', () => {
  const cellOf = (name: string) =>
    readCsv(text(datasetOf({'a.md': [category('a.md', name, [row(name, {note: name, group: name})])]})))[1]

  it.each(['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠1', '=', '-'])(
    '%j is no formula',
    (name) => {
      const [, inCategory, inGroup, inName, , , , , inNote] = cellOf(name) ?? []
      expect([inCategory, inGroup, inName, inNote]).toEqual(Array.from({length: 4}, () => `'${name}`))
    },
  )

  it.each(['a=1', '1-2', "'", "'=1", ' =1', 'a\n=1', '"', ',', ';', '\\N', 'null'])(
    '%j is as it was',
    (name) => {
      expect(cellOf(name)?.[3]).toBe(name)
    },
  )

  it('holds no NUL and no half of a pair', () => {
    expect(cellOf('a\u0000b')?.[3]).toBe('a\uFFFDb')
    expect(cellOf('a\uD800b')?.[3]).toBe('a\uFFFDb')
    expect(cellOf('𠮷')?.[3]).toBe('𠮷')
  })
})

it('is read back by another program as the dataset has it', () => {
  for (const dataset of [byHand, hostile]) {
    const [names, ...rows] = readCsv(text(dataset))
    expect(names?.join()).toBe(head.trim())
    const expected = dataset.categories.flatMap(({document, name: category, subcategories}) =>
      subcategories.map(({name, group, line, qualification, note, problems}) =>
        [document, category, group, name, line, qualification, note, problems?.join('\n')].map(shown),
      ),
    )
    expect(
      rows.map(([document, category, group, name, line, qualification, , , note, problems]) => [
        document,
        category,
        group,
        name,
        line,
        qualification,
        note,
        problems,
      ]),
    ).toEqual(expected)
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
  }
})

it('is valid UTF-8 whatever the names', () => {
  expect(hostileNames.some((name) => !isWellFormed(name))).toBe(true)
  expect(isWellFormed(text(hostile))).toBe(true)
})

function shown(value: string | number | null | undefined): string {
  return asPlainText(String(value ?? '')).replace(/^[=+\-@\t\r\n＝＋－＠]/, "'$&")
}

function isWellFormed(value: string): boolean {
  return Buffer.from(value, 'utf8').toString('utf8') === value
}
