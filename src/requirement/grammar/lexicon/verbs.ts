import {anyOf, lengthAt} from './patterns.ts'

/** A verb of handing in, with the words before it that say how. */
export interface Verb {
  readonly length: number
  /** It adds to what stands before: `还需提供`. */
  readonly isAddition: boolean
  /** It offers another way: `也可提供`. */
  readonly isAlternative: boolean
  /** It asks for all that is listed: `同时提供`. */
  readonly asksForAll: boolean
  /** It says that nothing is to be handed in: `无需提供`. */
  readonly isDenial: boolean
  /** It says that there is a need: `需提供`. */
  readonly statesNeed: boolean
  /** A verb is there, not only the words before it: `提供`, not `需`. */
  readonly isFull: boolean
}

const verb = new RegExp(
  `${anyOf(
    '上传 提供 提交 出具 具备 持有 取得 办理 出示 递交 具有 获得',
    '报送 拥有 附上 附送 上交 呈交 检附 提报 补交',
  )}(?![商者方的率])`,
  'y',
)

/** Words before a verb that say that, how or for whom. `请` is part of a word in `申请`. */
const modal = new RegExp(
  anyOf(
    '(?<![申邀聘敦])请(?!求|示) 需要 需(?!求) 必须 须(?!知) 应当 应(?![用急聘届]) 还(?![款原]) 另外? 则 只(?!读) (?<!不)仅',
    '均 都 皆 也 亦 再 又 同时 务必 统一 分别 一并 自行 另行 补充 各自 可(?!以?查|靠|视|能) 要(?!求) 得',
  ),
  'y',
)

/** Words that say that nothing is asked for, or only if someone likes. */
const denial = new RegExp(
  anyOf(
    '暂?(?:无需|无须|不需要|不需|不必|毋须|毋需|免于|免)(?!费) 非必[须需要]?',
    '(?:建议|推荐|最好)(?![函信书表人单]) (?:可|也可)?选择性',
  ),
  'y',
)

/** `建议提供`; without a verb it is a word like others. */
const advice = /^(?:建议|推荐|最好)$/

/** Words that say of the name right after them that it will not do. */
const exclusion =
  /(?:不(?:接受|支持|认可|收|包括|包含|含|得)|禁止|严禁|谢绝|拒绝)(?:使用|提供|上传)?(?:任何)?/y

/** What verbs are written with. */
export const verbPatterns: readonly RegExp[] = [verb, modal, denial, exclusion]

/** The characters with which a verb or the words before it begin. */
export const verbStarts =
  '上提出具持取办递获报拥附呈检补请需必须应还另则只仅均都皆也亦再又同务统分一自各可要得暂无不毋免非建推最选禁严谢拒'

/** More words than that stand before no verb. */
const mostModals = 8

/** The words at a place that exclude what is named after them; 0 where there are none. */
export function exclusionAt(text: string, at: number): number {
  return lengthAt(exclusion, text, at)
}

/** The verb that begins at a place of a folded text. */
export function verbAt(text: string, at: number): Verb | undefined {
  const {words, end, isDenial} = modalsAt(text, at)
  const length = end - at + lengthAt(verb, text, end)
  const isFull = length > end - at
  if (length === 0 || (!isFull && advice.test(words.at(-1) ?? ''))) return undefined
  const isAlternative = /[也亦]可/.test(words.join(''))
  return {
    length,
    isAddition: !isAlternative && words.some((word) => /[还另再又]|同时|一并|补充/.test(word)),
    isAlternative,
    asksForAll: words.some((word) => /^(?:同时|均|都|皆)$/.test(word)),
    isDenial,
    statesNeed: words.some((word) => /^(?:请|需|须|应|必)/.test(word)),
    isFull,
  }
}

/** The words before a verb. A denial is the last of them but for one: `无需再提供`. */
function modalsAt(text: string, at: number) {
  const words: string[] = []
  let end = at
  for (let step = 0; step < mostModals; step++) {
    const denied = lengthAt(denial, text, end)
    const length = denied || lengthAt(modal, text, end)
    if (length === 0) break
    words.push(text.slice(end, end + length))
    end += length
    if (denied > 0) return {words, end: end + lengthAt(modal, text, end), isDenial: true}
  }
  return {words, end, isDenial: false}
}
