import fc from 'fast-check'
import {describe, expect, it, test} from 'vitest'
import {printPath} from '../../src/shape/problem.ts'
import {builtInVocabulary} from '../../src/vocabulary/built-in.ts'
import {checkVocabulary} from '../../src/vocabulary/check.ts'
import {extendVocabulary} from '../../src/vocabulary/vocabulary.ts'
import {schemaProblemsOf} from './validator.ts'

const source = '某某管理办法'

test.each<readonly [string, readonly unknown[]]>([
  ['nothing', []],
  ['a name', [{name: '甲证'}]],
  [
    'a full entry',
    [
      {
        name: '甲证',
        aliases: ['甲种证'],
        informalNames: ['甲'],
        status: 'renamed',
        successor: {name: '营业执照', from: '2017-10', source, verified: true},
        kindOf: [{name: 'ICP证', scope: '某类', source}],
        authority: '某局',
        sources: ['https://example.com/'],
        verified: true,
        note: '…',
      },
    ],
  ],
  [
    'a successor under another of its names',
    [{name: '甲证', successor: {name: '文网文', from: '2017', source}}],
  ],
  [
    'doubtful facts',
    [{name: '甲证', verified: false, successor: {name: '营业执照'}, kindOf: [{name: 'SP证'}]}],
  ],
  ['one doubtful fact', [{name: '甲证', abolished: {verified: false}}]],
  ['an informal name of another', [{name: '照', status: 'informal', successor: {name: '营业执照', source}}]],
  ['an abolition', [{name: '甲证', abolished: {on: '2017', scope: '企业', source}}]],
  ['names of objects', [{name: '__proto__', aliases: ['constructor', 'toString']}]],
])('%s will do', (_, licenses) => {
  const data = {version: 1, licenses}
  expect(schemaProblemsOf(data)).toEqual([])
  expect(checkVocabulary(data)).toEqual({ok: true, data})
})

/** Problems of form, which the schema sees too. */
const misshapen: readonly (readonly [unknown, string, string])[] = [
  [null, '', 'expected an object'],
  ['licenses', '', 'expected an object'],
  [[], '', 'expected an object'],
  [{licenses: []}, 'version', 'is missing'],
  [{version: 1}, 'licenses', 'is missing'],
  [{version: 2, licenses: []}, 'version', 'expected 1'],
  [{version: 1, licenses: {}}, 'licenses', 'expected a list'],
  [
    {version: 1, licenses: [], extend: false},
    'extend',
    'is not known here: expected $schema, version, extends, licenses',
  ],
  [{version: 1, licenses: [], extends: 'no'}, 'extends', 'expected true or false'],
  [
    JSON.parse('{"version": 1, "licenses": [], "__proto__": {"x": 1}}'),
    '__proto__',
    'is not known here: expected $schema, version, extends, licenses',
  ],
  ...(
    [
      ['甲证', '', 'expected an object'],
      [null, '', 'expected an object'],
      [{}, '.name', 'is missing'],
      [{name: ''}, '.name', 'expected a name of at most 100 characters without 《 》'],
      [{name: ' '}, '.name', 'expected a name of at most 100 characters without 《 》'],
      [{name: '《甲证》'}, '.name', 'expected a name of at most 100 characters without 《 》'],
      [{name: '甲\n证'}, '.name', 'expected a name of at most 100 characters without 《 》'],
      [{name: '甲'.repeat(101)}, '.name', 'expected a name of at most 100 characters without 《 》'],
      [{name: '甲证', aliases: '乙证'}, '.aliases', 'expected a list'],
      [
        {name: '甲证', aliases: ['乙证', 3]},
        '.aliases[1]',
        'expected a name of at most 100 characters without 《 》',
      ],
      [
        {name: '甲证', status: 'old'},
        '.status',
        'expected one of "current", "renamed", "abolished", "informal"',
      ],
      [{name: '甲证', successor: '乙证'}, '.successor', 'expected an object'],
      [{name: '甲证', successor: {from: '2017', source}}, '.successor.name', 'is missing'],
      [
        {name: '甲证', successor: {name: '营业执照', from: '2017-13', source}},
        '.successor.from',
        'expected a date like 2026-06-01, 2026-06 or 2026',
      ],
      [
        {name: '甲证', successor: {name: '营业执照', from: 2017, source}},
        '.successor.from',
        'expected a date like 2026-06-01, 2026-06 or 2026',
      ],
      [
        {name: '甲证', abolished: {on: 'May', source}},
        '.abolished.on',
        'expected a date like 2026-06-01, 2026-06 or 2026',
      ],
      [{name: '甲证', kindOf: {name: 'SP证'}}, '.kindOf', 'expected a list'],
      [{name: '甲证', kindOf: [{source}]}, '.kindOf[0].name', 'is missing'],
      [{name: '甲证', sources: [1]}, '.sources[0]', 'expected a text'],
      [{name: '甲证', verified: 'yes'}, '.verified', 'expected true or false'],
      [{name: '甲证', status: 'renamed'}, '.successor', 'is missing'],
      [{name: '甲证', status: 'abolished'}, '.abolished', 'is missing'],
      [
        {name: '甲证', status: 'current', successor: {name: '营业执照', from: '2017', source}},
        '.status',
        'expected "renamed" or "informal" with a successor',
      ],
      [
        {name: '甲证', status: 'current', abolished: {on: '2017', source}},
        '.status',
        'expected "abolished" with an abolition',
      ],
      [
        {name: '甲证', abolished: {on: '2017', source}, successor: {name: '营业执照', from: '2017', source}},
        '.abolished',
        'expected either a successor or an abolition',
      ],
      [
        {name: '甲证', successor: {name: '营业执照', from: '2017'}},
        '.successor.source',
        'is missing: say where the fact is stated, or that it is not verified',
      ],
      [
        {name: '甲证', successor: {name: '营业执照', source}},
        '.successor.from',
        'is missing: say since when, or that the fact is not verified',
      ],
      [
        {name: '甲证', abolished: {on: '2017'}},
        '.abolished.source',
        'is missing: say where the fact is stated, or that it is not verified',
      ],
      [
        {name: '甲证', abolished: {source}},
        '.abolished.on',
        'is missing: say since when, or that the fact is not verified',
      ],
      [
        {name: '甲证', kindOf: [{name: 'SP证'}]},
        '.kindOf[0].source',
        'is missing: say where the fact is stated, or that it is not verified',
      ],
    ] as const
  ).map(
    ([entry, path, message]) => [{version: 1, licenses: [entry]}, `licenses[0]${path}`, message] as const,
  ),
]

