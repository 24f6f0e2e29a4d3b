import {expect, test} from 'vitest'
import {parseHeld} from '../../src/query/held.ts'

test.each<[readonly string[], readonly string[]]>([
  [['营业执照,ICP备案'], ['营业执照', 'ICP备案']],
  [['营业执照，ICP备案、ICP证'], ['营业执照', 'ICP备案', 'ICP证']],
  [
    ['营业执照', 'ICP备案'],
    ['营业执照', 'ICP备案'],
  ],
  [['《营业执照》,《ICP备案》'], ['营业执照', 'ICP备案']],
  [['《营业执照》《ICP备案》'], ['营业执照', 'ICP备案']],
  [
    ['《公众聚集场所投入使用、营业前消防安全检查合格证》、营业执照'],
    ['公众聚集场所投入使用、营业前消防安全检查合格证', '营业执照'],
  ],
  [['  营业执照 , 《 ICP备案 》 '], ['营业执照', 'ICP备案']],
  [['营业执照,营业执照,《营业执照》'], ['营业执照']],
  [['ICP备案,ｉｃｐ备案'], ['ICP备案']],
  [[',', ' ， 、', '《》', '《 》'], []],
  [['《营业执照,ICP备案》'], ['营业执照,ICP备案']],
  [['《营业执照,ICP备案'], ['营业执照', 'ICP备案']],
  [['营业执照》,ICP备案'], ['营业执照', 'ICP备案']],
  [['Business licence,ICP'], ['Business licence', 'ICP']],
  [['constructor,__proto__'], ['constructor', '__proto__']],
  [[], []],
])('%j holds %j', (lists, names) => {
  expect(parseHeld(lists)).toEqual(names)
})

test('a hostile list is answered, however long the list is', () => {
  for (const piece of ['《', '》', '《,', '《a》', ',《a', '》《', ' ']) {
    expect(parseHeld([piece.repeat(200_000)]).every((name) => name.trim() !== '')).toBe(true)
  }
})
