import {describe, expect, it} from 'vitest'
import type {CategoryEntry, Dataset} from '../../src/dataset/entries.ts'
import {diffDatasets} from '../../src/index.ts'
import {category, datasetOf, row} from '../export/build.ts'
import {license} from '../query/expressions.ts'
import {withoutPlaces} from './cases.ts'

const [trust, visa, taxi] = [row('信托'), row('签证'), row('出租车')]

function dataset(
  documents: Readonly<Record<string, Readonly<Record<string, CategoryEntry['subcategories']>>>>,
): Dataset {
  return datasetOf(
    Object.fromEntries(
      Object.entries(documents).map(([path, categories]) => [
        path,
        Object.entries(categories).map(([name, rows]) => category(path, name, rows)),
      ]),
    ),
  )
}

function withHash({documents, ...rest}: Dataset, path: string, sha256: string): Dataset {
  return {...rest, documents: documents.map((one) => (one.path === path ? {...one, sha256} : one))}
}

function changes(before: Dataset, after: Dataset) {
  return diffDatasets(before, after).changes.map(withoutPlaces)
}

describe('of one document and one other', () => {
  it('the paths do not matter', () => {
    const [before, after] = [dataset({'a.md': {金融: [trust]}}), dataset({'b.md': {金融: [trust]}})]
    expect(diffDatasets(before, after).result).toBe('identical')
  })

  it('other bytes are told where nothing else is', () => {
    const before = dataset({'a.md': {金融: [trust]}})
    const same = withHash(dataset({'b.md': {金融: [trust]}}), 'b.md', 'b2')
    expect(diffDatasets(before, same)).toMatchObject({
      result: 'reformatted',
      changes: [{entity: 'document', path: ['b.md'], pathBefore: ['a.md'], what: 'text'}],
    })
    const changed = withHash(dataset({'b.md': {金融: [trust, visa]}}), 'b.md', 'b2')
    expect(changes(before, changed)).toMatchObject([{kind: 'added', path: ['金融', '签证']}])
  })
})

describe('of several documents', () => {
  it('categories of one name are told apart by their documents', () => {
    const before = dataset({'a.md': {其他: [trust]}, 'b.md': {其他: [visa]}})
    const after = dataset({'b.md': {其他: [visa]}, 'a.md': {其他: [trust]}})
    expect(diffDatasets(before, after).result).toBe('identical')
  })

  it('a file that was renamed is known by its rows', () => {
    const before = dataset({'a.md': {金融: [trust]}, 'b.md': {旅行: [visa, taxi]}})
    const after = dataset({'a.md': {金融: [trust]}, 'c.md': {旅行: [visa, taxi, trust]}})
    expect(changes(withHash(before, 'b.md', 'b2'), withHash(after, 'c.md', 'c3'))).toEqual([
      {kind: 'added', entity: 'subcategory', path: ['旅行', '信托'], qualification: null, requirement: null},
      {kind: 'reformatted', entity: 'document', path: ['c.md'], pathBefore: ['b.md'], what: 'path'},
    ])
  })

  it('a file that was renamed is known by its bytes', () => {
    const before = withHash(dataset({'a.md': {金融: [trust]}, 'b.md': {}}), 'b.md', 'b2')
    const after = withHash(dataset({'a.md': {金融: [trust]}, 'c.md': {}}), 'c.md', 'b2')
    expect(changes(before, after)).toEqual([
      {kind: 'reformatted', entity: 'document', path: ['c.md'], pathBefore: ['b.md'], what: 'path'},
    ])
  })

  it('a file that has kept no more than half of its rows is another', () => {
    const before = dataset({'a.md': {金融: [trust]}, 'b.md': {旅行: [visa]}})
    const after = dataset({'a.md': {金融: [trust]}, 'c.md': {旅行: [visa, taxi, trust]}})
    const told = changes(withHash(before, 'b.md', 'b2'), withHash(after, 'c.md', 'c3'))
    expect(told).toContainEqual({kind: 'moved', entity: 'category', from: ['旅行'], to: ['旅行']})
    expect(JSON.stringify(told)).not.toContain('c.md')
  })

  it('one that a row has left is not told of besides', () => {
    const before = dataset({'a.md': {金融: [trust, visa]}, 'b.md': {旅行: [taxi]}})
    const after = dataset({'a.md': {金融: [trust]}, 'b.md': {旅行: [taxi, visa]}})
    const moved = {kind: 'moved', entity: 'subcategory', from: ['金融', '签证'], to: ['旅行', '签证']}
    expect(changes(before, withHash(after, 'a.md', 'a2'))).toEqual([moved])
    expect(changes(withHash(before, 'b.md', 'b2'), after)).toEqual([moved])
  })

  it('rows go from one to another, though the categories have one name', () => {
    const before = dataset({'a.md': {其他: [trust]}, 'b.md': {其他: [visa, taxi]}})
    const after = dataset({'a.md': {其他: [trust, visa, taxi]}, 'b.md': {其他: []}})
    expect(changes(before, after)).toEqual([
      {
        kind: 'moved',
        entity: 'category',
        from: ['其他'],
        to: ['其他'],
        subcategories: [{name: '签证'}, {name: '出租车'}],
      },
    ])
  })

  it('a category may stand in another one', () => {
    const before = dataset({'a.md': {金融: [trust], 旅行: [visa]}, 'b.md': {交通: [taxi]}})
    const after = dataset({'a.md': {金融: [trust]}, 'b.md': {交通: [taxi], 旅行: [visa]}})
    expect(diffDatasets(before, after).changes).toEqual([
      {
        kind: 'moved',
        entity: 'category',
        from: ['旅行'],
        to: ['旅行'],
        places: {
          before: {document: 'a.md', line: before.categories[1]?.line},
          after: {document: 'b.md', line: after.categories[2]?.line},
        },
      },
    ])
  })

  it('all that one held may be gone', () => {
    const before = dataset({'a.md': {金融: [trust]}, 'b.md': {旅行: [visa], 交通: [taxi]}})
    const after = dataset({'a.md': {金融: [trust]}})
    expect(changes(before, after)).toMatchObject([
      {kind: 'removed', entity: 'category', path: ['旅行'], subcategories: [{name: '签证'}]},
      {kind: 'removed', entity: 'category', path: ['交通'], subcategories: [{name: '出租车'}]},
    ])
  })
})

