import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {readDefinitions, writeDefinitions} from '../../src/cache/definitions.ts'
import {type Entry, readEntry, writeEntry} from '../../src/cache/entry.ts'
import {outlineOf} from '../../src/cache/outline.ts'
import {packFindings} from '../../src/cache/packed-findings.ts'
import {ShownText} from '../../src/cache/shown-lines.ts'
import type {Finding} from '../../src/finding.ts'
import {readText} from '../../src/lint-text.ts'
import {createRandom, type Random} from '../harness/random.ts'
import {plain, pretty} from '../report/build.ts'

const path = 'docs/a.md'

function entryOf(source: string): Entry & {readonly found: readonly Finding[]} {
  const read = readText(source, {path})
  const found = read.lint()
  const fingerprints = read.fingerprint(found, path)
  const findings = packFindings(found, path, () => source)
  return {
    needsDefinitions: true,
    hasTargets: false,
    definitions: 'd',
    defined: 'e',
    length: source.length,
    fingerprints,
    findings,
    found,
  }
}

const source = readFileSync('fixtures/documents/service-categories.md', 'utf8')
const {found, ...entry} = entryOf(source)
const fields = writeEntry(entry)

const place = {start: {line: 1, column: 1, offset: 0}, end: {line: 1, column: 2, offset: 1}}

const full: Finding = {
  ...place,
  ...{rule: 'a-rule', messageId: 'one', level: 'info', message: '', help: '\uD842', folded: '{count}\t\n'},
  ...{category: '金融业', key: '𠮷\u001F', column: '\\u0009 \\0009', table: 3, fingerprint: 'f-2'},
  related: [{...place, path: 'b.md', message: 'first'}],
  fix: {safe: false, edits: [{start: 0, end: 1, text: ''}]},
}

describe('an entry', () => {
  it.each(['service-categories', 'stale-reference', 'inline', 'crlf-bom', 'bracket-faults'])(
    'comes back as it was put down, of %s',
    (name) => {
      const text = readFileSync(`fixtures/documents/${name}.md`, 'utf8')
      const {found, ...entry} = entryOf(text)
      expect(partsOf(readEntry(writeEntry(entry)))).toStrictEqual(partsOf(entry))
      expect([...(readEntry(writeEntry(entry))?.findings ?? [])]).toStrictEqual(found)
    },
  )

  it('keeps every part of a finding, halves of characters and what ends a text too', () => {
    const findings = packFindings([full], 'a.md', () => 'a')
    const kept = readEntry(writeEntry({...entry, length: 1, findings, fingerprints: []}))
    expect(kept && [...kept.findings]).toStrictEqual([full])
    expect(findings.bytes.toString()).not.toMatch(/[\t\n]/)
  })

  it('gives findings that pack to the bytes that they came from', () => {
    const read = readEntry(fields)
    if (!read) throw new Error('no entry')
    const {findings} = read
    expect(findings).toHaveLength(found.length)
    expect(packFindings(findings, path, () => '').bytes).toBe(fields.findings)
    expect([...findings]).toStrictEqual(found)
  })

  it('takes less than a third of what its JSON would', () => {
    const size = fields.head.length + fields.shown.length + fields.findings.length
    expect(size).toBeLessThan(Buffer.byteLength(JSON.stringify({...entry, findings: found})) / 3)
  })

  const odd = [
    '',
    '[]',
    '1,',
    ',1',
    '-1',
    '1.5',
    '1e3',
    '0x1',
    'NaN',
    '\u001F',
    '1\u001F',
    '9007199254740993',
    '9'.repeat(400),
  ]

  it.each([...odd, '1,1,1,1'])('is none if its head is %.20j', (text) => {
    expect(readEntry({...fields, head: Buffer.from(text)})).toBeUndefined()
  })

  it.each([...odd, '9007199254740991,1\u001Fa'])('is none if its findings are %.20j', (text) => {
    expect(readEntry({...fields, findings: Buffer.from(text)})).toBeUndefined()
  })

  it.each([
    ['lacks its last text', (text: string) => text.slice(0, text.lastIndexOf('\u001F'))],
    ['separates numbers otherwise', (text: string) => text.replace(',', ';')],
    ['lacks a number', (text: string) => text.replace(/,\d+(?![\d,])/, '')],
  ])('is none if it %s', (_, change) => {
    for (const part of ['head', 'findings'] as const) {
      const changed = Buffer.from(change(fields[part].toString()))
      expect(readEntry({...fields, [part]: changed})).toBeUndefined()
    }
  })

  it('points to no place beyond the document', () => {
    expect(readEntry(writeEntry({...entry, length: 100}))).toBeUndefined()
  })

  it('has as many findings as it says', () => {
    const {counts} = entry.findings
    const findings = {...entry.findings, counts: {...counts, infos: counts.infos + 1}}
    expect(readEntry(writeEntry({...entry, findings}))).toBeUndefined()
  })

  it('that was forged is none, or can be reported', () => {
    const random = createRandom(7)
    let readable = 0
    for (let run = 0; run < 600; run++) {
      // The findings are by far the longest part.
      const part = run % 8 === 0 ? 'head' : run % 8 === 1 ? 'shown' : 'findings'
      const forged = {...fields, [part]: (run % 3 === 0 ? tear : changeNumber)(fields[part], random)}
      const read = readEntry(forged)
      if (!read) continue
      readable++
      const file = {path, text: new ShownText(forged.shown), findings: [...read.findings]}
      expect(pretty([file], plain)).toContain('docs/a.md')
      expect(pretty([file], {...plain, all: true})).toContain('docs/a.md')
    }
    expect(readable).toBeGreaterThan(20)
  })
})

