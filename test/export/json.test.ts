import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Dataset} from '../../src/dataset/entries.ts'
import {exportJson} from '../../src/export/json.ts'
import {ndjsonChunks} from '../../src/export/ndjson.ts'
import {toJson} from '../../src/text/json.ts'
import {problemsOf} from '../dataset/validator.ts'
import {category, datasetOf, row} from './build.ts'
import {byHand, hostile} from './datasets.ts'
import {dataset as anyDataset} from './random.ts'

describe('json', () => {
  it.each([
    ['every shape', byHand],
    ['hostile names', hostile],
    ['nothing', datasetOf({})],
    ['documents alone', datasetOf({'a.md': []})],
    ['a category without rows', datasetOf({'a.md': [category('a.md', null, [])]})],
  ])('of %s is the same text as in one piece', (_, dataset) => {
    expect(exportJson(dataset)).toBe(toJson(dataset))
  })

  it('of any dataset is the same text as in one piece', () => {
    fc.assert(
      fc.property(anyDataset, (dataset) => {
        expect(exportJson(dataset)).toBe(toJson(dataset))
      }),
    )
  })

  it('is as its schema says', () => {
    expect(problemsOf(JSON.parse(exportJson(byHand)))).toEqual([])
  })

  it('writes out what hides', () => {
    const text = exportJson(datasetOf({'a.md': [category('a.md', '\u202E\u0000\uD800', [])]}))
    expect(text).toContain('"name": "\\u202e\\u0000\\ud800"')
  })
})

describe('ndjson', () => {
  const linesOf = (dataset: Dataset) => [...ndjsonChunks(dataset)]

  it('has a line for each row, which says where it belongs', () => {
    const asked = {all: [{license: '甲证'}], ambiguous: true} as const
    const dataset = datasetOf({
      'a.md': [
        category('a.md', null, [
          row('一', {line: 7, group: '组', note: null, requirement: asked, problems: ['x']}),
        ]),
        category('a.md', '空', []),
      ],
      'b.md': [category('b.md', '甲', [row('', {line: 8})])],
    })
    expect(linesOf(dataset).map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        document: 'a.md',
        category: null,
        name: '一',
        group: '组',
        line: 7,
        column: 3,
        qualification: '请上传一。',
        requirement: asked,
        note: null,
        problems: ['x'],
      },
      {
        document: 'b.md',
        category: '甲',
        name: '',
        line: 8,
        column: 3,
        qualification: null,
        requirement: null,
      },
    ])
  })

  it('has no line break but at the end of a line, and nothing that hides', () => {
    for (const line of linesOf(hostile)) {
      expect(line.endsWith('}\n')).toBe(true)
      expect(line.slice(0, -1)).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202E\uFEFF]/u)
    }
  })
})
