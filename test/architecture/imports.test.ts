import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const files = [...sourceFiles('src'), ...sourceFiles('rules')]

interface Import {
  readonly from: string
  readonly to: string
  readonly isType: boolean
}

const imports = files.flatMap(importsOf)

/** What each layer may import values from, itself aside. Types may come from a layer above: they vanish. */
const layers: readonly (readonly [layer: RegExp, allowed: RegExp])[] = [
  [/^src\/text\//, /^src\/text\/|^(get-east-asian-width|fastest-levenshtein)$/],
  [/^src\/(finding|options|urls|configuration-error)\.ts$/, /^$/],
  [
    /^src\/document\//,
    /^src\/(text|document)\/|^(unified|remark-\w+|unist-util-visit|decode-named-character-reference)$/,
  ],
  [/^src\/shape\//, /^src\/(text|shape)\//],
  [/^src\/vocabulary\//, /^src\/(text|shape|vocabulary)\//],
  [/^src\/requirement\//, /^src\/(text|requirement)\//],
  [/^src\/query\//, /^src\/(text|requirement|query)\//],
  [/^src\/diff\//, /^src\/(text|shape|requirement|diff)\/|^src\/configuration-error\.ts$/],
  [
    /^src\/qualification-reader\.ts$/,
    /^src\/(shape|vocabulary|requirement)\/|^src\/configuration-error\.ts$/,
  ],
  [/^src\/mending\//, /^src\/(text|document|mending)\//],
  [
    /^src\/dataset\//,
    /^src\/(text|document|requirement|mending|dataset)\/|^src\/(urls|configuration-error)\.ts$|^node:crypto$/,
  ],
  [/^src\/prefilter\//, /^src\/prefilter\//],
  [/^src\/contracts\.ts$/, /^src\/dataset\/compile\.ts$|^src\/declarations\//],
  [/^src\/concern\.ts$/, /^src\/(contracts\.ts$|prefilter\/)/],
  [/^src\/declarations\//, /^src\/(text|shape|dataset|declarations)\/|^src\/configuration-error\.ts$/],
  [/^src\/rule\.ts$/, /^$/],
  [/^rules\/(?!index)/, /^src\/rule\.ts$|^src\/text\//],
  [/^rules\/index\.ts$/, /^rules\//],
  [/^src\/finding-(writer|order|counts)\.ts$/, /^src\/text\//],
  [/^src\/baseline\//, /^src\/(text|baseline)\/|^node:crypto$/],
  [/^src\/cache\//, /^src\/(text|shape|cache)\/|^src\/finding-(order|counts)\.ts$|^node:crypto$/],
  [/^src\/changes\//, /^src\/(text|changes)\//],
  [/^src\/directives\//, /^src\/(text|directives)\//],
  [
    /^src\/lint\.ts$/,
    /^src\/(finding-(writer|order)|options|configuration-error|dataset\/definitions(-in)?|directives\/silence)\.ts$/,
  ],
  [/^src\/fix\//, /^src\/(text|fix)\//],
  [/^src\/export\//, /^src\/(text|export|requirement)\/|^src\/urls\.ts$|^csv-stringify/],
  [/^src\/report\//, /^src\/(report|text)\/|^src\/(finding-counts|urls)\.ts$|^picocolors$/],
  [
    /^src\/(index|lint-text|lint-read|fix-text|read-dataset)\.ts$/,
    /^rules\/index\.ts$|^src\/(baseline|dataset|declarations|diff|document|requirement|fix)\/|^src\/(contracts|concern|finding-order|lint|lint-text|lint-read|fix-text|read-dataset|rule|qualification-reader|configuration-error)\.ts$/,
  ],
  [/^src\/remark\.ts$/, /^src\/(lint-text|urls)\.ts$|^vfile-message$/],
  [/^src\/init\//, /^src\/(text|init)\/|^src\/dataset\/columns\.ts$/],
  [/^src\/config\//, /^src\/(shape|dataset|declarations|config)\/|^src\/(lint|options)\.ts$|^node:path$/],
  [
    /^src\/cli\//,
    /^src\/(cli|text|shape|config|init|dataset|baseline|cache|changes|report|fix|export|query|diff|vocabulary)\/|^src\/(concern|finding-counts|lint|lint-text|lint-read|fix-text|read-dataset|options|qualification-reader)\.ts$|^rules\/index\.ts$|^node:|^(ignore|tinyglobby|jsonc-parser|yaml|smol-toml|re2js)$/,
  ],
]

describe('imports', () => {
  it('point one way', () => {
    const wrong = imports.filter(({from, to, isType}) => !isType && !allowedFor(from).test(to))
    expect(wrong).toEqual([])
  })

  it('of rules are types, the rule module and text functions only', () => {
    const wrong = imports.filter(
      ({from, to}) => /^rules\/(?!index)/.test(from) && /^(rules\/|node:|mdast|unist)/.test(to),
    )
    expect(wrong).toEqual([])
  })

  it('of mdast stay in src/document', () => {
    const wrong = imports.filter(({from, to}) => to === 'mdast' && !from.startsWith('src/document/'))
    expect(wrong).toEqual([])
  })

  it('make no cycle', () => {
    expect(cycle(imports.filter(({isType}) => !isType))).toBeUndefined()
  })
})

describe('only the command line', () => {
  it.each(files.filter((file) => !file.startsWith('src/cli/')))('touches the process, not %s', (file) => {
    expect(readFileSync(join(root, file), 'utf8')).not.toMatch(/\bprocess\.|\bconsole\./)
  })
})

it('no source says any', () => {
  const saying = files.filter((file) =>
    /[:<]\s*any\b|\bas any\b/.test(readFileSync(join(root, file), 'utf8')),
  )
  expect(saying).toEqual([])
})

it('finds the sources and their imports', () => {
  expect(files).toContain('src/document/read.ts')
  expect(imports).toContainEqual({from: 'src/index.ts', to: 'src/lint-text.ts', isType: false})
  expect(cycle([edge('a', 'b'), edge('b', 'c'), edge('c', 'a')])).toEqual(['a', 'b', 'c', 'a'])
})

function edge(from: string, to: string): Import {
  return {from, to, isType: false}
}

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name).replaceAll('\\', '/'))
}

function importsOf(from: string): readonly Import[] {
  const source = readFileSync(join(root, from), 'utf8')
  const statements = source.matchAll(
    /(?:^|\n)(?:import|export)\s+(type\s+)?[^'"\n;]*?(?:\n[^'"]*?)?from\s+'([^']+)'/g,
  )
  const dynamic = source.matchAll(/\bimport\('([^']+)'\)/g)
  return [
    ...[...statements].map(([statement, type, specifier = '']) => ({
      from,
      to: resolve(from, specifier),
      isType: type !== undefined || /\{\s*(?:type \w+,?\s*)+\}/.test(statement),
    })),
    ...[...dynamic].map(([, specifier = '']) => ({from, to: resolve(from, specifier), isType: false})),
  ]
}

function resolve(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier
  return relative(root, join(root, dirname(from), specifier)).replaceAll('\\', '/')
}

function allowedFor(file: string): RegExp {
  const layer = layers.find(([pattern]) => pattern.test(file))
  if (!layer) throw new Error(`${file} belongs to no layer: add it to this test`)
  return layer[1]
}

function cycle(edges: readonly Import[]): readonly string[] | undefined {
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return undefined
    for (const {to} of edges.filter(({from}) => from === file)) {
      const found = visit(to, [...path, file])
      if (found) return found
    }
    done.add(file)
    return undefined
  }
  for (const {from} of edges) {
    const found = visit(from, [])
    if (found) return found
  }
  return undefined
}
