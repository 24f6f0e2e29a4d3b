import {describe, expect, it} from 'vitest'
import {readDocument} from '../../../src/document/read.ts'
import {readBothWays} from './described.ts'

/** Each text with what its first heading says. */
const texts: readonly (readonly [name: string, source: string, heading: string])[] = [
  ['above its definition', '# [a]\n\n[A]: u\n', 'a'],
  ['to none', '# [b]\n\n[a]: u\n', '[b]'],
  ['with other blanks than a space', '[a　b]: u\n\n[a b]: v\n\n# [a b]\n', 'a b'],
  ['with an ideographic space', '[a b]: v\n\n# [a　b]\n', '[a　b]'],
  ['with a byte order mark', '[\uFEFFa]: v\n\n[a]: u\n\n# [\uFEFFa] [a]\n', '\uFEFFa a'],
  ['with NULL', '[a\0]: u\n\n# [a\0]\n', 'a\uFFFD'],
  ['that a caret begins', '[ ^f]: u\n\n# [ ^f] [^f]\n', ' ^f ^f'],
  ['that a caret begins, as a note does', '[^f]: n\n\n[ ^f]: u\n\n# [^f][ ^f]\n', ' ^f'],
  ['with a bracket', '[a\\]b]: u\n\n# [a\\]b]\n', 'a]b'],
  ['with two backslashes', '[a\\\\]: u\n\n# [a\\\\]\n', 'a\\'],
  ['behind an escaped bracket', '[a]: u\n\n# \\[[a] \\[a]\n', '[a [a]'],
  ['in code that a backslash ends', '[a]: u\n\n# `\\`[a]\n', '\\a'],
  ['over lines', '[a b]: u\n\n[a\nb] c\n===\n', 'a b c'],
  ['over lines of a quote', '[a b]: u\n\n> [a\n> b]\n> ===\n', 'a b'],
  ['over lines of a quote, with a mark of one', '[a > b]: u\n\n> [a\n>      > b]\n> ===\n', 'a > b'],
]

describe('a reference of a heading', () => {
  it.each(texts)('%s', (_, source, heading) => {
    const [, section] = readDocument(source, 'a.md').sections
    expect(section?.heading?.content.text.replace(/\n/g, ' ')).toBe(heading)
    const {lines, whole} = readBothWays(source)
    expect(lines).toEqual(whole)
  })
})
