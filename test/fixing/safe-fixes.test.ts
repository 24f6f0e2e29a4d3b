import {expect, it} from 'vitest'
import {rules} from '../../rules/index.ts'
import {documents} from '../invariants/fixtures.ts'
import {changes} from './changes.ts'
import {safeFixViolations} from './violations.ts'

it('says of every rule with safe fixes what they may change', () => {
  const safe = rules.filter(({fix}) => fix === 'safe').map(({id}) => id)
  expect(Object.keys(changes).sort()).toEqual(safe.sort())
})

it.each(documents)('$name keeps its dataset under the safe fixes of each rule', ({source}) => {
  expect(safeFixViolations(source)).toEqual([])
})
