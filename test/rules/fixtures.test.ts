import {describe, expect, it} from 'vitest'
import {rules} from '../../rules/index.ts'
import {type Edit, type Finding, type Language, lintText, readDataset} from '../../src/index.ts'
import {LineIndex} from '../../src/text/lines.ts'
import {nameKey} from '../../src/text/normalize.ts'
import {applySafeFixes, safeEdits} from './apply.ts'
import {type Fixture, findingLine, fixtures} from './fixture.ts'

const all = fixtures()
const ids = rules.map(({id}) => id).sort()

describe('the fixtures', () => {
  it('are about every rule and nothing else', () => {
    expect([...new Set(all.map(({rule}) => rule))].sort()).toEqual(ids)
  })

  it.each(rules)('have every message of $id, and something it is silent about', ({id, messages}) => {
    const own = all.filter(({rule}) => rule === id)
    const stated = own.flatMap(({findings}) => findings.map((line) => line.split(' ').slice(2)))
    const shown = new Set(stated.filter(([rule]) => rule === id).map(([, message]) => message))
    expect([...shown].sort()).toEqual(Object.keys(messages).sort())
    expect(own.some(({findings}) => !findings.some((line) => line.split(' ')[2] === id))).toBe(true)
  })
})

describe.each(all)('$rule/$name', (fixture) => {
  const {source, findings} = fixture

  it.each([
    ['line feeds', source],
    ['carriage returns and line feeds', source.replaceAll('\n', '\r\n')],
    ['carriage returns', source.replaceAll('\n', '\r')],
  ])('has the findings that it states, with %s', (_, text) => {
    expect(lint(fixture, text).map(findingLine)).toEqual(findings)
  })

  it('has them one to the right on the first line after a byte order mark', () => {
    const plain = lint(fixture, source)
    const marked = lint(fixture, `\uFEFF${source}`)
    expect(marked.map(placeOf)).toEqual(plain.map(placeOf).map(shift))
  })

  it('has them in Chinese too, and says them in full', () => {
    const chinese = lint(fixture, source, 'zh')
    expect(chinese.map(findingLine)).toEqual(findings)
    for (const {message, help = ''} of [...lint(fixture, source), ...chinese]) {
      for (const [placeholder] of `${message}\n${help}`.matchAll(/\{\w+(?:\|[^{}]*)?\}|undefined|\bNaN\b/g)) {
        expect(source).toContain(placeholder)
      }
    }
  })

  it.each([
    ['line feeds', source],
    ['carriage returns and line feeds', source.replaceAll('\n', '\r\n')],
  ])('is mended by the safe fixes of each rule and otherwise left alone, with %s', (_, text) => {
    for (const id of ids) checkFixes(fixture, text, id)
  })
})

function lint(
  {rule, name, settings, ignored}: Fixture,
  text: string,
  language: Language = 'en',
): readonly Finding[] {
  const {findings} = lintText(text, {path: `${rule}/${name}.md`, language, rules: settings})
  return findings.filter((finding) => !ignored.has(finding.rule))
}

function placeOf(finding: Finding) {
  const {start, end, fix, related = []} = finding
  const edits = fix?.edits.map((edit) => [edit.start, edit.end]) ?? []
  return {points: [start, end, ...related.flatMap((place) => [place.start, place.end])], edits}
}

function shift({points, edits}: ReturnType<typeof placeOf>): ReturnType<typeof placeOf> {
  return {
    points: points.map(({line, column, offset}) => ({
      line,
      column: line === 1 ? column + 1 : column,
      offset: offset + 1,
    })),
    edits: edits.map((edit) => edit.map((offset) => offset + 1)),
  }
}

function checkFixes(fixture: Fixture, text: string, id: string): void {
  const own = (source: string) => lint(fixture, source).filter(({rule}) => rule === id)
  const before = own(text)
  const fixed = applySafeFixes(text, before)
  expect(own(fixed).filter(({fix}) => fix?.safe)).toEqual([])
  expect(applySafeFixes(fixed, own(fixed))).toBe(fixed)
  expect(keysIn(fixed)).toEqual(keysIn(text))
  expectLeftAlone(text, fixed, before)
}

/** What is named in a document, however it is written. */
function keysIn(text: string): ReadonlySet<string> {
  const {categories} = readDataset(text)
  return new Set(
    categories.flatMap(({name, subcategories}) =>
      subcategories.map((subcategory) => `${nameKey(name ?? '')} › ${nameKey(subcategory.name)}`),
    ),
  )
}

/** The lines that no edit touches must all be there, with their endings, in their order. */
function expectLeftAlone(text: string, fixed: string, findings: readonly Finding[]): void {
  const index = new LineIndex(text)
  const touched = new Set(safeEdits(findings).flatMap((edit) => linesOf(edit, index)))
  const rest = wholeLines(fixed)
  for (const line of wholeLines(text).filter((_, at) => !touched.has(at + 1))) {
    const at = rest.indexOf(line)
    expect(at).not.toBe(-1)
    rest.splice(0, at + 1)
  }
}

function wholeLines(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n?|\n|$)/g) ?? []
}

function linesOf({start, end}: Edit, index: LineIndex): readonly number[] {
  const first = index.lineAt(start)
  const last = index.lineAt(Math.max(start, end - 1))
  return Array.from({length: last - first + 1}, (_, offset) => first + offset)
}