/** An entry with the parts of its packed findings, whoever holds them. */
function partsOf(entry: Entry | undefined) {
  if (!entry) throw new Error('no entry')
  const {counts, bytes, shown} = entry.findings
  return {...entry, findings: {counts, bytes: String(bytes), shown: String(shown)}}
}

/** Puts another number in place of one. */
function changeNumber(bytes: Buffer, random: Random): Buffer {
  const [numbers = '', ...texts] = bytes.toString().split('\u001F')
  const list: unknown[] = numbers.split(',')
  const odd = [-1, 0.5, 1e300, '', '1 ', 0, 1, 2, 999_999, Math.floor(random() * 50)]
  list[Math.floor(random() * list.length)] = odd[Math.floor(random() * odd.length)]
  return Buffer.from([list.join(), ...texts].join('\u001F'))
}

/** Puts bytes that separate, escape or are no UTF-8 in place of one, or takes the end away. */
function tear(bytes: Buffer, random: Random): Buffer {
  const at = Math.floor(random() * bytes.length)
  const odd = [[], [0x1f], [0x5c], [0xff], [0x5c, 0x31], [0x2c]][Math.floor(random() * 6)] ?? []
  const rest = random() < 0.1 ? Buffer.alloc(0) : bytes.subarray(at + 1)
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(odd), rest])
}

describe('what is known of findings without unpacking them', () => {
  const at = (line: number) => ({line, column: 1, offset: line})
  const mine: Finding = {
    ...full,
    start: at(7),
    related: [{...place, path: 'a.md', message: '', start: at(3)}],
  }

  it('is how many there are, and which lines are shown', () => {
    const safe = {...full, level: 'error', start: at(2), fix: {safe: true, edits: []}} as const
    const {fix: _, ...unfixed} = {...full, level: 'warning', start: at(7)} as const
    expect(outlineOf([safe, full, mine, unfixed], 'a.md')).toEqual({
      counts: {errors: 1, warnings: 1, infos: 2, fixable: 1},
      lines: [2, 1, 7, 3],
    })
  })
})

describe('what a document defines', () => {
  it.each(['service-categories', 'three-levels', 'stale-reference', 'mixed'])('comes back, of %s', (name) => {
    const defined = readText(readFileSync(`fixtures/documents/${name}.md`, 'utf8'), {path}).define()
    expect(defined.columns.length).toBeGreaterThan(0)
    expect(readDefinitions(writeDefinitions(defined), path)).toStrictEqual(defined)
  })

  it('is nothing if it says something else', () => {
    expect(readDefinitions(fields.head, path)).toBeUndefined()
    expect(readDefinitions(Buffer.from('1'), path)).toBeUndefined()
  })
})
