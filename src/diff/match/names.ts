import {nameKey} from '../../text/normalize.ts'

/** How far two names are the same. */
export type Overlap =
  /** One is the other with something added. */
  | 'contained'
  /** One character is another. Most such names stand for two things, `国内旅行社` and `国际旅行社`. */
  | 'one character'
  | 'none'

export function overlap(before: string, after: string): Overlap {
  const [short = [], long = []] = [before, after]
    .map((name) => [...nameKey(name)])
    .sort((a, b) => a.length - b.length)
  if (short.length < 2) return 'none'
  if (short.length === long.length) {
    const differing = short.filter((character, index) => character !== long[index]).length
    return differing === 1 && short.length > 2 ? 'one character' : 'none'
  }
  const rest = withoutInOrder(long, short)
  return rest && !rest.some((character) => denials.includes(character)) ? 'contained' : 'none'
}

/** `非金融` is not `金融`. */
const denials = '非不无無未禁'

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
