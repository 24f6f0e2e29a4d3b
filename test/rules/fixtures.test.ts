import {describe, expect, it} from 'vitest'
import {rules} from '../../rules/index.ts'
import {type Edit, type Finding, type Language, lintText, readDataset} from '../../src/index.ts'
import {LineIndex} from '../../src/text/lines.ts'
import {nameKey} from '../../src/text/normalize.ts'
import {applyFixes, editsOf} from './apply.ts'
import {type Fixture, findingLines, fixtures} from './fixture.ts'

const all = fixtures()
const ids = rules.map(({id}) => id).sort()

describe('the fixtures', () => {
  it('are about every rule and nothing else', () => {
    expect([...new Set(all.map(({rule}) => rule))].sort()).toEqual(ids)
  })

  it.each(rules)('have every message of $id, and something it is silent about', ({id, messages}) => {
    const own = all.filter(({rule}) => rule === id)
    const stated = own.flatMap(({findings}) =>
      findings.map((line) => line.split(': ')[0]?.split(' ').slice(2) ?? []),
    )
    const shown = new Set(stated.filter(([rule]) => rule === id).map(([, message]) => message))
    expect([...shown].sort()).toEqual(Object.keys(messages).sort())
    expect(own.some(({findings}) => !findings.some((line) => line.split(' ')[2] === id))).toBe(true)
  })
})

const endings = [
  ['line feeds', '\n'],
  ['carriage returns and line feeds', '\r\n'],
  ['carriage returns', '\r'],
] as const

describe.each(all)('$rule/$name', (fixture) => {
  const {source, findings} = fixture

  it.each(endings)('has the findings that it states, with %s', (_, ending) => {
    const found = lint(fixture, source.replaceAll('\n', ending))
    expect(findingLines(found, findings)).toEqual(findings)
  })

  it('has them one to the right on the first line after a byte order mark', () => {
    const plain = lint(fixture, source)
    const marked = lint(fixture, `\uFEFF${source}`)
    expect(marked.map(placeOf)).toEqual(plain.map(placeOf).map(shift))
  })

  it('has them in Chinese too, and says them in full', () => {
    const english = lint(fixture, source)
    const chinese = lint(fixture, source, 'zh')
    expect(findingLines(chinese, [])).toEqual(findingLines(english, []))
    for (const {message, help = ''} of [...english, ...chinese]) {
      for (const [placeholder] of `${message}\n${help}`.matchAll(/\{\w+(?:\|[^{}]*)?\}|undefined|\bNaN\b/g)) {
        expect(source).toContain(placeholder)
      }
    }
  })

  it.each(endings)('becomes what it states by the fixes of its rule, with %s', (_, ending) => {
    const text = source.replaceAll('\n', ending)
    const own = lint(fixture, text).filter(({rule}) => rule === fixture.rule)
    const mended = (isSafe: boolean) =>
      applyFixes(
        text,
        own.filter(({fix}) => fix?.safe === isSafe),
      )
    expect(mended(true)).toBe(fixture.fixed.replaceAll('\n', ending))
    expect(mended(false)).toBe(fixture.suggested.replaceAll('\n', ending))
  })

  it.each(endings)('is mended once and for all by the safe fixes of each rule, with %s', (_, ending) => {
    const text = source.replaceAll('\n', ending)
    const mendable = lint(fixture, text).filter(({fix}) => fix?.safe)
    for (const id of new Set(mendable.map(({rule}) => rule))) {
      checkFixes(
        fixture,
        text,
        mendable.filter(({rule}) => rule === id),
        id,
      )
    }
  })
})

function lint(
  {rule, name, settings, tables, ignored}: Fixture,
  text: string,
  language: Language = 'en',
): readonly Finding[] {
  const {findings} = lintText(text, {path: `${rule}/${name}.md`, language, rules: settings, tables})
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

function checkFixes(fixture: Fixture, text: string, mendable: readonly Finding[], id: string): void {
  const fixed = applyFixes(text, mendable)
  // With nothing left to mend, a second run changes nothing.
  expect(lint(fixture, fixed).filter(({rule, fix}) => rule === id && fix?.safe)).toEqual([])
  expect(keysIn(fixed)).toEqual(keysIn(text))
  expectLeftAlone(text, fixed, mendable)
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
  const touched = new Set(editsOf(text, findings).flatMap((edit) => linesOf(edit, index)))
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
