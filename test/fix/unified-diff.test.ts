import {describe, expect, it} from 'vitest'
import {quotePath} from '../../src/fix/diff/quote-path.ts'
import {unifiedDiff} from '../../src/fix/diff/unified.ts'
import type {Edit} from '../../src/index.ts'
import {edit} from './edits.ts'

/** The lines 1 to n. */
function numbers(count: number): string {
  return Array.from({length: count}, (_, index) => `${index + 1}\n`).join('')
}

function diff(source: string, ...edits: readonly Edit[]): string {
  return [...unifiedDiff('a.md', source, edits)].map(({text}) => text).join('')
}

/** The diff without its two first lines. */
function hunks(source: string, ...edits: readonly Edit[]): readonly string[] {
  return diff(source, ...edits)
    .split('\n')
    .slice(2, -1)
}

/** Where a line of {@link numbers} begins. */
function lineStart(line: number): number {
  return numbers(line - 1).length
}

describe('a unified diff', () => {
  it('is empty where nothing changes', () => {
    expect(diff('a\n')).toBe('')
    expect(diff('a\n', edit(0, 1, 'a'))).toBe('')
  })

  it('shows a changed line among three before and after', () => {
    const at = lineStart(5)
    expect(diff(numbers(9), edit(at, at + 1, 'five'))).toBe(
      '--- a/a.md\n+++ b/a.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n',
    )
  })

  it('shows a removed line as that, also where the edit ends in the next', () => {
    expect(hunks(numbers(9), edit(lineStart(1), lineStart(2)))).toEqual([
      '@@ -1,4 +1,3 @@',
      '-1',
      ' 2',
      ' 3',
      ' 4',
    ])
    expect(hunks(numbers(3), edit(lineStart(2), lineStart(4)))).toEqual(['@@ -1,3 +1 @@', ' 1', '-2', '-3'])
    // From the end of one line to the end of another.
    expect(hunks(numbers(3), edit(1, 3))).toEqual(['@@ -1,3 +1,2 @@', ' 1', '-2', ' 3'])
  })

  it('shows lines that come', () => {
    expect(hunks('a\nb\n', edit(2, 2, 'x\ny\n'))).toEqual(['@@ -1,2 +1,4 @@', ' a', '+x', '+y', ' b'])
    expect(hunks('a\n', edit(2, 2, 'x\n'))).toEqual(['@@ -1 +1,2 @@', ' a', '+x'])
    expect(hunks('', edit(0, 0, 'x\n'))).toEqual(['@@ -0,0 +1 @@', '+x'])
  })

  it('shows neighbouring changes as one, first what goes', () => {
    expect(hunks('a\nb\nc\n', edit(0, 1, 'A'), edit(2, 3, 'B'))).toEqual([
      '@@ -1,3 +1,3 @@',
      '-a',
      '-b',
      '+A',
      '+B',
      ' c',
    ])
  })

  it('joins hunks whose surroundings meet, and parts others', () => {
    const change = (line: number) => edit(lineStart(line), lineStart(line) + 1, 'x')
    // Six lines lie between 1 and 8, seven between 1 and 9.
    expect(hunks(numbers(9), change(1), change(8)).filter((line) => line.startsWith('@@'))).toEqual([
      '@@ -1,9 +1,9 @@',
    ])
    expect(hunks(numbers(9), change(1), change(9)).filter((line) => line.startsWith('@@'))).toEqual([
      '@@ -1,4 +1,4 @@',
      '@@ -6,4 +6,4 @@',
    ])
  })

  it('counts on after lines that came or went', () => {
    const more = hunks(numbers(20), edit(0, 0, 'x\ny\n'), edit(lineStart(20), lineStart(20) + 2, 'z'))
    expect(more.filter((line) => line.startsWith('@@'))).toEqual(['@@ -1,3 +1,5 @@', '@@ -17,4 +19,4 @@'])
  })

  it('says where a last line has no ending', () => {
    expect(hunks('a\nb', edit(2, 3, 'B'))).toEqual([
      '@@ -1,2 +1,2 @@',
      ' a',
      '-b',
      '\\ No newline at end of file',
      '+B',
      '\\ No newline at end of file',
    ])
    expect(hunks('a\nb', edit(0, 1, 'A'))).toEqual([
      '@@ -1,2 +1,2 @@',
      '-a',
      '+A',
      ' b',
      '\\ No newline at end of file',
    ])
    expect(hunks('a\nb', edit(1, 3))).toEqual([
      '@@ -1,2 +1 @@',
      '-a',
      '-b',
      '\\ No newline at end of file',
      '+a',
      '\\ No newline at end of file',
    ])
  })

  it('keeps carriage returns, which end no line', () => {
    expect(diff('a\r\nb\r\n', edit(0, 1, 'A'))).toContain('-a\r\n+A\r\n b\r\n')
    expect(diff('a\rb\r', edit(0, 1, 'A'))).toContain(
      '@@ -1 +1 @@\n-a\rb\r\n\\ No newline at end of file\n+A\rb\r\n\\ No newline at end of file\n',
    )
  })
})

it.each([
  ['a/docs/类目.md', 'a/docs/类目.md'],
  ['a/two words.md', 'a/two words.md\t'],
  ['a/a\tb.md', '"a/a\\tb.md"'],
  ['a/"a".md', '"a/\\"a\\".md"'],
  ['a/a\\b 类.md', '"a/a\\\\b 类.md"'],
  ['a/\u001b[1m\n\u007f.md', '"a/\\033[1m\\n\\177.md"'],
])('the path %j is written %j', (path, written) => {
  expect(quotePath(path)).toBe(written)
})
