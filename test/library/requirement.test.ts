import {expect, it} from 'vitest'
import {printRequirement, readRequirement} from '../../src/index.ts'

it('reads a text and writes one that reads the same', () => {
  const requirement = readRequirement('《甲证》或《乙证》，并提供门店照片')
  expect(requirement).toEqual({
    all: [{any: [{license: '甲证'}, {license: '乙证'}]}, {document: '门店照片'}],
    ambiguous: true,
  })
  const text = printRequirement(requirement)
  expect(text).toBe('（（《甲证》或《乙证》）且材料「门店照片」）（有歧义）')
  expect(readRequirement(text)).toEqual(requirement)
})

it('knows the day and the vocabulary', () => {
  const vocabulary = {version: 1 as const, licenses: [{name: '甲种许可', aliases: ['甲许可']}]}
  expect(readRequirement('请上传甲许可', {vocabulary})).toEqual({license: '甲许可', canonical: '甲种许可'})
  expect(readRequirement('《保险许可证》', {asOf: '2026-05-31'})).toEqual({license: '保险许可证'})
  expect(readRequirement('《保险许可证》', {asOf: '2026-06-01'})).toEqual({
    license: '保险许可证',
    canonical: '金融许可证',
    status: 'renamed',
  })
})
