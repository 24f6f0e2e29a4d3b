import {describe, expect, it} from 'vitest'
import {toRunReport} from '../../src/report/run-report.ts'
import {escapeControls} from '../../src/text/escape.ts'
import {escapeXml} from '../../src/text/xml.ts'
import {catalint} from '../cli/catalint.ts'
import {documents} from '../invariants/fixtures.ts'
import {checkstyle, fileOf, findingAt, junit} from './build.ts'
import {hostileReport, hostileTexts} from './hostile-report.ts'
import {readXml} from './xml-reader.ts'

const source = 'a\n| 金融 |\n'
const findings = [
  findingAt(source, '金融', {help: 'do it'}),
  findingAt(source, 'a', {level: 'warning', message: 'a < b'}),
  findingAt(source, 'a', {level: 'info'}),
]
const report = toRunReport([fileOf(source, findings), fileOf(source, [], 'b.md')], false)

describe('junit', () => {
  it('has a suite for each file and a case for each finding, of which errors fail', () => {
    expect(junit(report, 'en')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="catalint" tests="4" failures="1" errors="0" skipped="2" time="0">
  <testsuite name="a.md" tests="3" failures="1" errors="0" skipped="2" time="0">
    <testcase name="a-rule 2:3" classname="a.md" time="0">
      <failure type="error" message="Unexpected x; do it">a.md:2:3: Unexpected x; do it</failure>
    </testcase>
    <testcase name="a-rule 1:1" classname="a.md" time="0">
      <skipped type="warning" message="a &#60; b">a.md:1:1: a &#60; b</skipped>
    </testcase>
    <testcase name="a-rule 1:1" classname="a.md" time="0">
      <skipped type="info" message="Unexpected x">a.md:1:1: Unexpected x</skipped>
    </testcase>
  </testsuite>
  <testsuite name="b.md" tests="1" failures="0" errors="0" skipped="0" time="0">
    <testcase name="catalint" classname="b.md" time="0"/>
  </testsuite>
</testsuites>
`)
  })

  it('is of its schema where there is nothing at all', () => {
    expect(readXml(junit({files: [], summary: report.summary}, 'en'), 'junit').children).toEqual([])
  })
})

describe('checkstyle', () => {
  it('has a file for each and an error for each finding', () => {
    expect(checkstyle(report, 'zh')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
  <file name="a.md">
    <error line="2" column="3" severity="error" message="Unexpected x；do it" source="catalint.a-rule"/>
    <error line="1" column="1" severity="warning" message="a &#60; b" source="catalint.a-rule"/>
    <error line="1" column="1" severity="info" message="Unexpected x" source="catalint.a-rule"/>
  </file>
  <file name="b.md"/>
</checkstyle>
`)
  })
})

/** A text with what XML cannot hold in the form in which a terminal shows it. */
function held(text: string): string {
  return [...text].map((one) => (canHold(one) ? one : escapeControls(one))).join('')
}

/** By the production of a character in the standard. */
function canHold(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  if (code === 9 || code === 10 || code === 13) return true
  return (code >= 0x20 && code < 0xd800) || (code >= 0xe000 && code < 0xfffe) || code > 0xffff
}

describe('no text of a document or a path leaves its place, and it comes back', () => {
  it('from junit', () => {
    const {children} = readXml(junit(hostileReport, 'en'), 'junit')
    expect(children.map(({attributes}) => attributes.name)).toEqual(hostileTexts.map(held))
    for (const [index, {children: cases}] of children.entries()) {
      const text = held(hostileTexts[index] ?? '')
      const [one] = cases
      expect(cases).toHaveLength(1)
      expect(one?.attributes).toMatchObject({name: `${text} 2:3`, classname: text})
      expect(one?.children.map(({attributes}) => attributes.message)).toEqual([`${text}; ${text}`])
      expect(one?.text.trim()).toBe(`${text}:2:3: ${text}; ${text}`.trim())
    }
  })

  it('from checkstyle', () => {
    const {children} = readXml(checkstyle(hostileReport, 'en'), 'checkstyle')
    expect(children.map(({attributes}) => attributes.name)).toEqual(hostileTexts.map(held))
    for (const [index, {children: errors}] of children.entries()) {
      const text = held(hostileTexts[index] ?? '')
      expect(errors.map(({attributes}) => [attributes.message, attributes.source])).toEqual([
        [`${text}; ${text}`, `catalint.${text}`],
      ])
    }
  })

  it('whatever character it is', () => {
    for (let code = 0; code < 0x11000; code++) {
      const character = String.fromCodePoint(code)
      if (!/[\p{C}\p{Z}\p{P}\p{S}\p{M}]/u.test(character)) continue
      const escaped = escapeXml(`a${character}b`)
      const read = escaped.replaceAll(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)))
      expect(read).toBe(`a${held(character)}b`)
      // Nothing a terminal would obey stands in it as it is.
      expect(escaped).toMatch(/^[^&<>"'\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$|^a&#\d+;(?:U\+[\dA-F]+&#62;)?b$/u)
    }
  })
})

it.each(['junit', 'checkstyle'] as const)(
  'all that real documents have is of the schema of %s',
  async (format) => {
    const some = documents.filter((_, index) => index % 5 === 0)
    const files = Object.fromEntries(some.map(({name, source}) => [name, source]))
    const {stdout} = await catalint(files, [`--format=${format}`, '--no-config'])
    const {children} = readXml(stdout, format)
    expect(children.map(({attributes}) => attributes.name)).toEqual(some.map(({name}) => name).sort())
    const failed = children.flatMap((file) =>
      file.children.filter(
        ({attributes, children: [outcome]}) => attributes.severity === 'error' || outcome?.name === 'failure',
      ),
    )
    const {summary} = JSON.parse((await catalint(files, ['--format=json', '--no-config'])).stdout) as {
      summary: {errors: number}
    }
    expect(failed.length).toBe(summary.errors)
  },
)

it('the reader refuses what is no XML, or of another schema', () => {
  const text = junit(report, 'en')
  expect(() => readXml(text.replace('&#60;', '<'), 'junit')).toThrow()
  expect(() => readXml(text.replace('failures="1"', ''), 'junit')).toThrow()
  expect(() => readXml(text, 'checkstyle')).toThrow()
})
