import {expect, it} from 'vitest'
import {jointIdentity} from '../../src/cli/diff/identity.ts'

it('what one vocabulary of a run knows holds for all of it', () => {
  const one = {
    version: 1,
    licenses: [
      {name: '甲证', aliases: ['旧甲证']},
      {name: '总证'},
      {name: '子证', kindOf: [{name: '总证', source: 'https://example.com/'}]},
    ],
  } as const
  const other = {
    version: 1,
    licenses: [
      {name: '乙证', aliases: ['旧乙证']},
      {name: '大证'},
      {name: '子证', kindOf: [{name: '大证', source: 'https://example.com/'}]},
    ],
  } as const
  const identity = jointIdentity([one, other, one], '2026-01-01')
  expect(['旧甲证', '旧乙证', '丙证'].map((name) => identity.canonical(name))).toEqual([
    '甲证',
    '乙证',
    '丙证',
  ])
  expect(identity.kindsOf('子证')).toEqual(['总证', '大证'])
})
