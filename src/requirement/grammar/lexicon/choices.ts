import {circledNumerals, hanNumerals, numberOf} from './numerals.ts'
import {anyOf, lengthAt, matchAt} from './patterns.ts'

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
  `(${digit}{1,3}|[多几百nx])[者项种个]?(?:任选|选|择|取)其?(${digit}{1,2})${unit}(?:即可)?`,
  'y',
)

/** Who the choice is among: it changes nothing. One pattern for it and what follows would take long to compile. */
const among = new RegExp(
  `${anyOf('二者 两者 三者', pointers)}?${anyOf(papers, '资料')}?(?:其中|当中|中)?的?`,
  'y',
)

/** `任选`, `任意`, `至少提供`: before the number, or before whom the choice is among. */
const some = new RegExp(
  `${anyOf('任意 任何 任选 任择 选择 至少 满足 任')}${anyOf('选择 选 提供 具备 上传 满足')}?`,
  'y',
)

/** `其一`, `两项`, `2项及以上`: the number behind {@link some}. */
const number = new RegExp(`(?:任意|任何)?其?(${digit}{1,2})${unit}(?:及以上|以上)?(?:即可)?`, 'y')

/** `其中一项`, `其一即可` */
const part = new RegExp(`选?(?:其中之|其中|其|之)的?(${digit})(?![般直致些次他实余])${unit}(?:即可)?`, 'y')

/** `2项及以上`, `两种即可` */
const several = new RegExp(`(${digit}{1,2})[项种个份张条](?:及以上|以上|即可)`, 'y')

/** `一项即可`, `择一`, `均可` */
const one =
  /一[项种个份张条]即可|[择选]一(?![般直致些])(?:即可)?|均可|皆可|[亦也]可以?(?=$|[。,;、)\s])|单选/y

/** `以下资质一项`, and in English */
const listed = new RegExp(
  `${anyOf(pointers)}${anyOf(papers)}?(?:中的?)?一[项种个份张]|(?:either )?one of the following|any of the following`,
  'y',
)

/** What choices are written with. */
export const choicePatterns: readonly RegExp[] = [outOf, among, some, part, several, one, listed]

/**
 * The characters with which a choice begins. `当`, `中` and `的` are not among them: behind a name they belong to
 * what stands before (`甲的任意一项`).
 */
export const choiceStarts = `${hanNumerals}两多几百nx${circledNumerals.slice(0, 10)}0123456789任选至满其之择均皆亦也单以下上二三资材证文oea`

/** The choice that is stated at a place of a folded text. */
export function choiceAt(text: string, at: number): Choice | undefined {
  const counted = matchAt(outOf, text, at)
  if (counted) {
    const [whole, total = '', count = ''] = counted
    const choice = {
      length: whole.length,
      count: numberOf(count),
      total: numberOf(total) || null,
    }
    return choice.count > 0 ? choice : undefined
  }
  const lead = lengthAt(among, text, at)
  const found = choiceBehind(text, at + lead) ?? (lead > 0 ? choiceBehind(text, at) : undefined)
  if (found && found.count > 0) return {length: found.end - at, count: found.count, total: null}
  const match = matchAt(several, text, at) ?? matchAt(listed, text, at)
  const count = numberOf(match?.[1] ?? '一')
  return match && count > 0 ? {length: match[0].length, count, total: null} : undefined
}

interface Found {
  readonly end: number
  readonly count: number
}

/** The choice behind those whom it is among. */
function choiceBehind(text: string, at: number): Found | undefined {
  const verb = lengthAt(some, text, at)
  if (verb > 0) {
    const from = at + verb
    const lead = lengthAt(among, text, from)
    const match = matchAt(number, text, from + lead) ?? matchAt(number, text, from)
    if (match?.[1]) return {end: match.index + match[0].length, count: numberOf(match[1])}
  }
  const match = matchAt(part, text, at) ?? matchAt(one, text, at)
  return match ? {end: match.index + match[0].length, count: numberOf(match[1] ?? '一')} : undefined
}
