import {describe, expect, it} from 'vitest'
import {compileText} from '../../src/text/format.ts'

describe('texts that wait for values', () => {
  it('writes the values of each time, equal ones or others', () => {
    const write = compileText('{count|row|rows} in {name}')
    const texts = [
      {count: 1, name: 'a'},
      {count: 1, name: 'a'},
      {count: 2, name: 'a'},
      {count: 2, name: 'b'},
      {count: 1, name: 'a'},
    ].map(write)
    expect(texts).toEqual(['1 row in a', '1 row in a', '2 rows in a', '2 rows in b', '1 row in a'])
  })

  it('leaves what has no value as it stands', () => {
    const write = compileText('{name} {other}')
    expect([write({name: 'x'}), write({name: 'x', other: 'y'}), write({name: 'x'})]).toEqual([
      'x {other}',
      'x y',
      'x {other}',
    ])
  })
})
