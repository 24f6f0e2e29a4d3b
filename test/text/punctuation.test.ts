import {describe, expect, test} from 'vitest'
import {findPunctuation} from '../../src/text/punctuation.ts'

/** The text with all that was found mended. */
function mended(text: string): string {
  const edits = findPunctuation(text).flatMap((flaw) => flaw.edits)
  return edits.reduceRight(
    (mending, {start, end, text: by}) => mending.slice(0, start) + by + mending.slice(end),
    text,
  )
}

describe('what is mended', () => {
  test.each([
    ['打车(网约车)', '打车（网约车）'],
    ['甲 ( 乙 )', '甲（乙）'],
    ['甲( )', '甲（）'],
    ['甲,乙;丙:丁', '甲，乙；丙：丁'],
    ['甲 ; 另附', '甲；另附'],
    ['港股／美股', '港股/美股'],
    ['A／B', 'A/B'],
    ['甲 、 乙', '甲、乙'],
    ['《甲》  乙', '《甲》乙'],
    ['甲(', '甲（'],
    ['甲((乙))', '甲（（乙））'],
  ])('%j becomes %j', (text, expected) => {
    expect(mended(text)).toBe(expected)
  })
})

describe('what is left alone', () => {
  test.each([
    ['ASCII text', 'Licence (copy), original; see: note'],
    ['Chinese in English', 'Chinese (中文), English'],
    ['times and ratios', '每日9:00至18:00'],
    ['list marks', '(1)甲 (a)乙 1)丙'],
    ['blanks inside title marks, which are for another rule', '《 甲 》'],
    ['an address', '见https://a.cn'],
    ['line ends', '甲。\n乙'],
    ['kana', 'カード(任意)'],
  ])('%s', (_, text) => {
    expect(findPunctuation(text)).toEqual([])
  })
})
