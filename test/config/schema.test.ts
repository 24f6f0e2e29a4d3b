import {describe, expect, test} from 'vitest'
import {rules} from '../../rules/index.ts'
import {compileLinear} from '../../src/cli/config/linear-patterns.ts'
import {configProblems} from '../../src/config/check.ts'
import type {ConfigData} from '../../src/config/data.ts'
import {presetNames, presetOf} from '../../src/config/presets.ts'
import {configShape} from '../../src/config/shape.ts'
import {builtInTables} from '../../src/dataset/built-in-tables.ts'
import {printPath} from '../../src/shape/problem.ts'
import {isOfSchema} from './validator.ts'

const shape = configShape(rules)

const column = {name: 'a'}

const withOptions = rules.find(({options}) => Object.keys(options).length > 0)

describe('the schema and the check agree on', () => {
  test.each<readonly [what: string, configuration: object]>([
    ['nothing', {}],
    [
      'every key',
      {$schema: 'x', extends: [], ignore: [], vocabulary: [], rules: {}, tables: {}, overrides: []},
    ],
    [
      'one in place of a list',
      {
        extends: 'catalint:strict',
        ignore: 'x/',
        vocabulary: 'v.yaml',
        tables: {t: {paths: 'x/', columns: [column]}},
      },
    ],
    ['files and presets', {extends: ['./a.json', 'catalint:all', '../b.toml']}],
    ['a vocabulary in place', {vocabulary: {version: 1, licenses: [{name: '甲证'}]}}],
    ['levels', {rules: Object.fromEntries(rules.map(({id}) => [id, 'off']))}],
    ['levels in lists', {rules: Object.fromEntries(rules.map(({id}) => [id, ['error', {}]]))}],
    [
      'defaults',
      {
        rules: Object.fromEntries(
          rules.map(({id, options}) => [
            id,
            [
              'info',
              Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default])),
            ],
          ]),
        ),
      },
    ],
    [
      'an override',
      {
        overrides: [
          {files: '*.md'},
          {files: ['a/**', './b'], excludedFiles: 'c/', rules: {}, tables: {t: false}},
        ],
      },
    ],
    [
      'all of a table',
      {
        tables: {
          t: {
            paths: ['a/'],
            extends: 'categories',
            heading: 'x',
            headings: [{role: 'group', label: 'x', separator: ': ', isGeneral: true}],
            columns: [
              {
                name: 'a',
                headers: ['b'],
                headerEndings: [],
                role: 'note',
                optional: true,
                inherits: false,
                separator: ' ',
                type: 'date',
                required: true,
                unique: 'category',
                enum: ['x'],
                pattern: '.',
                minLength: 0,
                maxLength: 3,
                references: {table: 'categories', column: 'category', withinCategory: true, tentative: true},
              },
              {name: 'd', separator: []},
              {name: 'c', unique: true, separator: ['、', '\n']},
            ],
            furtherColumns: true,
            excludedHeaders: ['变更'],
            missingValues: ['-'],
          },
        },
      },
    ],
    ['the built-in tables', {tables: builtInTables}],
    ['names of objects', {tables: {constructor: {columns: [{name: 'toString'}]}}}],
  ])('%s', (_, configuration) => {
    expect([...shape(configuration, [])]).toEqual([])
    expect(isOfSchema(configuration)).toBe(true)
    expect([...configProblems(configuration as ConfigData, builtInTables, compileLinear)]).toEqual([])
  })

  test.each<readonly [path: string, configuration: unknown]>([
    ['', null],
    ['', []],
    ['rule', {rule: {}}],
    ['$schema', {$schema: ''}],
    ['extends', {extends: ''}],
    ['extends', {extends: 'catalint:x'}],
    ['extends[1]', {extends: ['a', 1]}],
    ['ignore', {ignore: {}}],
    ['ignore', {ignore: 'a\nb'}],
    ['ignore', {ignore: 'a'.repeat(501)}],
    ['vocabulary', {vocabulary: ' '}],
    ['vocabulary', {vocabulary: true}],
    ['rules', {rules: []}],
    ['rules.x', {rules: {x: 'off'}}],
    ['rules.__proto__', JSON.parse('{"rules": {"__proto__": "off"}}')],
    ['rules.no-empty-row', {rules: {'no-empty-row': 'warn'}}],
    ['rules.no-empty-row', {rules: {'no-empty-row': 2}}],
    ['rules.no-empty-row[0]', {rules: {'no-empty-row': []}}],
    ['rules.no-empty-row[0]', {rules: {'no-empty-row': ['warn']}}],
    ['rules.no-empty-row[1]', {rules: {'no-empty-row': ['error', 'x']}}],
    ['rules.no-empty-row[1].x', {rules: {'no-empty-row': ['error', {x: 1}]}}],
    ['rules.no-empty-row[2]', {rules: {'no-empty-row': ['error', {}, {}]}}],
    ...rules.flatMap(({id, options}) =>
      Object.keys(options).map(
        (name) => [`rules.${id}[1].${name}`, {rules: {[id]: ['error', {[name]: {}}]}}] as const,
      ),
    ),
    ['tables.t', {tables: {t: true}}],
    ['tables. ', {tables: {' ': false}}],
    ['tables.__proto__', JSON.parse('{"tables": {"__proto__": false}}')],
    ['tables.t', {tables: {t: {}}}],
    ['tables.t.column', {tables: {t: {extends: 'categories', column: []}}}],
    ['tables.t.paths', {tables: {t: {columns: [column], paths: []}}}],
    ['tables.t.columns', {tables: {t: {columns: []}}}],
    ['tables.t.columns[0]', {tables: {t: {columns: ['a']}}}],
    ['tables.t.columns[0].name', {tables: {t: {columns: [{}]}}}],
    ['tables.t.columns[0].name', {tables: {t: {columns: [{name: '__proto__'}]}}}],
    ['tables.t.columns[0].headers', {tables: {t: {columns: [{...column, headers: []}]}}}],
    ['tables.t.columns[0].headers', {tables: {t: {columns: [{...column, headers: 'a'}]}}}],
    ['tables.t.columns[0].role', {tables: {t: {columns: [{...column, role: 'keys'}]}}}],
    ['tables.t.columns[0].required', {tables: {t: {columns: [{...column, required: 'yes'}]}}}],
    ['tables.t.columns[0].unique', {tables: {t: {columns: [{...column, unique: 'row'}]}}}],
    ['tables.t.columns[0].type', {tables: {t: {columns: [{...column, type: 'int'}]}}}],
    ['tables.t.columns[0].enum', {tables: {t: {columns: [{...column, enum: []}]}}}],
    ['tables.t.columns[0].enum[0]', {tables: {t: {columns: [{...column, enum: [1]}]}}}],
    ['tables.t.columns[0].minLength', {tables: {t: {columns: [{...column, minLength: -1}]}}}],
    ['tables.t.columns[0].maxLength', {tables: {t: {columns: [{...column, maxLength: 1.5}]}}}],
    ['tables.t.columns[0].separator', {tables: {t: {columns: [{...column, separator: ''}]}}}],
    ['tables.t.columns[0].separator[0]', {tables: {t: {columns: [{...column, separator: ['']}]}}}],
    [
      'tables.t.columns[0].references.column',
      {tables: {t: {columns: [{...column, references: {table: 'categories'}}]}}},
    ],
    ['tables.t.headings[0].label', {tables: {t: {columns: [column], headings: [{role: 'group'}]}}}],
    ['tables.t.headings[0].role', {tables: {t: {columns: [column], headings: [{role: 'key', label: 'x'}]}}}],
    [
      'tables.t.columns[0].references.withinCategory',
      {
        tables: {
          t: {columns: [{...column, references: {table: 'categories', column: 'group', withinCategory: 1}}]},
        },
      },
    ],
    ['tables.t.excludedHeaders', {tables: {t: {columns: [column], excludedHeaders: '变更'}}}],
    ['tables.t.excludedHeaders[0]', {tables: {t: {columns: [column], excludedHeaders: [' ']}}}],
    ['tables.t.missingValues', {tables: {t: {columns: [column], missingValues: '-'}}}],
    ['overrides', {overrides: {}}],
    ['overrides[0].files', {overrides: [{}]}],
    ['overrides[0].files', {overrides: [{files: []}]}],
    ['overrides[0].files', {overrides: [{files: '/a'}]}],
    ['overrides[0].files', {overrides: [{files: '!a'}]}],
    ['overrides[0].files', {overrides: [{files: 'a/../b'}]}],
    ['overrides[0].files', {overrides: [{files: 'a\\b'}]}],
    ['overrides[0].files', {overrides: [{files: ' '}]}],
    ['overrides[0].files[0]', {overrides: [{files: ['a'.repeat(501)]}]}],
    ['overrides[0].ignore', {overrides: [{files: 'a', ignore: []}]}],
    ['overrides[0].rules.x', {overrides: [{files: 'a', rules: {x: 'off'}}]}],
    ['overrides[0].tables.t.columns', {overrides: [{files: 'a', tables: {t: {columns: []}}}]}],
  ])('what is wrong at %s', (path, configuration) => {
    expect(isOfSchema(configuration)).toBe(false)
    const misshapen = [...shape(configuration, [])]
    const problems =
      misshapen.length > 0
        ? misshapen
        : [...configProblems(configuration as ConfigData, builtInTables, compileLinear)]
    expect(problems.map((problem) => printPath(problem.path))).toEqual([path])
  })
})

test('rules with options are among those tried', () => {
  expect(withOptions).toBeDefined()
})

test.each(presetNames)('%s names rules that there are', (name) => {
  const ids = rules.map(({id}) => id)
  for (const id of Object.keys(presetOf(name, rules))) expect(ids).toContain(id)
})

test('no preset but the first is less strict than the rules by themselves', () => {
  const weight = {error: 3, warning: 2, info: 1, off: 0}
  for (const name of presetNames) {
    const preset = presetOf(name, rules)
    for (const {id, level, messages} of rules) {
      const gravest = Math.max(...Object.values(messages).map((message) => weight[message.level ?? level]))
      expect(weight[preset[id] ?? 'error'], `${name} ${id}`).toBeGreaterThanOrEqual(gravest)
    }
  }
})
