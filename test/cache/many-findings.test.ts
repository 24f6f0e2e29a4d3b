import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {expect, test} from 'vitest'
import {Bytes, BytesReader} from '../../src/cache/bytes.ts'
import {ManyFindings} from '../../src/cache/many-findings.ts'
import type {Finding, Findings} from '../../src/finding.ts'

/** A finding that begins at an offset, on the line of that number. */
function findingAt(offset: number, rest: Partial<Finding> = {}): Finding {
  const start = {line: offset + 1, column: 1, offset}
  const end = {line: offset + 1, column: 3, offset: offset + 2}
  return {rule: 'a-rule', messageId: 'one', level: 'warning', message: 'Unexpected x', start, end, ...rest}
}

function collect(findings: Iterable<Finding>): Findings {
  const many = new ManyFindings()
  for (const finding of findings) many.add(finding)
  return many.inOrder()
}

/** Offsets 0, 3, … 2997 and then 2998, 2995, … 1: more than are kept as they are. */
const thousands = [
  ...Array.from({length: 1000}, (_, index) => findingAt(3 * index)),
  ...Array.from({length: 1000}, (_, index) => findingAt(2998 - 3 * index, {rule: 'b-rule'})),
]

test('a few findings are what was added, in the order of the document', () => {
  const [late, early] = [findingAt(7), findingAt(2)]
  const [first, second] = collect([late, early])
  expect(first).toBe(early)
  expect(second).toBe(late)
})

test('many findings come in the order of the document, as often as they are gone through', () => {
  const found = collect(thousands)
  expect(found).toHaveLength(2000)
  const offsets = Array.from(found, ({start, rule}) => `${start.offset} ${rule}`)
  expect(offsets.slice(0, 4)).toEqual(['0 a-rule', '1 b-rule', '3 a-rule', '4 b-rule'])
  expect(offsets.slice(-2)).toEqual(['2997 a-rule', '2998 b-rule'])
  expect(Array.from(found, ({start, rule}) => `${start.offset} ${rule}`)).toEqual(offsets)
})

test('those that begin together come as they were added', () => {
  const found = collect([...thousands, findingAt(3, {rule: 'c-rule'}), findingAt(3, {rule: 'd-rule'})])
  expect(Array.from(found, ({rule}) => rule).slice(2, 5)).toEqual(['a-rule', 'c-rule', 'd-rule'])
})

test('one of many is all that it was', () => {
  const whole = findingAt(70_000, {
    level: 'info',
    help: 'do it',
    folded: '{count} of them',
    category: '金融业',
    key: '信托',
    column: '资质',
    table: 128,
    related: [
      {
        path: 'b.md',
        start: {line: 1, column: 2, offset: 1},
        end: {line: 1, column: 3, offset: 2},
        message: 'here',
      },
    ],
    fix: {safe: true, edits: [{start: 70_000, end: 2 ** 29, text: ''}]},
    fingerprint: 'f',
  })
  expect([...collect([...thousands, whole])].at(-1)).toEqual(whole)
})

test('what is packed is no longer there as objects', async () => {
  setFlagsFromString('--expose-gc')
  const gc: () => void = runInNewContext('gc')
  const [found, finding] = collectFresh()
  // What was looked at in this turn of the loop is kept to its end.
  await new Promise((resolve) => setImmediate(resolve))
  gc()
  expect(finding.deref()).toBeUndefined()
  expect(found).toHaveLength(2001)
})

function collectFresh(): readonly [Findings, WeakRef<Finding>] {
  const one = findingAt(5)
  return [collect([...thousands, one]), new WeakRef(one)]
}

test('numbers are read as they were written, over the ends of blocks too', () => {
  const numbers = Array.from(
    {length: 40_000},
    (_, index) => [0, 127, 128, 16_384, 2 ** 31 - 1][index % 5] ?? 0,
  )
  const bytes = new Bytes()
  for (const number of numbers) bytes.push(number)
  // 1 + 1 + 2 + 3 + 5 bytes for each five.
  expect(bytes.length).toBe(8000 * 12)
  const reader = new BytesReader(bytes)
  expect(numbers.map(() => reader.next())).toEqual(numbers)
  reader.moveTo(12)
  expect([reader.next(), reader.next()]).toEqual([0, 127])
})
