import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {builtInVocabulary} from '../../src/vocabulary/built-in.ts'
import {checkVocabulary} from '../../src/vocabulary/check.ts'
import type {VocabularyData, VocabularyEntry} from '../../src/vocabulary/types.ts'
import {schema, schemaProblemsOf} from './validator.ts'

const data = JSON.parse(
  readFileSync(new URL('../../src/vocabulary/licenses.json', import.meta.url), 'utf8'),
) as VocabularyData

const vocabulary = builtInVocabulary()
const days = ['1999-12-31', '2015-10-01', '2021-07-01', '2026-06-01', '2026-11-24', '9999-12-31']

describe('the built-in vocabulary', () => {
  it('is as its schema says', () => {
    expect(schemaProblemsOf(data)).toEqual([])
  })

  it('is as the program checks vocabularies, with no name claimed twice and no chain cut or closed', () => {
    expect(checkVocabulary({...data, extends: false})).toEqual({ok: true, data: {...data, extends: false}})
  })

  it('names the schema by its address', () => {
    expect(data.$schema).toBe((schema as {$id: string}).$id)
  })

  it.each(data.licenses.map((entry) => [entry.name, entry] as const))('says all of %s', (_, entry) => {
    expect(entry.status).toBeDefined()
    expect(entry.verified).toBeTypeOf('boolean')
    if (entry.verified) expect(entry.sources).not.toEqual([])
  })

  it('has sources that a reader can find', () => {
    const sources = data.licenses.flatMap(sourcesOf)
    const wrong = sources.filter((source) => !/^https?:\/\/[^\s/]+\/\S*$|[令号办法规定条例]/.test(source))
    expect(wrong).toEqual([])
    // A catalogue that uses a name says nothing of the law; the number of a search result leads nowhere.
    expect(sources.filter((source) => /swan-docs|find_string|GitHub/.test(source))).toEqual([])
  })

  it('calls nothing verified that is not, on any day', () => {
    for (const day of days) {
      for (const name of vocabulary.names) {
        const known = vocabulary.lookUp(name, day)
        if (known?.verified && (known.status === 'renamed' || known.status === 'abolished')) {
          expect(known, name).toMatchObject({since: expect.any(String), source: expect.any(String)})
          expect(known.entry.verified, name).toBe(true)
        }
        if (known?.entry.verified === false) expect(vocabulary.canonicalName(name, day)).toBe(name)
      }
    }
  })

  it('is sure enough for a warning of these names only', () => {
    const certain = data.licenses.filter(
      ({verified, status}) => verified && /renamed|abolished/.test(`${status}`),
    )
    expect(new Set(certain.map(({name}) => name))).toEqual(
      new Set([
        '互联网出版许可证',
        '保险许可证',
        '食品流通许可证',
        '餐饮服务许可证',
        '餐饮卫生许可证',
        '化妆品生产企业卫生许可证',
        '导游IC卡',
        '酒类流通备案登记表',
        '组织机构代码证',
        '因私出入境中介机构经营许可证',
      ]),
    )
  })

  it.each([
    '经营保险业务许可证',
    '专利代理机构注册证',
    '税务师事务所执业证书',
    '医疗器械经营企业许可证',
    '食品卫生许可证',
    '职业介绍许可证',
    '互联网药品交易服务资格证书',
    '国际旅行社业务经营许可证',
    '健康证',
  ])('is not sure of %s', (name) => {
    expect(vocabulary.lookUp(name, '2026-11-24')?.verified).toBe(false)
  })

  it('takes a name that several licences bear for the wider one', () => {
    const asOf = '2026-11-24'
    expect(vocabulary.canonicalName('卫生许可证', asOf)).toBe('卫生许可证')
    expect(vocabulary.kindsOf('公共场所卫生许可证', asOf)).toEqual(['卫生许可证'])
    expect(vocabulary.canonicalName('办学许可证', asOf)).toBe('办学许可证')
    expect(vocabulary.kindsOf('民办学校办学许可证', asOf)).toEqual(['办学许可证'])
    expect(vocabulary.kindsOf('电视剧制作许可证(甲种)', asOf)).toEqual(['电视剧制作许可证'])
    expect(vocabulary.canonicalName('国内旅行社业务经营许可证', asOf)).not.toBe(
      vocabulary.canonicalName('国际旅行社业务经营许可证', asOf),
    )
  })

  it('keeps documents apart that were merged, and a number from its document', () => {
    expect(vocabulary.canonicalName('组织机构代码证', '2026-11-24')).toBe('组织机构代码证')
    expect(vocabulary.lookUp('统一社会信用代码', '2026-11-24')).toBeUndefined()
  })
})

function sourcesOf({sources = [], successor, abolished, kindOf = []}: VocabularyEntry): readonly string[] {
  return [...sources, ...[successor, abolished, ...kindOf].flatMap((fact) => fact?.source ?? [])]
}
