import {execFileSync} from 'node:child_process'
import {join} from 'node:path'
import fc from 'fast-check'
import ignore from 'ignore'
import {describe, expect, test} from 'vitest'
import {compileLinear} from '../../src/cli/config/linear-patterns.ts'
import {compileFiles} from '../../src/config/globs/files.ts'
import {compileIgnore, IgnoredPaths} from '../../src/config/globs/ignore.ts'
import {workspace} from '../cli/workspace.ts'

function matches(glob: string, path: string): boolean {
  return compileFiles([glob], compileLinear)(path)
}

describe('a glob for documents', () => {
  test.each<readonly [glob: string, yes: readonly string[], no: readonly string[]]>([
    [
      'docs/*.md',
      ['docs/a.md', 'docs/.a.md', 'docs/.md'],
      ['a.md', 'docs/x/a.md', 'x/docs/a.md', 'docs/a.mdx'],
    ],
    ['*.md', ['a.md', 'docs/x/a.md'], ['a.txt', 'a.md/b']],
    ['./a.md', ['a.md'], ['a-md', 'x/b.md']],
    ['/./a.md', [], ['a.md']],
    ['docs/', ['docs/a.md', 'docs/x/a.md', 'x/docs/a.md'], ['docs', 'docs.md']],
    ['docs/**', ['docs/a.md', 'docs/x/y/a.md'], ['docs', 'adocs/a.md']],
    ['docs/**/*.md', ['docs/a.md', 'docs/x/y/a.md'], ['docsa.md', 'docs/a.txt']],
    ['**/zh/**/*.md', ['zh/a.md', 'x/zh/y/a.md'], ['zhx/a.md', 'xzh/a.md']],
    ['a**b/c', ['ab/c', 'axb/c'], ['a/b/c']],
    ['docs/?.md', ['docs/类.md', 'docs/😀.md'], ['docs/ab.md', 'docs/.md']],
    ['docs/[a-c].md', ['docs/b.md'], ['docs/d.md', 'docs/-.md']],
    ['docs/[!a-c].md', ['docs/d.md'], ['docs/b.md', 'docs//.md']],
    ['docs/[]].md', ['docs/].md'], ['docs/[.md']],
    ['docs/[*].md', ['docs/*.md'], ['docs/a.md']],
    ['docs/[', ['docs/['], ['docs/a']],
    ['docs/*.{md,markdown}', ['docs/a.md', 'docs/a.markdown'], ['docs/a.{md', 'docs/a.txt']],
    ['{a,b/{c,d}}/*.md', ['a/x.md', 'b/c/x.md', 'b/d/x.md'], ['b/x.md', 'c/x.md']],
    ['a,b.md', ['a,b.md'], ['a', 'b.md']],
    ['docs/a (1)+$^|.md', ['docs/a (1)+$^|.md'], ['docs/a 1.md']],
    ['类目/服务*.md', ['类目/服务类目.md'], ['类目/x.md']],
  ])('%s', (glob, yes, no) => {
    expect([...yes, ...no].filter((path) => matches(glob, path))).toEqual(yes)
  })

  test.each(['docs/{a', 'docs/[z-a].md'])('%s is none', (glob) => {
    expect(() => compileFiles([glob], compileLinear)).toThrow()
  })
})

const samples = [
  'a',
  'b',
  'a.md',
  'ab',
  'a/b',
  'a/b/c',
  'b/a',
  'b/a/a.md',
  'x/a/b/c.md',
  '.a',
  'a b',
  '#a',
  '!a',
  'a*',
  '[a]',
]

