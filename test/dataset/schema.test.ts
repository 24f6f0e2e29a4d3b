import {describe, expect, it} from 'vitest'
import type {CategoryEntry, Dataset, SubcategoryEntry} from '../../src/dataset/entries.ts'
import {datasetSchema} from '../../src/urls.ts'
import {byHand, everyShape, hostile} from '../export/datasets.ts'
import {problemsOf, schema} from './validator.ts'

const row: Required<SubcategoryEntry> = {
  name: '乙',
  group: '一',
  line: 5,
  column: 3,
  qualification: '《丙证》',
  requirement: everyShape,
  note: '丁',
  problems: ['license-spacing'],
}

const category: Required<CategoryEntry> = {
  name: '甲',
  document: 'a.md',
  line: 1,
  subcategories: [row],
  problems: ['category-heading'],
}

/** Every property that the types know, in one dataset. */
const full: Dataset = {
  $schema: datasetSchema,
  version: 1,
  documents: [{path: 'a.md', title: '标题', sha256: 'a1'.repeat(32)}],
  categories: [category],
  licenses: [
    {
      name: '丙证',
      canonical: '丁证',
      status: 'renamed',
      mentions: [{document: 'a.md', category: '甲', subcategory: '乙', line: 5}],
    },
  ],
}

/** The least that the types ask for. */
const least: Dataset = {
  ...full,
  documents: [{path: '', title: null, sha256: '00'.repeat(32)}],
  categories: [
    {name: null, document: 'a.md', line: 1, subcategories: []},
    {
      name: '甲',
      document: 'a.md',
      line: 1,
      subcategories: [
        {name: '', line: 1, column: 1, qualification: null, requirement: null},
        {
          name: '',
          line: 1,
          column: 1,
          qualification: '无',
          requirement: {all: []},
          note: null,
        },
        {name: '', line: 1, column: 1, qualification: '无', requirement: {license: '丙证'}},
        {name: '', line: 1, column: 1, qualification: '无', requirement: {document: '丙'}},
      ],
    },
  ],
  licenses: [],
}

