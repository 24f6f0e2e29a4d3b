import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {chooseFixes} from '../../src/fix/choose.ts'
import {composeEdits} from '../../src/fix/compose.ts'
import type {Edit, Fix} from '../../src/index.ts'
import {applyEdits} from '../../src/text/apply-edits.ts'

const runs = {numRuns: 2000}
const texts = fc.string({unit: fc.constantFrom('a', 'b', '|', '\n', '𠮷'), maxLength: 24})

/** Edits by fractions of the text, so that one list suits any text. */
const rawEdits = fc.record({at: fc.double({min: 0, max: 1, noNaN: true}), size: fc.nat(6), text: texts})
const rawFixes = fc.array(fc.array(rawEdits, {minLength: 1, maxLength: 3}), {maxLength: 8})

type RawFixes = readonly (readonly {readonly at: number; readonly size: number; readonly text: string}[])[]

function fixesFor({length}: string, raw: RawFixes): readonly Fix[] {
  return raw.map((edits) => ({
    safe: true,
    edits: edits.map(({at, size, text}) => {
      const start = Math.floor(at * length)
      return {start, end: Math.min(length, start + size), text}
    }),
  }))
}

describe('chosen edits', () => {
  it('are those of whole fixes, in order, without a character in common', () => {
    fc.assert(
      fc.property(texts, rawFixes, (source, raw) => {
        const fixes = fixesFor(source, raw)
        const {edits, fixes: count} = chooseFixes(fixes, source)
        for (const [index, {start}] of edits.entries()) {
          expect(start).toBeGreaterThanOrEqual(edits[index - 1]?.end ?? 0)
        }
        expect(fixes.filter((fix) => isIn(fix, edits)).length).toBeGreaterThanOrEqual(count)
      }),
      runs,
    )
  })

  it('are those that a choice without an index makes', () => {
    fc.assert(
      fc.property(texts, rawFixes, (source, raw) => {
        const fixes = fixesFor(source, raw)
        expect(chooseFixes(fixes, source).edits).toEqual(chooseSlowly(fixes, source))
      }),
      runs,
    )
  })
})

describe('composed edits', () => {
  it('do what the passes do one after the other, and something stays between any two', () => {
    fc.assert(
      fc.property(texts, fc.array(rawFixes, {maxLength: 5}), (source, rawPasses) => {
        const passes: (readonly Edit[])[] = []
        let output = source
        for (const raw of rawPasses) {
          const {edits} = chooseFixes(fixesFor(output, raw), output)
          passes.push(edits)
          output = applyEdits(output, edits)
        }
        const composed = composeEdits(passes)
        expect(applyEdits(source, composed)).toBe(output)
        for (const [index, {start}] of composed.entries()) {
          if (index > 0) expect(start).toBeGreaterThan(composed[index - 1]?.end ?? 0)
        }
      }),
      runs,
    )
  })
})

function isIn({edits}: Fix, chosen: readonly Edit[]): boolean {
  return edits
    .filter(({start, end, text}) => end > start || text !== '')
    .every((edit) => chosen.some((other) => isSame(edit, other)))
}

function isSame(a: Edit, b: Edit): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text
}

/** Compares each edit with all that were chosen before, by places alone. */
function chooseSlowly(fixes: readonly Fix[], source: string): readonly Edit[] {
  const chosen: Edit[] = []
  for (const {edits} of fixes) {
    const own = edits.filter(({start, end, text}) => end > start || text !== '')
    const isUseful = own.some(({start, end, text}) => source.slice(start, end) !== text)
    const isFree = own.every((edit, index) =>
      [...chosen, ...own.slice(0, index)].every((other) => areApart(edit, other)),
    )
    if (isUseful && isFree) chosen.push(...own)
  }
  return chosen.sort((a, b) => a.start - b.start || a.end - b.end)
}

function areApart(a: Edit, b: Edit): boolean {
  const [first, second] = a.start < b.start || (a.start === b.start && a.end <= b.end) ? [a, b] : [b, a]
  if (first.end > second.start) return false
  const isBetween = first.end === second.start
  const inserts = first.start === first.end || second.start === second.end
  return !(isBetween && inserts && first.text !== '' && second.text !== '')
}