describe('of categories of one name in one document', () => {
  it('those are one that have most rows in common', () => {
    const [one, other] = [category('a.md', '其他', [trust, visa]), category('a.md', '其他', [taxi])]
    const fresh = category('a.md', '其他', [row('代驾')])
    const told = changes(datasetOf({'a.md': [one, other]}), datasetOf({'a.md': [fresh, one, other]}))
    expect(told).toMatchObject([{kind: 'added', entity: 'category', subcategories: [{name: '代驾'}]}])
  })
})

describe('where a row is', () => {
  it('is told for both sides', () => {
    const before = dataset({'a.md': {金融: [trust]}})
    const after = dataset({
      'b.md': {金融: [{...trust, line: 77, requirement: license('甲证'), qualification: '《甲证》'}]},
    })
    expect(diffDatasets(before, after).changes[0]?.places).toEqual({
      before: {document: 'a.md', line: trust?.line},
      after: {document: 'b.md', line: 77},
    })
  })
})

describe('of two documents that state the same', () => {
  const police = row('交警')
  const [old, edited] = [
    {旅行: [visa, taxi], 金融: [trust, police], 其他: []},
    {旅游: [visa, taxi], 金融: [trust], 其他: [police]},
  ]
  const told = [
    {kind: 'renamed', entity: 'category', from: ['旅行'], to: ['旅游'], evidence: ['rows']},
    {kind: 'moved', entity: 'subcategory', from: ['金融', '交警'], to: ['其他', '交警']},
  ]

  it('an edit of one is told as if it were alone', () => {
    expect(changes(dataset({'a.md': old}), dataset({'a.md': edited}))).toEqual(told)
    expect(changes(dataset({'a.md': old, 'b.md': old}), dataset({'a.md': edited, 'b.md': old}))).toEqual(told)
    expect(changes(dataset({'a.md': old, 'b.md': old}), dataset({'a.md': old, 'b.md': edited}))).toEqual(told)
  })

  it('an edit of both is told of each', () => {
    const both = changes(dataset({'a.md': old, 'b.md': old}), dataset({'a.md': edited, 'b.md': edited}))
    expect(both).toEqual([...told, ...told])
  })
})