test.each(misshapen)('%j: %s %s', (data, path, message) => {
  expect(schemaProblemsOf(data)).not.toEqual([])
  expect(problemsOf(data)).toEqual([`${path} ${message}`])
})

/** Problems that take more than a schema to see. */
test.each<readonly [readonly unknown[], readonly string[]]>([
  [
    [{name: '甲证', successor: {name: '营业执照', from: '2017-02-29', source}}],
    ['licenses[0].successor.from expected a date like 2026-06-01, 2026-06 or 2026'],
  ],
  [[{name: '\u200B'}], ['licenses[0].name expected a name of at most 100 characters without 《 》']],
  [[{name: '甲证', aliases: ['甲 证']}], ['licenses[0] has the name “甲 证” twice']],
  [
    [{name: 'A证'}, {name: '乙证', informalNames: ['ａ证']}],
    ['licenses[1] has the name “ａ证”, which licenses[0] has too'],
  ],
  [
    [{name: '甲证', successor: {name: '乙证', from: '2017', source}}],
    ['licenses[0].successor.name names “乙证”, which no entry has: add one for it'],
  ],
  [
    [
      {
        name: '甲证',
        kindOf: [
          {name: 'SP证', source},
          {name: '乙证', source},
        ],
      },
    ],
    ['licenses[0].kindOf[1].name names “乙证”, which no entry has: add one for it'],
  ],
  [
    [{name: '甲证', aliases: ['乙证'], successor: {name: '乙证', from: '2017', source}}],
    ['licenses[0].successor leads in a circle: 甲证 → 甲证'],
  ],
  [
    [
      {name: '丙证', successor: {name: '甲证', from: '2015', source}},
      {name: '甲证', successor: {name: '乙证', from: '2016', source}},
      {name: '乙证', successor: {name: '甲证', from: '2017', source}},
    ],
    ['licenses[1].successor leads in a circle: 甲证 → 乙证 → 甲证'],
  ],
  [
    [{name: '金融许可证', successor: {name: '保险许可证', from: '2027', source}}],
    ['licenses[0].successor leads in a circle: 金融许可证 → 保险许可证 → 金融许可证'],
  ],
  [
    [
      {
        name: '甲证',
        kindOf: [
          {name: 'SP证', source},
          {name: '乙证', source},
        ],
      },
      {name: '乙证', kindOf: [{name: '甲证', source}]},
    ],
    ['licenses[0].kindOf leads in a circle: 甲证 → 乙证 → 甲证'],
  ],
])('%j', (licenses, problems) => {
  expect(problemsOf({version: 1, licenses})).toEqual(problems)
})

