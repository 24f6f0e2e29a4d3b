import {describe, expect, it} from 'vitest'
import {judge, tableOf} from './judged.ts'

const key = {name: '参数', role: 'key'} as const

describe('a required cell', () => {
  const required = {name: '说明', required: true} as const

  it('may be blank below what the rows above state, where blank means as above', () => {
    const source = tableOf(['参数', '说明'], ['a', ''], ['b', '甲'], ['c', ''], ['d', ''])
    expect(judge(source, [key, {...required, inherits: true}])).toEqual(['3 error no-empty-cell required '])
    expect(judge(source, [key, required])).toHaveLength(3)
  })

  it.each(['![](a.png)', '<img src="a.png">'])('may hold an image without words: %s', (image) => {
    const source = tableOf(['参数', '说明'], ['a', image], ['b', '<!-- ![](a.png) -->'])
    expect(judge(source, [key, required])).toEqual(['4 error no-empty-cell required <!-- ![](a.png) -->'])
  })

  it.each(['、', '-、-', '-'])('is blank where it holds a list of nothing: %s', (cell) => {
    const source = tableOf(['参数', '说明'], ['a', cell], ['b', '甲、-'])
    const columns = [key, {...required, separator: '、'}]
    expect(judge(source, columns, {missingValues: ['-']})).toEqual([`3 error no-empty-cell required ${cell}`])
  })
})
