import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {readDefinitions, writeDefinitions} from '../../src/cache/definitions.ts'
import {type Entry, readEntry, writeEntry} from '../../src/cache/entry.ts'
import {packFindings} from '../../src/cache/packed-findings.ts'
import {ShownText, writeShown} from '../../src/cache/shown-lines.ts'
import type {Finding} from '../../src/finding.ts'
import {readText} from '../../src/lint-text.ts'
import {linesShown} from '../../src/report/lines-shown.ts'
import {SourceText} from '../../src/report/source-text.ts'
import {createRandom, type Random} from '../harness/random.ts'
import {plain, pretty} from '../report/build.ts'

const path = 'docs/a.md'

function entryOf(source: string): Entry & {readonly found: readonly Finding[]} {
  const read = readText(source, {path})
  const found = read.lint()
  const fingerprints = read.fingerprint(found, path)
  const findings = packFindings(found, () => writeShown(source, linesShown(found, path, 'folded')))
  return {
    needsDefinitions: true,
    hasTargets: false,
    definitions: 'd',
    defined: 'e',
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
    const findings = packFindings([full], () => Buffer.from('0'))
    const kept = readEntry(writeEntry({...entry, findings, fingerprints: []}))
    expect(kept && [...kept.findings]).toStrictEqual([full])
    expect(findings.bytes.toString()).not.toMatch(/[\t\n]/)
  })

  it('gives findings that pack to the bytes that they came from', () => {
    const read = readEntry(fields)
    if (!read) throw new Error('no entry')
    const {findings} = read
    expect(findings).toHaveLength(found.length)
    expect(packFindings(findings, () => Buffer.alloc(0)).bytes).toBe(fields.findings)
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

  it.each([...odd, '9007199254740991,1\u001Fa'])('has no findings if they are %.20j', (text) => {
    expect([...(readEntry({...fields, findings: Buffer.from(text)})?.findings ?? [])]).toEqual([])
  })

  it.each([
    ['lacks its last text', (text: string) => text.slice(0, text.lastIndexOf('\u001F'))],
    ['separates numbers otherwise', (text: string) => text.replace(',', ';')],
    ['lacks a number', (text: string) => text.replace(/,\d+(?![\d,])/, '')],
  ])('is none if its head %s, and has no more findings than before if they do', (_, change) => {
    const [head, findings] = [fields.head, fields.findings].map((part) => Buffer.from(change(String(part))))
    expect(head && readEntry({...fields, head})).toBeUndefined()
    const left = findings && [...(readEntry({...fields, findings})?.findings ?? [])]
    expect(left).toStrictEqual(found.slice(0, left?.length))
    expect(left?.length).toBeLessThan(found.length)
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
      expect(pretty([file], plain)).toContain(' file')
      expect(pretty([file], {...plain, all: true})).toContain(' file')
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

describe('the lines that reports show', () => {
  const at = (line: number) => ({line, column: 1, offset: line})
  const related = [{...place, path: 'a.md', message: '', start: at(3)}]
  const mine: Finding = {...full, start: at(7), related}
  const safe = {...full, level: 'error', start: at(2), related} as const
  const warning = {...full, level: 'warning', start: at(9)} as const

  it('are those of all findings and of what they refer to in their document', () => {
    expect(linesShown([safe, full, mine, warning], 'a.md', 'all')).toEqual([2, 3, 1, 7, 9])
  })

  it('are those of the findings that stand for others where they are folded', () => {
    const folded = linesShown([full, mine, safe, safe, warning], 'a.md', 'folded')
    expect(folded).toEqual([1, 2, 3, 9])
  })

  it('are none where no report shows any', () => {
    expect(linesShown([safe], 'a.md', 'none')).toEqual([])
  })

  it('come back, and nothing is in the others', () => {
    const text = new ShownText(writeShown('\uFEFFa\r\nb\\0009\tc\u001F\nd', [3, 2, 9]))
    expect([1, 2, 3, 4].map((line) => text.textOf(line))).toEqual(['', 'b\\0009\tc\u001F', 'd', ''])
    expect([text.isMarked, new ShownText(writeShown('a', [])).isMarked]).toEqual([true, false])
  })

  it('are those of a report: what it shows of them is what it shows of the whole text', () => {
    for (const [all, shown] of [
      [false, 'folded'],
      [true, 'all'],
    ] as const) {
      const text = new ShownText(writeShown(source, linesShown(found, path, shown)))
      const whole = {path, text: new SourceText(source), findings: found}
      expect(pretty([{...whole, text}], {...plain, all})).toBe(pretty([whole], {...plain, all}))
    }
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
