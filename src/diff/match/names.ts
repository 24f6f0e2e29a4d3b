import {nameKey} from '../../text/normalize.ts'

/** How far two names are the same. */
export type Overlap =
  /** One is the other with something added: no more than it has itself, as `银行信用卡` is no `银行`. */
  | 'contained'
  /** One character of four or more is another, and is none of those that tell two things apart. */
  | 'one character'
  | 'none'

export function overlap(before: string, after: string): Overlap {
  const [short = [], long = []] = [before, after]
    .map((name) => [...nameKey(name)])
    .sort((a, b) => a.length - b.length)
  if (short.length < 2) return 'none'
  if (short.length === long.length) {
    return isOneMistake(short, long) ? 'one character' : 'none'
  }
  if (long.length > 2 * short.length) return 'none'
  const rest = withoutInOrder(long, short)
  return rest && !rest.some((character) => denials.includes(character)) ? 'contained' : 'none'
}

/** `非金融` is not `金融`, and `国内外` is not `国内`. */
const denials = '非不无無未禁除外'

/** Of three characters or fewer, one makes another word: `汽车票` and `火车票`. */
function isOneMistake(name: readonly string[], other: readonly string[]): boolean {
  const [place, ...more] = [...name.keys()].filter((index) => name[index] !== other[index])
  if (name.length < 4 || place === undefined || more.length > 0) return false
  return ![name[place], other[place]].every((character = '') => telling.test(character))
}

/** What tells kinds of one thing apart, if each of two names has another one of them: `国内旅行社` and `国际旅行社`. */
const telling =
  /[\p{N}a-z一二三四五六七八九十甲乙丙丁内外际境进出入男女老少幼大中小新旧长短高低上下前后左右东西南北公私国省市县区港澳台美买卖租售批零单双多]/u

/** What is left of the longer when the shorter is taken out, whose characters must stand in it in their order. */
function withoutInOrder(long: readonly string[], short: readonly string[]): readonly string[] | undefined {
  const rest: string[] = []
  let found = 0
  for (const character of long) {
    if (character === short[found]) found++
    else rest.push(character)
  }
  return found === short.length ? rest : undefined
}
