import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {causedByEdits} from '../../src/changes/caused-findings.ts'
import {LineChanges} from '../../src/changes/line-changes.ts'
import type {Edit, Finding} from '../../src/finding.ts'
import {fixRead} from '../../src/fix-text.ts'
import {lintText, readText} from '../../src/lint-text.ts'
import {applyEdits} from '../../src/text/apply-edits.ts'
import {LineIndex} from '../../src/text/lines.ts'
import {createRandom} from '../harness/random.ts'

const path = 'service-categories.md'
const options = {path, asOf: '2026-06-01'}
const catalogue = readFileSync(`fixtures/documents/${path}`, 'utf8')
const findingsBefore = lintText(catalogue, options).findings

const texts = Number(process.env.CHANGED_TEXTS ?? 25)

/** Edits of a few lines: added, edited, removed, moved, and headings renamed. */
function editedText(seed: number): string {
  const next = createRandom(seed)
  const lines = catalogue.split('\n')
  for (let count = 1 + Math.floor(next() * 4); count > 0; count--) {
    const at = Math.floor(next() * lines.length)
    const line = lines[at] ?? ''
    const kinds = [
      () => lines.splice(at, 1),
      () => lines.splice(at, 0, `| 新增${seed} | 《金融许可证 》、营业执照 |`),
      () => lines.splice(at, 1, line.replace('资质', '材料').replace('《', '<<')),
      () => lines.splice(at, 1, `${line.slice(0, -1)} |`),
      () => lines.splice(at, 0, '', '## 一级类目: 新增', ''),
      () => lines.splice(Math.floor(next() * lines.length), 0, ...lines.splice(at, 1)),
      () => lines.splice(at, 0, line),
    ]
    kinds[Math.floor(next() * kinds.length)]?.()
  }
  return lines.join('\n')
}

const seeds = Array.from({length: texts}, (_, index) => index + 1)

/** The lines that a finding speaks of. */
function linesOf(finding: Finding, text: string): readonly number[] {
  const lines = new LineIndex(text)
  return [finding, ...(finding.related ?? [])].flatMap(({start, end}) => {
    const last = lines.lineAt(Math.max(start.offset, end.offset - 1))
    return Array.from({length: last - start.line + 1}, (_, index) => start.line + index)
  })
}

/** What a finding is, on the line that it was on before. */
function kindOf({rule, messageId, start, end}: Finding, line: number | undefined): string {
  return [rule, messageId, line, start.column, start.line === end.line ? end.column : ''].join(' ')
}

function countOf(kinds: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

describe('of a catalogue that has been edited', () => {
  it.each(seeds)('%i, what the edits brought is reported and nothing else', (seed) => {
    const text = editedText(seed)
    const changes = new LineChanges(catalogue, text)
    const {findings} = lintText(text, options)
    const kept = new Set(causedByEdits(path, changes, () => findingsBefore)(findings))
    const isTouched = (finding: Finding) =>
      linesOf(finding, text).some((line) => changes.lineBefore(line) === undefined)
    expect(findings.filter((finding) => isTouched(finding) && !kept.has(finding))).toEqual([])
    const others = findings.filter((finding) => !isTouched(finding))
    const kindNow = (finding: Finding) => kindOf(finding, changes.lineBefore(finding.start.line))
    const old = countOf(findingsBefore.map((finding) => kindOf(finding, finding.start.line)))
    const left = countOf(others.filter((finding) => !kept.has(finding)).map(kindNow))
    for (const [kind, now] of countOf(others.map(kindNow))) {
      expect([kind, left.get(kind) ?? 0]).toEqual([kind, Math.min(now, old.get(kind) ?? 0)])
    }
  })

  it.each(seeds)('%i, fixes write where the edits brought something, and nowhere else', (seed) => {
    const text = editedText(seed)
    const changes = new LineChanges(catalogue, text)
    const keep = causedByEdits(path, changes, () => findingsBefore)
    const wanted: Finding[] = []
    const noting = (findings: readonly Finding[], edits: readonly Edit[]) => {
      const kept = keep(findings, edits)
      if (edits.length === 0) wanted.push(...kept)
      return kept
    }
    const result = fixRead(readText(text, options), {...options, suggestions: true}, noting)
    expect(applyEdits(text, result.edits)).toBe(result.output)
    // A later pass may go on where an earlier one has begun, and on the lines that were edited.
    const fixed = wanted.flatMap(({fix}) => fix?.edits ?? [])
    const lines = new LineIndex(text)
    const isAllowed = ({start, end}: Edit) =>
      changes.touches({start, end}) ||
      fixed.some((edit) => edit.start <= end && start <= edit.end) ||
      fixed.some((edit) => lines.lineAt(edit.start) === lines.lineAt(start))
    expect(result.edits.filter((edit) => !isAllowed(edit))).toEqual([])
    // What was not to be looked at is there still, but where a fix has changed its line or what it is about.
    const again = keep(lintText(result.output, options).findings, result.edits)
    expect(result.findings).toEqual(again)
  })
})

it('has edits that break things on other lines, and fixes on lines that were not edited', () => {
  const counts = seeds.map((seed) => {
    const text = editedText(seed)
    const changes = new LineChanges(catalogue, text)
    const {findings} = lintText(text, options)
    const kept = causedByEdits(path, changes, () => findingsBefore)(findings)
    const elsewhere = kept.filter(({start}) => changes.lineBefore(start.line) !== undefined)
    return {
      elsewhere: elsewhere.length,
      fixes: elsewhere.filter(({fix}) => fix).length,
      left: findings.length - kept.length,
    }
  })
  const sum = (name: 'elsewhere' | 'fixes' | 'left') =>
    counts.reduce((total, count) => total + count[name], 0)
  expect(sum('elsewhere')).toBeGreaterThan(0)
  expect(sum('fixes')).toBeGreaterThan(0)
  expect(sum('left')).toBeGreaterThan(100)
})
