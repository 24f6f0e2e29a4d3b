import {readFileSync} from 'node:fs'
import {Ajv2020} from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import {describe, expect, it, test} from 'vitest'
import {parse} from 'yaml'
import {cliOptions} from '../../src/cli/options.ts'
import {renamesShape} from '../../src/diff/renames.ts'
import {diffDatasets, licenseIdentity} from '../../src/index.ts'
import {schema as datasetSchema} from '../dataset/validator.ts'
import {asOf, cases} from './cases.ts'
import {anyDataset} from './random.ts'

const root = new URL('../../', import.meta.url)

function read(name: string): string {
  return readFileSync(new URL(name, root), 'utf8')
}

const schema = JSON.parse(read('schema/diff.schema.json')) as Fields
const ajv = new Ajv2020({strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true})
addFormats.default(ajv)
ajv.addSchema(datasetSchema as object)
const validate = ajv.compile(schema)

function problemsOf(diff: unknown): readonly string[] {
  if (validate(JSON.parse(JSON.stringify(diff)))) return []
  return (validate.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message}`)
}

type Fields = Readonly<Record<string, unknown>>

describe('the schema', () => {
  test.each(cases)('takes what became of $name', ({before, after}) => {
    expect(problemsOf(diffDatasets(before, after, {identity: licenseIdentity({asOf})}))).toEqual([])
  })

  it('takes any diff', () => {
    fc.assert(
      fc.property(anyDataset, anyDataset, (before, after) => {
        expect(problemsOf(diffDatasets(before, after))).toEqual([])
      }),
      {numRuns: 200},
    )
  })

  const change = {
    kind: 'moved',
    entity: 'subcategory',
    from: ['甲', '一'],
    to: ['乙', '一'],
    places: {after: {document: 'a', line: 1}},
  }
  const around = (changes: readonly unknown[]) => ({
    version: 1,
    result: 'different',
    changes,
    summary: {added: 0, removed: 0, renamed: 0, moved: 1, changed: 0, reformatted: 0},
  })

  it('takes what the types have', () => {
    expect(problemsOf(around([change]))).toEqual([])
  })

  test.each<[string, unknown]>([
    ['another version', {...around([]), version: 2}],
    ['another result', {...around([]), result: 'same'}],
    ['a further field', {...around([]), more: 1}],
    ['no summary', {version: 1, result: 'identical', changes: []}],
    ['another kind', around([{...change, kind: 'swapped'}])],
    ['a further field of a change', around([{...change, more: 1}])],
    ['no path', around([{...change, to: []}])],
    ['no place', around([{...change, places: {}}])],
    ['a line that is none', around([{...change, places: {after: {document: 'a', line: 0}}}])],
    ['one row that went with none', around([{...change, entity: 'category', subcategories: [{name: '一'}]}])],
    ['evidence that is none', around([{...change, kind: 'renamed', evidence: ['hearsay']}])],
    ['no evidence', around([{...change, kind: 'renamed', evidence: []}])],
    [
      'another requirement',
      around([
        {
          kind: 'added',
          entity: 'subcategory',
          path: ['甲', '一'],
          qualification: '丙',
          requirement: {permit: '丙'},
          places: change.places,
        },
      ]),
    ],
  ])('refuses %s', (_what, wrong) => {
    expect(problemsOf(wrong)).not.toEqual([])
  })

  it('describes all that it names', () => {
    expect(undescribed(schema)).toEqual([])
  })
})

function undescribed(node: unknown, path = '#'): readonly string[] {
  if (typeof node !== 'object' || node === null) return []
  const {properties = {}, $defs = {}} = node as {readonly properties?: Fields; readonly $defs?: Fields}
  const bare = [...Object.entries(properties), ...Object.entries($defs)].filter(
    ([, value]) => typeof (value as Fields).description !== 'string',
  )
  return [
    ...bare.map(([key]) => `${path}/${key}`),
    ...Object.entries(node).flatMap(([key, value]) =>
      key === 'examples' ? [] : undescribed(value, `${path}/${key}`),
    ),
  ]
}

describe('docs/diff.md', () => {
  const page = read('docs/diff.md')
  const blocks = (language: string) =>
    [...page.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, block = '']) => block)

  it('shows a diff as the schema has it', () => {
    expect(blocks('json').map((block) => problemsOf(JSON.parse(block)))).toEqual([[]])
  })

  it('shows renames as they are read, and a workflow that is YAML', () => {
    const [renames, workflow] = blocks('yaml').map((block) => parse(block) as Fields)
    expect([...renamesShape(renames?.renames, [])]).toEqual([])
    expect(workflow).toHaveProperty('jobs.diff.steps')
  })

  it('names every option of the command', () => {
    const own = cliOptions.filter(({commands}) => (commands as readonly string[]).includes('diff'))
    const names = own.map(({name}) => `--${name}`).filter((name) => !['--help', '--version'].includes(name))
    expect(names.filter((name) => !page.includes(name))).toEqual([])
  })
})
