import {describe, expect, it} from 'vitest'
import {compileLinear} from '../../src/cli/config/linear-patterns.ts'
import {configProblems} from '../../src/config/check.ts'
import type {ConfigData, ConfiguredTables} from '../../src/config/data.ts'
import {layersOf} from '../../src/config/layers.ts'
import {SettingsReader} from '../../src/config/settings.ts'
import {builtInTables} from '../../src/dataset/built-in-tables.ts'
import {lintText} from '../../src/index.ts'
import {checkText} from '../../src/lint-text.ts'
import {printPath} from '../../src/shape/problem.ts'

const support = '| 平台 | 支持的组件 |\n| --- | --- |\n| iOS | maps |\n'

/** What a configuration in `/` says of a document there. */
function tablesFor(path: string, config: ConfigData) {
  return readerOf(config).settingsFor(path).tables
}

function readerOf(config: ConfigData): SettingsReader {
  return new SettingsReader(layersOf(config, '/', compileLinear))
}

function problemsOf(config: ConfigData): readonly string[] {
  return [...configProblems(config, builtInTables, compileLinear)].map(
    ({path, message}) => `${printPath(path)}: ${message.en}`,
  )
}

describe('a table that is looked for in some documents only', () => {
  const tables: ConfiguredTables = {
    components: {paths: 'components.md', columns: [{name: 'component', headers: ['组件']}]},
    support: {
      paths: 'support.md',
      columns: [{name: '平台'}, {name: '支持的组件', references: {table: 'components', column: 'component'}}],
    },
  }

  it('can be referred to in others', () => {
    const others = tablesFor('/support.md', {tables})
    expect(others).toMatchObject({components: false, support: {}})
    expect(lintText(support, {tables: others}).findings).toEqual([])
    expect(problemsOf({tables})).toEqual([])
  })

  it('leaves the built-in one of its name to the others', () => {
    const config: ConfigData = {
      tables: {categories: {paths: 'a.md', columns: [{name: 'x'}]}},
    }
    expect(Object.keys(tablesFor('/b.md', config))).toEqual([])
    expect(Object.keys(tablesFor('/a.md', config))).toEqual(['categories'])
  })
})

it('documents share their settings where all that is told by paths is the same', () => {
  const reader = readerOf({
    tables: {
      everywhere: {columns: [{name: 'x'}]},
      here: {paths: ['a/**', 'b/**'], columns: [{name: 'x'}]},
    },
    overrides: [
      {files: 'b/**', rules: {'no-empty-cell': 'off'}},
      {files: 'c/**', tables: {there: {paths: 'c/1.md', columns: [{name: 'x'}]}}},
    ],
  })
  const paths = ['/1.md', '/2.md', '/a/1.md', '/a/2.md', '/b/1.md', '/b/2.md', '/c/1.md', '/c/2.md']
  const settings = paths.map((path) => reader.settingsFor(path))
  expect(settings.map((one) => settings.indexOf(one))).toEqual([0, 0, 2, 2, 4, 4, 6, 7])
  expect(settings[4]?.rules).toEqual({'no-empty-cell': 'off'})
  const isLookedFor = (name: string) => settings.map(({tables}) => typeof tables[name] === 'object')
  expect(isLookedFor('here')).toEqual([false, false, true, true, true, true, false, false])
  expect(isLookedFor('there')).toEqual([false, false, false, false, false, false, true, false])
})

it('a table may extend one whose references another document’s tables no longer meet', () => {
  const config: ConfigData = {
    tables: {mine: {extends: 'category-references'}},
    overrides: [{files: 'a.md', tables: {categories: {columns: [{name: 'x'}]}}}],
  }
  expect(problemsOf(config)).toEqual([])
  expect(lintText(support, {tables: tablesFor('/a.md', config)}).findings).toEqual([])
})

it.each<ConfiguredTables>([
  {mine: {extends: 'categories', heading: '.'}},
  {categories: false, mine: {extends: 'categories'}},
  {mine: {extends: 'middle', paths: 'a.md'}, middle: {extends: 'categories', paths: 'b.md'}},
  {mine: {extends: 'categories'}, categories: {extends: 'categories', paths: 'b.md'}},
])('what extends a built-in table can be referred to by its name: %j', (tables) => {
  const page = '# 甲\n\n| 二级类目 | 资质 |\n| --- | --- |\n| 直播 | 《营业执照》 |\n'
  const {document} = checkText(page, {tables: tablesFor('/a.md', {tables})})
  expect(document.tables.map(({contract}) => contract.kinds)).toEqual([['mine', 'categories']])
})

it('a table that is taken away can be referred to where another extends it', () => {
  const columns = [{name: 'x', references: {table: 'categories', column: 'subcategory'}}]
  expect(problemsOf({tables: {categories: false, mine: {extends: 'categories'}, t: {columns}}})).toEqual([])
  expect(problemsOf({tables: {categories: false, t: {columns}}})).toEqual([
    'tables.t.columns[0].references.table: names no table: expected category-references, t',
  ])
})

describe('a chain of tables', () => {
  const chain = (length: number) =>
    Object.fromEntries(Array.from({length}, (_, index) => [`t${index}`, {extends: `t${index + 1}`}]))
  const last = {columns: [{name: 'x'}]}

  it('may have a hundred links', () => {
    expect(problemsOf({tables: {...chain(99), t99: last}})).toEqual([])
  })

  it('is refused where it has more', () => {
    expect(problemsOf({tables: {...chain(150), t150: last}})).toEqual([
      'tables.t50.extends: leads through more than 100 declarations: extend fewer',
    ])
  })
})
