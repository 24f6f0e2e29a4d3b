import {describe, expect, it} from 'vitest'
import {rules} from '../../rules/index.ts'
import {fixText} from '../../src/index.ts'
import {documents} from '../invariants/fixtures.ts'
import {changes} from './changes.ts'
import {safeFixViolations} from './violations.ts'

it('says of every rule with safe fixes what they may change', () => {
  const safe = rules.filter(({fix}) => fix === 'safe').map(({id}) => id)
  expect(Object.keys(changes).sort()).toEqual(safe.sort())
})

describe.each(documents)('$name', ({source}) => {
  it('keeps its dataset under the safe fixes of each rule', () => {
    expect(safeFixViolations(source)).toEqual([])
  })

  it.each([false, true])(
    'is mended in three passes at most, and once and for all, with suggestions: %s',
    (suggestions) => {
      const {output, passes, complete} = fixText(source, {suggestions})
      expect({complete, isSoon: passes <= 3}).toEqual({complete: true, isSoon: true})
      expect(fixText(output, {suggestions}).output).toBe(output)
    },
  )
})
