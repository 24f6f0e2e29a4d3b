/** How many of a list are asked for. */
export interface Choice {
  readonly length: number
  readonly count: number
}

const numerals = '一二三四五六七八九十'
const circled = '①②③④⑤⑥⑦⑧⑨⑩'
const digits = String.raw`[${numerals}两多${circled}\d]{1,2}`
const unit = '(?:项|种|个|类|份|张|样)?'

/** `二选一`, `(6选1)`, `②选①` */
const outOf = new RegExp(`(?:${digits})选([${numerals}两${circled}\\d]{1,2})${unit}`, 'y')

/** `任选其一`, `任意两项`, `至少一种`, `任一` */
const some = new RegExp(
  `(?:二者|两者|三者)?(?:任意选择|任意选|任意|任选|任择|选择|至少(?:提供|具备|上传|满足)?|满足|任)(?:以下|下列|上述)?其?中?(?:的)?(?:任意|任何)?(?:其?([${numerals}两\\d]{1,2})${unit})(?:即可)?`,
  'y',
)

/** `其中一项`, `之一`, `择一` */
const one =
  /(?:以下|下列|上述|以上)(?:资质|材料|证照|文件|证件)?(?:中的?)?(?:任意|任何|任|其中)?一[项种个份张]|(?:二者|两者|三者)?其中的?(?:任意|任何|任)?一(?:[项种个类份张]|(?![般直致]))(?:即可)?|(?:二者|两者|三者)?(?:之|其|择|选)一(?![般直致些])(?:即可)?|一[项种]即可|均可|皆可|(?:任意|任何)其一|(?:either )?one of the following|any of the following/y

/** The choice that is stated at a place of a folded text. */
export function choiceAt(text: string, at: number): Choice | undefined {
  for (const pattern of [outOf, some, one]) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) return {length: match[0].length, count: match[1] === undefined ? 1 : numberOf(match[1])}
  }
  return undefined
}

/** The number that a numeral states, up to 99; 1 for what is none. */
export function numberOf(numeral: string): number {
  if (/^\d+$/.test(numeral)) return Number(numeral)
  const ring = circled.indexOf(numeral)
  if (ring >= 0) return ring + 1
  if (numeral === '两') return 2
  const [tens = '', ones = ''] = numeral.includes('十') ? numeral.split('十') : ['', numeral]
  const ten = numeral.includes('十') ? (numerals.indexOf(tens || '一') + 1) * 10 : 0
  return ten + (ones === '' ? 0 : numerals.indexOf(ones) + 1) || 1
}

/** The characters with which a choice begins. */
export const choiceStarts = `${numerals}两多${circled}0123456789任选至满其之择均皆以下上二两三oae`
