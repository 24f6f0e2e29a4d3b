import {circledNumerals, hanNumerals, numberOf} from './numerals.ts'
import {anyOf, matchAt} from './patterns.ts'

/** How many of a list are asked for. */
export interface Choice {
  readonly length: number
  readonly count: number
  /** Out of how many, where that is said. */
  readonly total: number | null
}

const digit = `[${hanNumerals}两${circledNumerals.slice(0, 10)}\\d]`
const unit = `${anyOf('项 种 个 类 份 张 样 条')}?`
const papers = '资质 材料 证照 文件 证件'
const pointers = '以下 下列 上述 以上'

/** `二选一`, `(6选1)`, `②选①`, `三者取其二` */
const outOf = new RegExp(
  `(${digit}{1,2}|多)[者项种个]?(?:任选|选|择|取)其?(${digit}{1,2})${unit}(?:即可)?`,
  'y',
)

/** Who the choice is among: it changes nothing. */
const among = `${anyOf('二者 两者 三者', pointers)}?${anyOf(papers, '资料')}?(?:其中|当中|中)?的?`

/** `任选其一`, `任意两项`, `至少提供以下一种`, `其中任何一份`, `任一` */
const some = new RegExp(
  `${among}${anyOf('任意 任何 任选 任择 选择 至少 满足 任')}${anyOf('选择 选 提供 具备 上传 满足')}?` +
    `${among}(?:任意|任何)?其?(${digit}{1,2})${unit}(?:及以上|以上)?(?:即可)?`,
  'y',
)

/** `其中一项`, `以下两项即可`, `提供其一即可` */
const part = new RegExp(
  `${among}选?(?:其中之|其中|其|之)的?(${digit})(?![般直致些次他实余])${unit}(?:即可)?`,
  'y',
)

/** `2项及以上`, `两种即可` */
const several = new RegExp(`(${digit}{1,2})[项种个份张条](?:及以上|以上|即可)`, 'y')

/** `一项即可`, `择一`, `均可` */
const one = new RegExp(
  `${among}(?:一[项种个份张条]即可|[择选]一(?![般直致些])(?:即可)?|均可|皆可|[亦也]可以?(?=$|[。,;、)\\s])|单选)|` +
    `${anyOf(pointers)}${anyOf(papers)}?(?:中的?)?一[项种个份张]|` +
    '(?:either )?one of the following|any of the following',
  'y',
)

/** What choices are written with. */
export const choicePatterns: readonly RegExp[] = [outOf, some, part, several, one]

/**
 * The characters with which a choice begins. `当`, `中` and `的` are not among them: behind a name they belong to
 * what stands before (`甲的任意一项`).
 */
export const choiceStarts = `${hanNumerals}两多${circledNumerals.slice(0, 10)}0123456789任选至满其之择均皆亦也单以下上二三资材证文oea`

/** The choice that is stated at a place of a folded text. */
export function choiceAt(text: string, at: number): Choice | undefined {
  const counted = matchAt(outOf, text, at)
  if (counted) {
    const [whole, total = '', count = ''] = counted
    const number = total === '多' ? null : numberOf(total)
    return numberOf(count) > 0 ? {length: whole.length, count: numberOf(count), total: number} : undefined
  }
  for (const pattern of [some, part, several, one]) {
    const match = matchAt(pattern, text, at)
    const count = match?.[1] === undefined ? 1 : numberOf(match[1])
    if (match && count > 0) return {length: match[0].length, count, total: null}
  }
  return undefined
}