describe('a vocabulary that stands in place of the built-in one', () => {
  it('cannot refer to it', () => {
    const licenses = [{name: '甲证', successor: {name: '营业执照', from: '2017', source}}]
    expect(problemsOf({version: 1, licenses})).toEqual([])
    expect(problemsOf({version: 1, extends: false, licenses})).toEqual([
      'licenses[0].successor.name names “营业执照”, which no entry has: add one for it',
    ])
  })
})

it('speaks Chinese too', () => {
  const check = checkVocabulary({
    version: 1,
    licenses: [{name: '甲证', successor: {name: '乙证', from: '昨天'}}],
  })
  expect(check).toMatchObject({
    ok: false,
    problems: [{message: {zh: '应为形如 2026-06-01、2026-06 或 2026 的日期'}}],
  })
})

it('shows what a terminal would obey as an escape, and cuts what is long', () => {
  expect(problemsOf({version: 1, licenses: [], '\u001B[2J': 1})[0]).toMatch(/^<U\+001B>\[2J is not known/)
  expect(problemsOf({version: 1, licenses: [], ['x'.repeat(1e6)]: 1})[0]?.length).toBeLessThan(200)
  const name = '甲\u202E证'
  expect(problemsOf({version: 1, licenses: [{name}, {name}]})).toEqual([
    'licenses[1] has the name “甲<U+202E>证”, which licenses[0] has too',
  ])
})

it('follows a chain as long as the file', () => {
  const length = 50_000
  const licenses = Array.from({length}, (_, index) => ({
    name: `证${index}`,
    successor: {name: `证${(index + 1) % length}`, from: '2017', source},
    kindOf: [{name: `证${(index + 1) % length}`, source}],
  }))
  expect(problemsOf({version: 1, licenses})).toEqual([
    'licenses[0].successor leads in a circle: 证0 → 证1 → 证2 → 证3 → 证4 → … → 证0',
    'licenses[0].kindOf leads in a circle: 证0 → 证1 → 证2 → 证3 → 证4 → … → 证0',
  ])
})

it('never throws, agrees with the schema, and what it passes can be used', () => {
  const name = fc.constantFrom('甲证', '乙证', '营业执照', 'ICP证', '__proto__', '')
  const fact = {source: fc.constantFrom(source, ''), verified: fc.constantFrom(true, false, null)}
  const date = fc.constantFrom('2017', '2017-10-01', '2017-1', 7)
  const entry = fc.record(
    {
      name,
      aliases: fc.array(name, {maxLength: 2}),
      status: fc.constantFrom('current', 'renamed', 'abolished', 'informal', 'x'),
      successor: fc.record({name, from: date, ...fact}, {requiredKeys: []}),
      abolished: fc.record({on: date, ...fact}, {requiredKeys: []}),
      kindOf: fc.array(fc.record({name, ...fact}, {requiredKeys: []}), {maxLength: 2}),
      verified: fc.boolean(),
    },
    {requiredKeys: []},
  )
  const data = fc.oneof(
    fc.anything(),
    fc.record({version: fc.constant(1), licenses: fc.array(entry, {maxLength: 3})}),
  )
  fc.assert(
    fc.property(data, (value) => {
      const check = checkVocabulary(value)
      if (!check.ok) {
        // What the schema passes may still be wrong in how entries relate, never in form.
        const relations = /which no entry has|leads in a circle|has the name/
        const form = check.problems.filter(({message}) => !relations.test(message.en))
        if (form.length > 0) expect(schemaProblemsOf(value)).not.toEqual([])
        return
      }
      expect(schemaProblemsOf(value)).toEqual([])
      const vocabulary = extendVocabulary(builtInVocabulary(), check.data)
      for (const each of vocabulary.names.slice(0, 9)) {
        expect(vocabulary.lookUp(each, '2026-11-24')).toBeDefined()
        vocabulary.kindsOf(each, '2026-11-24')
      }
    }),
    {numRuns: 1000},
  )
})

function problemsOf(data: unknown): readonly string[] {
  const check = checkVocabulary(data)
  return check.ok ? [] : check.problems.map(({path, message}) => `${printPath(path)} ${message.en}`)
}
