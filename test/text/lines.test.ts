import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {LineIndex} from '../../src/text/lines.ts'

describe('finding lines by offset', () => {
  it('counts line feeds, carriage returns and the two together', () => {
    const lines = new LineIndex('a\nb\r\nc\rd')
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map((offset) => lines.lineAt(offset))).toEqual([
      1, 1, 2, 2, 2, 3, 3, 4, 4,
    ])
  })

  it('finds the same line in whatever order it is asked', () => {
    const pieces = fc.array(fc.constantFrom('a', '\n', '\r\n', '\r', 'ab\n'), {maxLength: 60})
    const offsets = fc.array(fc.nat(100), {minLength: 1, maxLength: 30})
    fc.assert(
      fc.property(pieces, offsets, (written, asked) => {
        const text = written.join('')
        const lines = new LineIndex(text)
        for (const offset of asked.map((any) => Math.min(any, text.length))) {
          const before = text.slice(0, offset)
          const isWithin = before.endsWith('\r') && text[offset] === '\n'
          const endings = before.match(/\r\n?|\n/g)?.length ?? 0
          expect(lines.lineAt(offset)).toBe(1 + endings - Number(isWithin))
        }
      }),
    )
  })
})
