import {expect, it} from 'vitest'
import {mutationsOf, patience, violationsOf} from './mutated.ts'

it('keeps what safe fixes must keep, in texts with mistakes in them', {timeout: patience}, () => {
  expect(mutationsOf(2).flatMap(violationsOf)).toEqual([])
})