describe('ignore', () => {
  test.each([
    [['a']],
    [['/a']],
    [['a/']],
    [['a/b']],
    [['a/*']],
    [['*.md', '!a.md']],
    [['a/', '!a/b']],
    [['**/b']],
    [['a/**']],
    [['a/**/c']],
    [['\\#a', '\\!a', '# b', '', '   ']],
    [['a\\ b', 'b   ']],
    [['a\\*', '\\[a\\]']],
    [['[!b]']],
    [['{a,b}']],
    [['*', '!*/', '!*.md']],
  ])('%j leaves out what git leaves out', (lines) => {
    const files = Object.fromEntries(samples.map((path) => [path.includes('/') ? path : `top/${path}`, '']))
    const root = workspace({'.gitignore': lines.join('\n'), 'place/': '', ...onlyFiles(files)})
    execFileSync('git', ['init', '--quiet'], {cwd: root})
    const paths = Object.keys(onlyFiles(files))
    expect(paths.filter((path) => leftOut(lines, root)(path))).toEqual(gitIgnored(root, paths))
  })

  test('agrees with the library for .gitignore on random lines and paths', () => {
    const name = fc.stringMatching(/^[ab.]{1,3}$/).filter((text) => !/^\.+$/.test(text))
    const path = fc.array(name, {minLength: 1, maxLength: 4}).map((names) => names.join('/'))
    const piece = fc.oneof(name, fc.constantFrom('*', '**', 'a*', '*b', '?', '[ab]', '[!a]', '*.b'))
    const line = fc
      .tuple(
        fc.constantFrom('', '!'),
        fc.constantFrom('', '/'),
        fc.array(piece, {minLength: 1, maxLength: 3}),
        fc.constantFrom('', '/'),
      )
      .map(([negation, start, pieces, end]) => negation + start + pieces.join('/') + end)
    fc.assert(
      fc.property(fc.array(line, {minLength: 1, maxLength: 4}), path, (lines, each) => {
        expect(leftOut(lines, '/r')(each)).toBe(
          ignore({ignorecase: false})
            .add([...lines])
            .ignores(each),
        )
      }),
      {numRuns: 3000},
    )
  })

  test('counts from the directory of its configuration, and the last line decides', () => {
    const paths = new IgnoredPaths([
      ...compileIgnore(['*.md'], '/r', compileLinear),
      ...compileIgnore(['!/a.md', 'b/'], '/r/docs', compileLinear),
    ])
    const out = (path: string) => paths.ignores(path, 'file')
    expect(['/r/a.md', '/r/docs/x/a.md', '/r/docs/b/x', '/r/docs/b/a.md'].filter(out)).toHaveLength(4)
    expect(['/r/docs/a.md', '/r/b/x', '/s/a.md', '/r'].filter(out)).toEqual([])
    expect(paths.ignores('/r/docs/b', 'directory')).toBe(true)
    expect(paths.ignores('/r/docs/b', 'file')).toBe(false)
  })
})

describe('a hostile pattern takes linear time', () => {
  const paths = ['a'.repeat(255), `${'a/'.repeat(2000)}a`, `${'a'.repeat(200)}/`.repeat(20) + 'a'.repeat(50)]
  test.each([
    '**/*a*a*a*a*a*a*a*a*a*a*b',
    '**/a/**/a/**/a/**/a/**/b',
    `${'{a,aa}'.repeat(60)}b`,
    `${'{*,**}'.repeat(60)}b`,
    `${'*'.repeat(490)}b`,
    `${'[ab]*'.repeat(90)}c`,
    `${'{'.repeat(200)}b${'}'.repeat(200)}`,
  ])('%s', (glob) => {
    const start = performance.now()
    for (const path of paths) {
      expect(matches(glob, path)).toBe(false)
      expect(leftOut([glob], '/r')(path)).toBe(false)
    }
    expect(performance.now() - start).toBeLessThan(3000)
  })

  test('as does a regular expression for values', () => {
    const start = performance.now()
    expect(compileLinear('^(?:(x+x+)+y|(a|a)*b|(.*)*c)$').test('x'.repeat(50_000))).toBe(false)
    expect(performance.now() - start).toBeLessThan(3000)
  })
})

describe('a regular expression', () => {
  test.each([
    ['^\\d{3}-?\\d+$', '123-4', '12-4'],
    ['^[\\u4e00-\\u9fff]+$', '类目', 'x'],
    ['^\\p{Script=Han}+$', '类目', 'x'],
    ['^\\P{sc=Han}+$', 'x', '类'],
    ['^\\\\p\\{Script=Han\\}$', '\\p{Script=Han}', '类'],
    ['^.$', '😀', '😀😀'],
    ['(?<year>\\d{4})', '在2026年', '26'],
    ['^$', '', '\n'],
  ])('%s', (source, yes, no) => {
    expect(compileLinear(source).test(yes)).toBe(true)
    expect(compileLinear(source).test(no)).toBe(false)
  })

  test.each(['(?=a)b', '(a)\\1', '(', 'a{5000}', '(a{100}){100}', '('.repeat(5000), '\\p{Script=Nothing}'])(
    '%s is refused',
    (source) => {
      expect(() => compileLinear(source)).toThrow()
    },
  )

  test.each(['a{900}'.repeat(20), 'a'.repeat(2001)])('that is too large is refused', (source) => {
    expect(() => compileLinear(source)).toThrow(/too many repetitions|longer than/)
  })
})

function leftOut(lines: readonly string[], root: string): (path: string) => boolean {
  const ignored = new IgnoredPaths(compileIgnore(lines, root, compileLinear))
  return (path) => ignored.ignores(join(root, path), 'file')
}

/** What can be a file beside the others: `a` cannot where `a/b` is. */
function onlyFiles(files: Readonly<Record<string, string>>): Record<string, string> {
  const paths = Object.keys(files)
  return Object.fromEntries(
    paths.filter((path) => !paths.some((other) => other.startsWith(`${path}/`))).map((path) => [path, '']),
  )
}

function gitIgnored(root: string, paths: readonly string[]): readonly string[] {
  const input = paths.join('\0')
  try {
    const output = execFileSync('git', ['check-ignore', '--no-index', '-z', '--stdin'], {
      cwd: root,
      input,
      encoding: 'utf8',
    })
    return output.split('\0').slice(0, -1)
  } catch {
    // Nothing is ignored.
    return []
  }
}
