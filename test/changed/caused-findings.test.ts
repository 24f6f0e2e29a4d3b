import {describe, expect, it} from 'vitest'
import {causedByEdits} from '../../src/changes/caused-findings.ts'
import {LineChanges} from '../../src/changes/line-changes.ts'
import type {Finding} from '../../src/finding.ts'
import {applyEdits} from '../../src/text/apply-edits.ts'
import {LineIndex} from '../../src/text/lines.ts'
import type {Range} from '../../src/text/range.ts'

/** A finding of a word in a text, the first where it stands twice. */
function finding(text: string, word: string, more: Partial<Finding> = {}): Finding {
  return {
    rule: 'rule',
    messageId: 'id',
    level: 'error',
    message: word,
    ...placeOf(text, rangeOf(text, word)),
    ...more,
  }
}

function rangeOf(text: string, word: string): Range {
  const start = text.indexOf(word)
  return {start, end: start + word.length}
}

function placeOf(text: string, {start, end}: Range) {
  const lines = new LineIndex(text)
  return {start: lines.pointAt(start), end: lines.pointAt(end)}
}

const before = 'one\ntwo\nthree\nfour\n'
const after = 'zero\none\nTWO\nthree\nfour\n'

/** What is kept, by the messages, where the earlier text had these findings. */
function kept(findings: readonly Finding[], old: readonly Finding[] = []): readonly string[] {
  return causedByEdits(
    'a.md',
    new LineChanges(before, after),
    () => old,
  )(findings).map(({message}) => message)
}

describe('a finding is kept', () => {
  it('where it touches a line that was added or edited, with its end alone too', () => {
    const words = ['zero', 'TWO', 'one\nTWO', 'TWO\nth', 'one\nTWO\nthree']
    const old = ['one\ntwo', 'one\ntwo\nthree', 'two', 'two\nth'].map((word) => finding(before, word))
    expect(
      kept(
        words.map((word) => finding(after, word)),
        old,
      ),
    ).toEqual(words)
  })

  it('where it speaks of such a line of the same document', () => {
    const at = (path: string) => ({related: [{path, message: '', ...placeOf(after, rangeOf(after, 'TWO'))}]})
    const old = [finding(before, 'three'), finding(before, 'four')]
    const findings = [finding(after, 'three', at('a.md')), finding(after, 'four', at('b.md'))]
    expect(kept(findings, old)).toEqual(['three'])
  })

  it.each([
    ['at all', []],
    ['of this rule', [finding(before, 'three', {rule: 'other'})]],
    ['of this message', [finding(before, 'three', {messageId: 'other'})]],
    ['on this line', [finding(before, 'four')]],
    ['at this place of the line', [finding(before, 'hree')]],
    ['of this length', [finding(before, 'thre')]],
  ])('where the earlier text had none %s', (_, old) => {
    expect(kept([finding(after, 'three')], old)).toEqual(['three'])
  })

  it('where it has come to another of its kind: the one that says what none said', () => {
    const old = [finding(before, 'three', {message: 'expected 1'})]
    const now = ['expected 2', 'expected 1'].map((message) => finding(after, 'three', {message}))
    expect(kept(now, old)).toEqual(['expected 2'])
    expect(kept(now.slice(1), [])).toEqual(['expected 1'])
  })
})

describe('a finding is not kept', () => {
  it('where the earlier text had it', () => {
    expect(kept([finding(after, 'three')], [finding(before, 'three')])).toEqual([])
  })

  it('where only the numbers in its message are others', () => {
    const [old, now] = ['like line 1', 'like line 2'].map((message) => ({message}))
    expect(kept([finding(after, 'three', now)], [finding(before, 'three', old)])).toEqual([])
  })

  it('where it ends before a line that was edited', () => {
    const word = 'one\n'
    expect(kept([finding(after, word)], [finding(before, word)])).toEqual([])
  })
})

it('asks for what the earlier text had only where a finding is on another line, and once', () => {
  let asked = 0
  const keep = causedByEdits('a.md', new LineChanges(before, after), () => {
    asked++
    return []
  })
  keep([finding(after, 'zero')])
  expect(asked).toBe(0)
  keep([finding(after, 'three')])
  keep([finding(after, 'four')])
  expect(asked).toBe(1)
})

it('judges the findings of a text that was fixed as if they stood where they came from', () => {
  // The lines `zero` and `three` go, and `four` has something put before it.
  const edits = [
    {start: 0, end: 5, text: ''},
    {start: after.indexOf('three'), end: after.indexOf('four'), text: '> '},
  ]
  const fixed = applyEdits(after, edits)
  expect(fixed).toBe('one\nTWO\n> four\n')
  const old = [finding(before, 'one'), finding(before, 'four')]
  const keep = causedByEdits('a.md', new LineChanges(before, after), () => old)
  const findings = ['one', 'TWO', 'four', '> '].map((word) => finding(fixed, word))
  expect(keep(findings, edits).map(({message}) => message)).toEqual(['TWO', '> '])
})
