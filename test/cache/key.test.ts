import {describe, expect, it} from 'vitest'
import {type Key, slotOf, stateOf} from '../../src/cache/key.ts'
import {optionsOf} from '../../src/cli/options.ts'
import type {LintOptions} from '../../src/lint.ts'

const program = {build: 'build', runtime: 'v20 15'}
const source = '# 目录\n'
const options: LintOptions = {path: 'a.md', asOf: '2026-06-01', language: 'en', rules: {}}

function key(changed: LintOptions = {}, text = source, by = program): Key {
  const slot = slotOf({...options, ...changed})
  if (slot === undefined) throw new Error('no slot')
  return {slot, state: stateOf(Buffer.from(text), {...options, ...changed}, by)}
}

/** For each option two values by which findings differ; null for what changes no entry, and why. */
const differing: {readonly [K in keyof Required<LintOptions>]: readonly [LintOptions, LintOptions] | null} = {
  path: [{path: 'a.md'}, {path: 'b.md'}],
  language: [{language: 'en'}, {language: 'zh'}],
  rules: [{rules: {}}, {rules: {'no-empty-cell': ['info', {optional: false}]}}],
  asOf: [{asOf: '2026-06-01'}, {asOf: '2026-06-02'}],
  vocabulary: [
    {},
    {vocabulary: {licenses: [{name: '甲证'}]} as unknown as NonNullable<LintOptions['vocabulary']>},
  ],
  tables: [{}, {tables: {a: {columns: [{name: '甲'}]}}}],
  compilePattern: [{}, {compilePattern: (text) => new RegExp(text)}],
  // Is compared with what the entry says when all documents are read: see the random runs.
  definitions: null,
  baseline: [{baseline: {path: 'a.md', known: new Map()}}, {baseline: {path: 'docs/a.md', known: new Map()}}],
  fingerprints: [{fingerprints: false}, {fingerprints: true}],
  fast: [{fast: true}, {fast: false}],
  // Has no key: see below.
  extraRules: null,
}

describe('the key of findings', () => {
  it.each(Object.entries(differing).filter(([, pair]) => pair))('is another one by %s', (_, pair) => {
    const [first, second] = (pair ?? []).map((changed) => JSON.stringify(key(changed)))
    expect(first).not.toBe(second)
  })

  it('is another one by the text, the build and the runtime', () => {
    const keys = [
      key(),
      key({}, '# 目录'),
      key({}, '\uFEFF# 目录\n'),
      key({}, source, {...program, build: 'other'}),
    ]
    const states = [...keys, key({}, source, {...program, runtime: 'v22 16'})].map(({state}) => state)
    expect(new Set(states).size).toBe(5)
  })

  it('is the same one for the same, whatever the baseline knows', () => {
    const known = (count: number) => ({baseline: {path: 'a.md', known: new Map([['f', count]])}})
    expect(key(known(1))).toEqual(key(known(2)))
    expect(key({tables: {}})).toEqual(key({tables: {}}))
  })

  it.each([
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    [0, -0],
    [1, '1'],
    [1n, 1],
  ])('tells %s from %s in a declaration', (first, second) => {
    const declared = (value: unknown) =>
      ({tables: {a: {columns: [{name: '甲', value}]}}}) as unknown as LintOptions
    expect(key(declared(first)).slot).not.toBe(key(declared(second)).slot)
  })

  it('keeps the place where only the day or the text is another, so that the old entry goes', () => {
    expect(key({asOf: '2026-06-02'}, '# 另一份\n').slot).toBe(key().slot)
  })

  it('is none where findings depend on rules that were handed in', () => {
    expect(slotOf({...options, extraRules: [{} as never]})).toBeUndefined()
    expect(slotOf({...options, extraRules: []})).toEqual(key().slot)
  })
})

/** How each option of `lint` gets into the key: by options of linting, or not since findings are the same. */
const ofCommandLine: Readonly<Record<string, 'key' | 'afterwards'>> = {
  rule: 'key',
  'as-of': 'key',
  config: 'key',
  'no-config': 'key',
  'no-fast': 'key',
  vocabulary: 'key',
  lang: 'key',
  baseline: 'key',
  'update-baseline': 'key',
  format: 'key',
  'stdin-filename': 'key',
  // What stands below chooses documents, or does something with their findings.
  ...{fix: 'afterwards', 'fix-suggestions': 'afterwards', 'dry-run': 'afterwards', quiet: 'afterwards'},
  ...{all: 'afterwards', 'max-warnings': 'afterwards', 'output-file': 'afterwards', color: 'afterwards'},
  ...{
    help: 'afterwards',
    version: 'afterwards',
    shard: 'afterwards',
    changed: 'afterwards',
    staged: 'afterwards',
    concurrency: 'afterwards',
  },
  ...{cache: 'afterwards', 'cache-location': 'afterwards', watch: 'afterwards'},
}

it('every option of the command line is accounted for', () => {
  expect(
    optionsOf('lint')
      .map(({name}) => name)
      .sort(),
  ).toEqual(Object.keys(ofCommandLine).sort())
})
