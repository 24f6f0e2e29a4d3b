import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import fc from 'fast-check'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {chooseFixes} from '../../src/fix/choose.ts'
import {unifiedDiff} from '../../src/fix/diff/unified.ts'
import {fixText} from '../../src/index.ts'
import {applyEdits} from '../../src/text/apply-edits.ts'
import {toCr, toCrlf, withBom} from '../harness/transform.ts'
import {documents} from '../invariants/fixtures.ts'

interface Case {
  readonly path: string
  readonly source: string
  readonly output: string
  readonly diff: string
}

let root = ''
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'catalint-git-')))
})
afterEach(() => rmSync(root, {recursive: true, force: true}))

/** Applies all diffs at once, and says which files are not what they should be. */
function applyAll(cases: readonly Case[], cwd = root) {
  for (const {path, source} of cases) {
    mkdirSync(dirname(join(cwd, path)), {recursive: true})
    writeFileSync(join(cwd, path), source)
  }
  const input = cases.map(({diff}) => diff).join('')
  const {status, stderr} = spawnSync('git', ['apply', '--whitespace=nowarn', '-'], {
    cwd,
    input,
    encoding: 'utf8',
  })
  const wrong = cases.filter(({path, output}) => readFileSync(join(cwd, path), 'utf8') !== output)
  return {status, stderr, wrong: wrong.map(({path}) => path)}
}

const applied = {status: 0, stderr: '', wrong: []}

function fixed(path: string, source: string): Case {
  const {output, edits} = fixText(source, {suggestions: true})
  return {path, source, output, diff: diffOf(path, source, edits)}
}

function diffOf(path: string, source: string, edits: Parameters<typeof unifiedDiff>[2]): string {
  return [...unifiedDiff(path, source, edits)].map(({text}) => text).join('')
}

const flawed =
  '## 一级类目：甲\n\n| 二级类目 | 资质 |\n| --- | --- |\n| 乙 | 《营业执照 》 |\n| 丙 | 《丁证 》 |\n'

describe('git apply', () => {
  it('takes what fixing the fixtures changes', () => {
    const forms = [(text: string) => text, toCrlf, toCr, withBom, (text: string) => text.replace(/\s+$/, '')]
    const cases = documents
      .flatMap(({source}) => forms.map((form) => form(source)))
      .map((source, index) => fixed(`${index}.md`, source))
      .filter(({diff}) => diff !== '')
    expect(cases.length).toBeGreaterThan(100)
    expect(applyAll(cases)).toEqual(applied)
  })

  it('takes what any edits change', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', 'b', '\n', '\n', '\r\n', '\\', '-', '+', '@@ '),
      maxLength: 40,
    })
    const edits = fc.array(
      fc.record({at: fc.double({min: 0, max: 1, noNaN: true}), size: fc.nat(9), text: texts}),
    )
    const samples = fc.sample(fc.tuple(texts, edits), {numRuns: 400, seed: 7})
    const cases = samples.map(([source, raw], index): Case => {
      const fixes = raw.map(({at, size, text}) => {
        const start = Math.floor(at * source.length)
        return {safe: true, edits: [{start, end: Math.min(source.length, start + size), text}]}
      })
      const chosen = chooseFixes(fixes, source).edits
      const path = `${index}.md`
      return {path, source, output: applyEdits(source, chosen), diff: diffOf(path, source, chosen)}
    })
    // Git takes a file that loses all of its lines for one that is removed.
    const changed = cases.filter(({source, output, diff}) => source !== '' && output !== '' && diff !== '')
    expect(changed.length).toBeGreaterThan(200)
    expect(applyAll(changed)).toEqual(applied)
  })

  it.each([
    'two words.md',
    '类目/表格 一.md',
    '"quoted".md',
    'back\\slash.md',
    'tab\there.md',
    'line\nfeed.md',
    "it's.md",
  ])('takes the path %j', (path) => {
    expect(applyAll([fixed(path, flawed)])).toEqual(applied)
  })

  it('takes it in a directory of a repository, and as a path from there', () => {
    spawnSync('git', ['init', '-q', root])
    expect(applyAll([fixed('a.md', flawed), fixed('b/c d.md', toCrlf(flawed))], root)).toEqual(applied)
    const below = join(root, 'docs')
    mkdirSync(below)
    expect(applyAll([fixed('a.md', flawed), fixed('b/c d.md', toCrlf(flawed))], below)).toEqual(applied)
  })
})
