import {expect, test} from 'vitest'
import {builtInVocabulary} from '../../src/vocabulary/built-in.ts'
import type {VocabularyData, VocabularyEntry} from '../../src/vocabulary/types.ts'
import {extendVocabulary} from '../../src/vocabulary/vocabulary.ts'

const base = builtInVocabulary()
const today = '2026-11-24'

test('entries are added', () => {
  const vocabulary = extendVocabulary(base, adding({name: '代理记账许可证', informalNames: ['代账证']}))
  expect(vocabulary.canonicalName('代账证', today)).toBe('代理记账许可证')
  expect(vocabulary.canonicalName('文网文', today)).toBe('网络文化经营许可证')
  expect(base.lookUp('代账证', today)).toBeUndefined()
})

test('an entry takes the place of the one with its name', () => {
  const vocabulary = extendVocabulary(base, adding({name: 'icp证'}))
  expect(vocabulary.lookUp('ICP证', today)).toMatchObject({status: 'current', canonical: 'icp证'})
  expect(vocabulary.lookUp('ICP经营许可证', today)).toBeUndefined()
  expect(vocabulary.kindsOf('ICP证', today)).toEqual([])
})

test('a name is taken from the entry that had it', () => {
  const vocabulary = extendVocabulary(
    base,
    adding({name: '网站备案'}, {name: '食品证', aliases: ['食品流通许可证']}),
  )
  expect(vocabulary.canonicalName('网站备案', today)).toBe('网站备案')
  expect(vocabulary.canonicalName('ICP备案', today)).toBe('非经营性互联网信息服务备案核准')
  expect(vocabulary.lookUp('食品流通许可证', today)).toMatchObject({status: 'current', canonical: '食品证'})
})

test('what the base says of a name then means the new entry', () => {
  const vocabulary = extendVocabulary(
    base,
    adding(
      {name: '金融许可证', successor: {name: '金融证', from: '2026-07', source: '令'}},
      {name: '金融证'},
    ),
  )
  expect(vocabulary.canonicalName('保险许可证', '2026-06-30')).toBe('金融许可证')
  expect(vocabulary.canonicalName('保险许可证', '2026-07-01')).toBe('金融证')
})

test('the base may be left out', () => {
  const vocabulary = extendVocabulary(base, {...adding({name: '甲证'}), extends: false})
  expect(vocabulary.names).toEqual(['甲证'])
  expect(vocabulary.lookUp('营业执照', today)).toBeUndefined()
})

test('names are found and slips noticed with what was added', () => {
  const vocabulary = extendVocabulary(base, adding({name: '代理记账业务许可证'}))
  expect(vocabulary.findNames('提供代理记账业务许可证')).toEqual([{start: 2, end: 11}])
  expect(vocabulary.nearest('代理记帐业务许可证', today)).toBe('代理记账业务许可证')
})

function adding(...licenses: readonly VocabularyEntry[]): VocabularyData {
  return {version: 1, licenses}
}
