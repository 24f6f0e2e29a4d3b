import {nameKey} from '../text/normalize.ts'

/**
 * Words that tell licences apart. Names that do not have the same ones are no slips for each other, however close
 * they are. A character stands for the words that it is part of.
 */
const telling =
  /第?[一二三四五六七八九十]|[甲乙丙丁戊]|[\da-z]|[非无未不免副准半]|[内外境]|进口|出口|[大中小高初上下新旧东西南北省市县区国]|增值|基础|批发|零售|仓储|生产|经营|流通|使用|销售|加工|运输|储存|个人|企业|法人|会计|税务|审计|律师|评估|道|铁|公路|水|航空|海|空|食|药|饮|化妆|器械|医|兽|动|植|种[子苗畜禽]?|作业|行业|设备|频道|频率|资格|资质|登记|注册|备案|认证|许可|批准|执业|从业|保险|保安|证券|基金|期货|银行|信托|代理|经纪|公估|担保|典当|拍卖|印刷|出版|发行|广播|电视|电影|民办|公办|合作/g

/** Shorter names differ in too much by one character. */
const shortest = 7

/** The first characters say what the licence is for: another one there makes another licence. */
const subject = 2

/** Known names by their length, to ask which of them an unknown one is a slip for. */
export class NearNames {
  readonly #byLength = new Map<number, NearName[]>()

  constructor(names: readonly string[]) {
    for (const name of names) {
      const key = nameKey(name)
      if (key.length < shortest) continue
      const group = this.#byLength.get(key.length)
      if (group) group.push({name, key})
      else this.#byLength.set(key.length, [{name, key}])
    }
  }

  /** The names that differ by a single slip: a character too many, too few or mistaken, or two exchanged. */
  find(unknown: string): readonly string[] {
    const key = nameKey(unknown)
    if (key.length < shortest) return []
    const words = tellingWords(key)
    return [key.length - 1, key.length, key.length + 1]
      .flatMap((length) => this.#byLength.get(length) ?? [])
      .filter((known) => isSlip(key, known.key) && words === tellingWords(known.key))
      .map(({name}) => name)
  }
}

interface NearName {
  readonly name: string
  readonly key: string
}

function isSlip(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start] === b[start]) start++
  let tail = 0
  while (tail < shorter - start && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  const here = a.slice(start, a.length - tail)
  const there = b.slice(start, b.length - tail)
  if (start < subject) return false
  if (here.length <= 1 && there.length <= 1) return true
  return here.length === 2 && there.length === 2 && here[0] === there[1] && here[1] === there[0]
}

function tellingWords(key: string): string {
  return (key.match(telling) ?? []).sort().join(' ')
}
