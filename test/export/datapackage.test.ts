import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import datapackage from 'datapackage'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Dataset} from '../../src/dataset/entries.ts'
import {packageFiles} from '../../src/export/datapackage.ts'
import {workspace} from '../cli/workspace.ts'
import {category, datasetOf, row} from './build.ts'
import {byHand, doubtful, hostile, repeated} from './datasets.ts'
import {type Descriptor, descriptorProblems, tableProblems} from './package-profile.ts'
import {dataset as anyDataset} from './random.ts'
import {filesOf, readPackage} from './tables.ts'

const datasets = [
  ['of every shape', byHand],
  ['of hostile names', hostile],
  ['without anything', datasetOf({})],
] as const

function descriptorOf(dataset: Dataset): Descriptor {
  return JSON.parse(filesOf(dataset).get('datapackage.json') ?? '') as Descriptor
}

it('has five files, the descriptor last', () => {
  expect(packageFiles.map(({name}) => name)).toEqual([
    'categories.csv',
    'subcategories.csv',
    'licenses.csv',
    'requirements.csv',
    'datapackage.json',
  ])
})

describe.each(datasets)('a package %s', (_, dataset) => {
  it('has a descriptor as the standard asks', () => {
    expect(descriptorProblems(descriptorOf(dataset))).toEqual([])
  })

  it('has rows as its descriptor says, and keys that hold', () => {
    expect(tableProblems(descriptorOf(dataset), readPackage(filesOf(dataset)))).toEqual([])
  })

  it('is read by another program, relations and all', async () => {
    const directory = workspace({})
    for (const [name, content] of filesOf(dataset)) writeFileSync(join(directory, name), content)
    const {resources, errors} = await datapackage.Package.load(join(directory, 'datapackage.json'))
    expect(errors).toEqual([])
    for (const resource of resources) {
      expect(await resource.checkRelations()).toBe(true)
      const rows = await resource.read({keyed: true, relations: false})
      expect(rows).toEqual(readPackage(filesOf(dataset))[resource.name])
    }
  })
})

it('has keys that hold for any dataset', () => {
  fc.assert(
    fc.property(anyDataset, (dataset) => {
      expect(tableProblems(descriptorOf(dataset), readPackage(filesOf(dataset)))).toEqual([])
    }),
  )
})

it('keeps what cannot be listed, what asks for nothing, and what nothing is known of, apart', () => {
  const {subcategories, requirements} = readPackage(filesOf(byHand))
  const rows = (subcategories ?? []).map(({id, name, alternatives, requirement}) => ({
    name,
    alternatives,
    isUnderstood: requirement !== null,
    terms: requirements?.filter((each) => each.subcategory_id === id).map(({term, kind}) => [term, kind]),
  }))
  expect(rows.filter(({name}) => ['二', '不能列', '无需'].includes(String(name)))).toEqual([
    {name: '二', alternatives: null, isUnderstood: false, terms: []},
    {name: '二', alternatives: null, isUnderstood: false, terms: []},
    {name: '不能列', alternatives: null, isUnderstood: true, terms: []},
    {name: '无需', alternatives: 1, isUnderstood: true, terms: [[0, 'none']]},
  ])
})

it('says where the text allows another meaning, however deep', () => {
  expect(readPackage(filesOf(doubtful)).subcategories?.map((each) => each.is_ambiguous)).toEqual([
    false,
    false,
    true,
    true,
    true,
  ])
})

it('means the first of two documents of one path, and of two licences of one name', () => {
  const {categories, licenses, requirements} = readPackage(filesOf(repeated))
  expect(categories?.map((each) => each.document_id)).toEqual([1])
  expect(licenses?.map(({id}) => id)).toEqual([1, 2])
  expect(requirements?.map((each) => each.license_id)).toEqual([1])
})

it('writes data as it is, formulas too', () => {
  const dataset = datasetOf({'=a.md': [category('=a.md', '+1', [row('@x')])]})
  const files = filesOf(dataset)
  expect(files.get('categories.csv')).toMatch(/\r\n1,1,=a\.md,true,\+1,\d+,\r\n$/)
  expect(files.get('subcategories.csv')).toMatch(/\r\n1,1,,@x,\d+,3,,,false,,,\r\n$/)
})

it('names its sources', () => {
  expect(descriptorOf(byHand).sources).toEqual(
    ['docs/a.md', 'docs/b.md', 'docs/empty.md'].map((path) => ({
      title: path,
      documentTitle: path,
      hash: `sha256:${'a1'.repeat(32)}`,
    })),
  )
})

describe('the check', () => {
  const valid = descriptorOf(byHand)
  const [first] = valid.resources
  const changed = (change: object) => ({...valid, resources: [{...first, ...change}]})
  const withSchema = (change: object) => changed({schema: {...first?.schema, ...change}})

  it.each<[string, object]>([
    ['no resources', {...valid, resources: []}],
    ['a resource without a name', changed({name: undefined})],
    ['an unknown property', {...valid, colour: 'red'}],
    ['a profile of version 1', {...valid, $schema: 'https://datapackage.org/profiles/1.0/datapackage.json'}],
    ['an absolute path', changed({path: '/etc/passwd'})],
    ['a path that goes up', changed({path: '../a.csv'})],
    ['a path that goes up later', changed({path: 'a/../../b.csv'})],
    ['an address', changed({path: 'https://example.com/a.csv'})],
    ['a field of an unknown type', withSchema({fields: [{name: 'id', type: 'text'}]})],
    [
      'two fields of one name',
      withSchema({fields: [...(first?.schema.fields ?? []), {name: 'id', type: 'any'}]}),
    ],
    ['a primary key that is no field', withSchema({primaryKey: ['nothing']})],
    [
      'a foreign key that is no field',
      withSchema({foreignKeys: [{fields: ['no'], reference: {fields: ['id']}}]}),
    ],
    [
      'a foreign key to no table',
      withSchema({foreignKeys: [{fields: ['id'], reference: {resource: 'no', fields: ['id']}}]}),
    ],
    ['two resources of one name', {...valid, resources: [first, first]}],
  ])('finds %s', (_, wrong) => {
    expect(descriptorProblems(JSON.parse(JSON.stringify(wrong)))).not.toEqual([])
  })

  it('finds keys that do not hold', () => {
    const tables = readPackage(filesOf(byHand))
    const [one, ...others] = tables.subcategories ?? []
    const wrong = [{...one, category_id: 99}, {...one}, {...one, id: null}, {...one, name: 1}, ...others]
    expect(tableProblems(valid, {...tables, subcategories: wrong})).toEqual([
      'subcategories.id is null',
      'subcategories.name is 1',
      'subcategories has the key [1] twice',
      'subcategories has the key [1] twice',
      'subcategories points to no [99]',
    ])
    const {licenses, ...rest} = tables
    expect(tableProblems(valid, {...rest, licenses: licenses?.slice(1) ?? []})).toContain(
      'requirements points to no [1]',
    )
  })
})
