/** The numerals of one ideograph. `两` is one before a measure word only. */
export const hanNumerals = '一二三四五六七八九十'

export const circledNumerals = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

export const romanNumerals = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ'

/** The number that a numeral states, Chinese ones up to 99; 0 for what is none. */
export function numberOf(numeral: string): number {
  if (/^\d+$/.test(numeral)) return Number(numeral)
  for (const numerals of [circledNumerals, romanNumerals]) {
    if (numerals.includes(numeral)) return numerals.indexOf(numeral) + 1
  }
  if (numeral === '两') return 2
  const [tens = '', ones = ''] = numeral.includes('十') ? numeral.split('十') : ['', numeral]
  const ten = numeral.includes('十') ? (hanNumerals.indexOf(tens || '一') + 1) * 10 : 0
  return ten + (ones === '' ? 0 : hanNumerals.indexOf(ones) + 1)
}
