import fc from 'fast-check'
import {expect, test} from 'vitest'
import {jsonFault} from '../../src/text/json-fault.ts'

// The fault is marked by ▸, which is taken out.
test.each([
  '▸',
  ' \n▸',
  '▸abc',
  '▸undefined',
  '[1,▸]',
  '[▸,1]',
  '[1 ▸2]',
  '[1▸}',
  '[1▸',
  '[[1]▸',
  '{"a": 1,▸}',
  '{▸a: 1}',
  "{▸'a': 1}",
  '{▸1: 1}',
  '{▸[]: 1}',
  '{"a" ▸1}',
  '{"a"▸, "b"}',
  '{"a":▸}',
  '{"a": 1 ▸"b": 2}',
  '{"a": 1▸]',
  '{"a"▸',
  '[0▸1]',
  '[▸-]',
  '[▸+1]',
  '[▸.5]',
  '[1▸.]',
  '[1▸e]',
  '[▸NaN]',
  '[▸True]',
  '["a▸\nb"]',
  '["a▸\tb"]',
  '["▸\\x"]',
  '["▸\\u12G4"]',
  '["a▸',
  '[1] ▸x',
  '1▸,2',
  '{}▸}',
  '{} ▸// a comment',
  '[1,▸/* a comment */ 2]',
  '[1,▸\u00A02]',
  '▸\uFEFF[]',
])('is found: %j', (marked) => {
  expect(jsonFault(marked.replace('▸', ''))).toBe(marked.indexOf('▸'))
})

test.each([
  '0',
  '-0.5e+10',
  '"\\u00e9\\n\\"\\\\\\/"',
  '"\u2028\uD800"',
  ' [ ] ',
  '{}',
  '{"a":{"b":[[],{},null,true,false,1]},"__proto__":"x"}',
  '\r\n[\t1 ]',
])('is none in JSON: %j', (text) => {
  expect(jsonFault(text)).toBeUndefined()
})

test('is there if and only if the text cannot be parsed', () => {
  const piece = fc.constantFrom(...'{}[],:"\\u01-.eE+ \n', '"a"', 'true', 'null', '12', '"a":', '\\n')
  const texts = fc.oneof(
    fc.array(piece, {maxLength: 12}).map((pieces) => pieces.join('')),
    fc.json(),
    fc.tuple(fc.json(), fc.nat(), piece).map(([json, at, extra]) => {
      const cut = at % (json.length + 1)
      return json.slice(0, cut) + extra + json.slice(cut)
    }),
  )
  fc.assert(
    fc.property(texts, (text) => {
      expect(jsonFault(text) === undefined).toBe(isJson(text))
    }),
    {numRuns: 5000},
  )
})

test('is found in large and deep texts', () => {
  const depth = 1_000_000
  expect(jsonFault('['.repeat(depth))).toBe(depth)
  expect(jsonFault(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)).toBeUndefined()
  expect(jsonFault(`"${'a\\n'.repeat(depth)}"`)).toBeUndefined()
  expect(jsonFault(`[${' '.repeat(depth)}x`)).toBe(depth + 1)
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
