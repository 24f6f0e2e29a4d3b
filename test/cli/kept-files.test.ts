import {readFileSync} from 'node:fs'
import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {expect, test} from 'vitest'
import {KeptFiles} from '../../src/cli/lint/kept-files.ts'
import type {LintedFile} from '../../src/cli/lint/linting.ts'
import type {Findings} from '../../src/finding.ts'
import {lintText} from '../../src/lint-text.ts'
import type {Shown} from '../../src/report/lines-shown.ts'
import {hasFindings, keepWanted, summarize} from '../../src/report/summary.ts'
import type {ReportedFile} from '../../src/report/types.ts'
import {fileOf, findingAt, plain, pretty, span} from '../report/build.ts'

function linted(source: string, findings: Findings): LintedFile {
  return {path: 'a.md', source, findings}
}

/** As many lines as the text has, as reports show them. */
function linesOf({text}: Pick<ReportedFile, 'text'>): readonly string[] {
  return [1, 2, 3, 4, 5].map((line) => text.textOf(line))
}

/** What becomes of a file when so much was found before that files are packed. */
async function packed(file: LintedFile, shown: Shown = 'folded'): Promise<ReportedFile> {
  const kept = new KeptFiles(shown)
  const long = 'x'.repeat(1024 * 1024)
  const first = linted(long, [findingAt(long, 'x')])
  expect((await kept.keep(first)).findings).toBe(first.findings)
  return await kept.keep(file)
}

const source = '\uFEFF# one\r\nsecond line\r\nthird line\r\nfourth line\r\nfifth\r\n'

const finding = findingAt(source, 'second', {
  help: 'do it',
  related: [{path: 'a.md', ...span(source, source.indexOf('fourth'), 6), message: 'here'}],
  fix: {safe: true, edits: [{start: 8, end: 9, text: ''}]},
})

test('a file without findings is kept without its text, but for a byte order mark', async () => {
  const kept = new KeptFiles('folded')
  const {text, ...rest} = await kept.keep({...linted(source, []), fixed: 2})
  expect([text.isMarked, text.textOf(1)]).toEqual([true, '\uFEFF'])
  const counts = {errors: 0, warnings: 0, infos: 0, fixable: 0}
  expect(rest).toEqual({path: 'a.md', findings: [], counts, fixed: 2})
  expect((await kept.keep(linted('# two\n', []))).text.isMarked).toBe(false)
})

test('a packed file has its findings, and of its text the lines that they show', async () => {
  const file = await packed({...linted(source, [finding]), fixed: 3})
  expect(linesOf(file)).toEqual(['', 'second line', '', 'fourth line', ''])
  expect(file.text.isMarked).toBe(true)
  const counts = {errors: 1, warnings: 0, infos: 0, fixable: 1}
  const {path, findings, fixed} = file
  expect({path, counts: file.counts, findings, fixed}).toEqual({
    path: 'a.md',
    counts,
    findings: [finding],
    fixed: 3,
  })
})

test('nor is any text kept where no report shows lines', async () => {
  const file = await packed(linted(source, [finding]), 'none')
  expect([file.text.isMarked, ...linesOf(file)]).toEqual([true, '', '', '', '', ''])
})

test('what a packed file says is counted without unpacking it', async () => {
  const info = findingAt(source, 'third', {level: 'info'})
  const file = await packed(linted(source, [finding, info]))
  const sealed = Object.defineProperty(file, 'findings', {
    get: () => {
      throw new Error('unpacked')
    },
  })
  expect(hasFindings(sealed)).toBe(true)
  expect(summarize([sealed])).toEqual({files: 1, errors: 1, warnings: 0, infos: 1, fixable: 1})
})

test('where only errors are wanted, only they are counted', async () => {
  const info = findingAt(source, 'third', {level: 'info', fix: {safe: true, edits: []}})
  const [file] = keepWanted([await packed(linted(source, [finding, info, info]))], true)
  expect(summarize(file ? [file] : [])).toEqual({files: 1, errors: 1, warnings: 0, infos: 0, fixable: 1})
  expect(file && linesOf(file)).toEqual(['', 'second line', 'third line', 'fourth line', ''])
})

test('what a baseline knows is packed too, and what is left out for other reasons is kept', async () => {
  const found = [{fingerprint: 'f', rule: 'a-rule', place: ''}]
  const left = {baseline: {known: [finding], found}, unchanged: [finding]}
  const {baseline, unchanged, findings} = await packed({...linted(source, []), ...left})
  expect({known: baseline?.known, found: baseline?.found, unchanged, findings}).toEqual({
    known: [finding],
    found: [],
    unchanged: [finding],
    findings: [],
  })
})

test.each([true, false])('the report is the same, all findings shown: %s', async (all) => {
  const text = readFileSync('fixtures/documents/service-categories.md', 'utf8')
  const {path, findings} = lintText(text, {path: 'a.md'})
  const report = pretty([fileOf(text, findings, path)], {...plain, all})
  expect(report.length).toBeGreaterThan(1000)
  expect(
    pretty([await packed({path, findings, source: text}, all ? 'all' : 'folded')], {...plain, all}),
  ).toBe(report)
})

test('a packed file keeps no finding alive', async () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const [file, finding] = await packedFresh()
  // What was looked at in this turn of the loop is kept to its end.
  await new Promise((resolve) => setImmediate(resolve))
  collect()
  expect(finding.deref()).toBeUndefined()
  expect(file.findings).toHaveLength(1)
})

async function packedFresh(): Promise<readonly [ReportedFile, WeakRef<object>]> {
  const one = findingAt(source, 'third')
  return [await packed(linted(source, [one])), new WeakRef(one)]
}
