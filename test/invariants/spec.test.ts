import {describe, expect, it} from 'vitest'
import {readDocument} from '../../src/document/read.ts'
import {type Example, examples, htmlCells, tableExamples} from '../harness/spec.ts'
import {violationsOf} from './check.ts'
import {tablesOf} from './document-violations.ts'

const head = '| 二级类目 | 资质 |\n| --- | --- |\n'

/** Where the example's text stands: rules look at little but category tables and their surroundings. */
const places: Readonly<Record<string, (markdown: string) => string>> = {
  'as the whole document': (markdown) => markdown,
  'between two category tables': (markdown) =>
    `## 一级类目：甲\n\n${head}| 乙 | 《丙证》 |\n\n${markdown}\n\n## 一级类目：丁\n\n${head}| 戊 | 《己证 》 |\n`,
  'right below a table': (markdown) => `## 一级类目：甲\n\n${head}| 乙 | 《丙证 》 |\n${markdown}`,
  'in two cells of one': (markdown) => {
    const line = markdown.replace(/\s*\n\s*/g, ' ').trim()
    return `## 一级类目：甲\n\n${head}| ${line} | 《丙证 》${line}《丁证 》 |\n`
  },
  'in a category heading': (markdown) =>
    `## 一级类目：甲 ${markdown.replace(/\s*\n\s*/g, ' ')}\n\n${head}| 乙 | 《丙证》 |\n`,
}

it('knows all examples of both specifications', () => {
  expect(examples).toHaveLength(652 + 677)
})

describe.each(Object.entries(places))('an example %s', (_, place) => {
  it('breaks nothing that holds for every text', () => {
    expect(
      examples.flatMap(({name, markdown}) => violationsOf(place(markdown)).map((text) => `${name}: ${text}`)),
    ).toEqual([])
  })
})

describe('the tables of the GFM specification', () => {
  it('are eight examples', () => {
    expect(tableExamples.map(({name}) => name)).toEqual(
      [198, 199, 200, 201, 202, 203, 204, 205].map((number) => `GFM ${number}`),
    )
  })

  it.each(tableExamples)('$name has the cells that its HTML shows', ({markdown, html}: Example) => {
    expect(shownCells(markdown)).toEqual(htmlCells(html))
  })
})

/** The texts of a document's cells as a renderer shows them: surplus ones dropped, missing ones blank. */
function shownCells(markdown: string): readonly (readonly string[])[] {
  return tablesOf(readDocument(markdown, 'a.md')).flatMap(({header, rows}) =>
    [header, ...rows].map(({cells}) => header.cells.map((_, index) => cells[index]?.content.text ?? '')),
  )
}