describe('the schema', () => {
  it('has the address that datasets name', () => {
    expect(schema).toMatchObject({
      $id: datasetSchema,
      $schema: 'https://json-schema.org/draft/2020-12/schema',
    })
  })

  it('takes all that the types have, and no more than they ask for', () => {
    expect(problemsOf(full)).toEqual([])
    expect(problemsOf(least)).toEqual([])
  })

  it('takes requirements of every shape, and names that mean something elsewhere', () => {
    expect(problemsOf(byHand)).toEqual([])
    const {documents, licenses} = hostile
    expect(problemsOf({...full, documents, licenses})).toEqual([])
  })

  it('describes every property and every definition, and allows no others', () => {
    expect(flawsIn(schema)).toEqual([])
  })

  it.each(objectsIn(full).map((path) => [path] as const))('refuses a further property at %j', (path) => {
    expect(problemsOf(changedAt(full, path, (value) => ({...value, more: 1})))).not.toEqual([])
  })

  const optional = new Set(['group', 'note', 'problems', 'canonical', 'condition', 'issuer', 'aliases'])
  for (const key of ['required', 'ambiguous']) optional.add(key)
  const isOptional = (path: Path, key: string) =>
    optional.has(key) || (key === 'status' && path[0] !== 'licenses')
  const paths = objectsIn(full).flatMap((path) =>
    Object.keys(valueAt(full, path)).map((key) => [path, key] as const),
  )

  it.each(paths)('asks for what must be there: %j %s', (path, key) => {
    const without = changedAt(full, path, (value) =>
      Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)),
    )
    expect(problemsOf(without).length === 0).toBe(isOptional(path, key))
  })

  it.each(paths)('refuses a value of another type: %j %s', (path, key) => {
    for (const wrong of [true, 1.5, [1], {a: 1}]) {
      if (key === 'ambiguous' && wrong === true) continue
      expect(problemsOf(changedAt(full, path, (value) => ({...value, [key]: wrong})))).not.toEqual([])
    }
  })

  const wrongRows: readonly Readonly<Record<string, unknown>>[] = [
    {line: 0},
    {column: 0},
    {qualification: ''},
    {group: ''},
    {note: ''},
    {problems: []},
    {problems: ['a', 'a']},
    {requirement: {}},
    {requirement: []},
    {requirement: '丙证'},
    {requirement: {unparsed: true, licenses: []}},
    {requirement: {license: ''}},
    {requirement: {document: ''}},
    {requirement: {license: '丙证', document: '丙'}},
    {requirement: {license: '丙证', ambiguous: true}},
    {requirement: {license: '丙证', canonical: ''}},
    {requirement: {license: '丙证', status: 'current'}},
    {requirement: {license: '丙证', status: 'unknown'}},
    {requirement: {document: '丙', status: 'renamed'}},
    {requirement: {document: '丙', canonical: '丁'}},
    {requirement: {license: '丙证', required: true}},
    {requirement: {license: '丙证', condition: ''}},
    {requirement: {license: '丙证', aliases: []}},
    {requirement: {license: '丙证', aliases: ['丁', '丁']}},
    {requirement: {license: '丙证', aliases: ['']}},
    {requirement: {any: []}},
    {requirement: {cases: []}},
    {requirement: {all: [{license: '丙证'}], any: [{license: '丙证'}]}},
    {requirement: {all: ['丙证']}},
    {requirement: {all: [null]}},
    {requirement: {all: [{license: '丙证'}], ambiguous: false}},
    {requirement: {cases: [{when: '', require: {license: '丙证'}}]}},
    {requirement: {cases: [{when: '甲', require: null}]}},
    {requirement: {all: [{any: [{cases: [{when: '甲', require: {license: ''}}]}]}]}},
    {qualification: null},
    {requirement: null},
  ]

  it.each(wrongRows)('refuses a row with %j', (wrong) => {
    const dataset = {...full, categories: [{...category, subcategories: [{...row, ...wrong}]}]}
    expect(problemsOf(dataset)).not.toEqual([])
  })

  it.each([
    {version: 2},
    {$schema: 'no address'},
    {documents: [{path: 'a.md', title: null, sha256: 'A1'.repeat(32)}]},
    {licenses: [{name: '丙证', status: 'current', mentions: []}]},
    {licenses: [{...full.licenses[0], status: 'valid'}]},
    {licenses: [{...full.licenses[0], canonical: ''}]},
    {categories: [{...category, line: 0}]},
  ])('refuses a dataset with %j', (wrong) => {
    expect(problemsOf({...full, ...wrong})).not.toEqual([])
  })
})

type Path = readonly (string | number)[]
type Fields = Readonly<Record<string, unknown>>

/** Where in a value objects stand. */
function objectsIn(value: unknown, path: Path = []): readonly Path[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => objectsIn(item, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  return [path, ...Object.entries(value).flatMap(([key, item]) => objectsIn(item, [...path, key]))]
}

function valueAt(value: unknown, path: Path): Fields {
  return path.reduce((inner, key) => (inner as Fields)[key] as Fields, value as Fields)
}

function changedAt(value: unknown, path: Path, change: (value: Fields) => Fields): unknown {
  const copy = structuredClone(value)
  if (path.length === 0) return change(copy as Fields)
  const holder = valueAt(copy, path.slice(0, -1)) as Record<string, unknown>
  const key = String(path.at(-1))
  holder[key] = change(holder[key] as Fields)
  return copy
}

function flawsIn(node: unknown, path = '#'): readonly string[] {
  if (typeof node !== 'object' || node === null) return []
  const {type, properties, additionalProperties, $defs} = node as Fields
  const named = {...(isFields(properties) ? properties : {}), ...(isFields($defs) ? $defs : {})}
  // The branches of a condition only narrow what is described beside them.
  const isBranch = /\/(?:if|then|else)$/.test(path)
  return [
    ...(type === 'object' && additionalProperties !== false ? [`${path} is open`] : []),
    ...(isBranch
      ? []
      : Object.entries(named).flatMap(([key, value]) =>
          isFields(value) && typeof value.description === 'string'
            ? []
            : [`${path}/${key} has no description`],
        )),
    ...(isBranch ? [] : Object.entries(node).flatMap(([key, value]) => flawsIn(value, `${path}/${key}`))),
  ]
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}
