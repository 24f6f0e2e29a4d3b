import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {readDefinitions, writeDefinitions} from '../../src/cache/definitions.ts'
import {type Entry, readEntry as readBytes, writeEntry} from '../../src/cache/entry.ts'
import {packFindings} from '../../src/cache/packed-findings.ts'
import type {Finding} from '../../src/finding.ts'
import {readText} from '../../src/lint-text.ts'
import {createRandom} from '../harness/random.ts'
import {plain, pretty} from '../report/build.ts'

const path = 'docs/a.md'

function entryOf(source: string): Entry {
  const read = readText(source, {path})
  const findings = read.lint()
  const fingerprints = read.fingerprint(findings, path)
  return {needsDefinitions: true, hasTargets: false, definitions: 'd', defined: 'e', findings, fingerprints}
}

const readEntry = (line: string, text: string) => readBytes(Buffer.from(line), text)

const source = readFileSync('fixtures/documents/service-categories.md', 'utf8')
const entry = entryOf(source)
const line = writeEntry(entry)

describe('an entry', () => {
  it.each(['service-categories', 'stale-reference', 'inline', 'crlf-bom', 'bracket-faults'])(
    'comes back as it was put down, of %s',
    (name) => {
      const text = readFileSync(`fixtures/documents/${name}.md`, 'utf8')
      expect(readEntry(writeEntry(entryOf(text)), text)).toStrictEqual(entryOf(text))
    },
  )

  it('keeps every part of a finding, halves of characters too', () => {
    const place = {start: {line: 1, column: 1, offset: 0}, end: {line: 1, column: 2, offset: 1}}
    const full: Finding = {
      ...place,
      ...{
        rule: 'a-rule',
        messageId: 'one',
        level: 'info',
        message: '',
        help: '\uD842',
        folded: '{count}\t\n',
      },
      ...{category: '金融业', key: '𠮷', column: '资质', table: 3, fingerprint: 'f-2'},
      related: [{...place, path: 'b.md', message: 'first'}],
      fix: {safe: false, edits: [{start: 0, end: 1, text: ''}]},
    }
    const kept = {...entry, findings: [full], fingerprints: []}
    expect(readEntry(writeEntry(kept), 'a')).toStrictEqual(kept)
  })

  it('gives findings that pack to the bytes that they came from', () => {
    const bytes = Buffer.from(line)
    const {findings = []} = readBytes(bytes, source) ?? {}
    expect(findings.length).toBeGreaterThan(0)
    const kept = packFindings(findings)
    expect(kept.toString()).toBe(line.slice(line.indexOf('\t') + 1))
    expect(kept.buffer).toBe(bytes.buffer)
    expect(kept).toStrictEqual(packFindings([...findings]))
  })

  it('takes less than a third of what its JSON would', () => {
    expect(line.length).toBeLessThan(JSON.stringify(entry).length / 3)
  })

  const [head = '', packed = ''] = line.split('\t')
  const odd = ['', '{}', 'null', '[]', '[[],[]]', '[[1],[1,0]]', '['.repeat(99_999)]

  it.each([...odd, '[["a"],[1,1,1,1,9007199254740991]]'])('is none if it says %.20s', (text) => {
    expect(readEntry(text, source)).toBeUndefined()
    expect(readEntry(`${text}\t${packed}`, source)).toBeUndefined()
  })

  it.each([...odd, '[["a"],[9007199254740991,1]]'])('is none if its findings are %.20s', (text) =>
    expect(readEntry(`${head}\t${text}`, source)).toBeUndefined(),
  )

  it('points to no place beyond the document', () => {
    expect(readEntry(line, source.slice(0, 100))).toBeUndefined()
  })

  it('that was forged is none, or can be reported', () => {
    const random = createRandom(7)
    let readable = 0
    for (let run = 0; run < 400; run++) {
      // The findings are by far the longer part.
      const part = run % 8 === 0 ? head : packed
      const [texts, numbers] = JSON.parse(part) as [string[], number[]]
      const at = Math.floor(random() * numbers.length)
      const odd = [-1, 0.5, 1e300, null, '1', [], 0, 1, 2, 999_999, Math.floor(random() * 50)]
      const forged = numbers.with(at, odd[Math.floor(random() * odd.length)] as number)
      const read = readEntry(line.replace(part, JSON.stringify([texts, forged])), source)
      if (!read) continue
      readable++
      const file = {path, source, findings: read.findings}
      expect(pretty([file], plain)).toContain('docs/a.md')
      expect(pretty([file], {...plain, all: true})).toContain('docs/a.md')
    }
    expect(readable).toBeGreaterThan(20)
  })
})

describe('what a document defines', () => {
  it.each(['service-categories', 'three-levels', 'stale-reference', 'mixed'])('comes back, of %s', (name) => {
    const defined = readText(readFileSync(`fixtures/documents/${name}.md`, 'utf8'), {path}).define()
    expect(defined.columns.length).toBeGreaterThan(0)
    expect(readDefinitions(writeDefinitions(defined), path)).toStrictEqual(defined)
  })

  it('is nothing if it says something else', () => {
    expect(readDefinitions(line, path)).toBeUndefined()
    expect(readDefinitions('[[],[1]]', path)).toBeUndefined()
  })
})
