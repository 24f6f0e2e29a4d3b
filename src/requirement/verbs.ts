/** A verb of handing in, with the words before it that say how. */
export interface Verb {
  readonly length: number
  /** It adds to what stands before (`还需提供`). */
  readonly adds: boolean
  /** It offers another way (`也可提供`). */
  readonly isOption: boolean
  /** It asks for all that follows (`同时提供`). */
  readonly together: boolean
  /** It says that nothing is to be handed in (`无需提供`). */
  readonly negative: boolean
  /** Whether a verb is there, not only the need for it (`需`). */
  readonly isFull: boolean
  /** Whether it says that there is a need. */
  readonly asks: boolean
}

const verb =
  /(?:上传|提供|提交|出具|具备|持有|取得|办理|出示|递交|具有|获得|报送|拥有|附上|附送|上交|呈交|检附|提报|补交)(?![商者方的率])/y

/** Words before a verb that say that, how or for whom. `请` is part of a word in `申请`. */
const modal =
  /(?<![申邀聘敦])请(?!求|示)|需要|需(?!求)|必须|须(?!知)|应当|应(?![用急聘届])|还(?![款原])|另外?|则|只(?!读)|(?<!不)仅|均|都|皆|也|亦|再|又|同时|务必|统一|分别|一并|自行|另行|补充|各自|可(?!以?查|靠|视|能)|要(?!求)|得/y

/** Words that say that nothing is asked for, or only if someone likes. */
const denial =
  /暂?(?:无需|无须|不需要|不需|不必|毋须|毋需|免于|免)(?!费)|非必[须需要]?|(?:建议|推荐|最好)(?![函信书表人单])|(?:可|也可)?选择性/y

/** Words that say of the name right after them that it will not do. */
const exclusion =
  /(?:不(?:接受|支持|认可|收|包括|包含|含|得)|禁止|严禁|谢绝|拒绝)(?:使用|提供|上传)?(?:任何)?/y

/** More words than that stand before no verb. */
const mostModals = 8

/** The words at a place that exclude what is named after them; 0 where there are none. */
export function exclusionAt(text: string, at: number): number {
  return lengthAt(exclusion, text, at)
}

/** The verb that begins at a place of a folded text. */
export function verbAt(text: string, at: number): Verb | undefined {
  let length = 0
  let denied = 0
  const words: string[] = []
  for (let step = 0; step < mostModals; step++) {
    denied = lengthAt(denial, text, at + length)
    const next = denied || lengthAt(modal, text, at + length)
    if (next === 0) break
    words.push(text.slice(at + length, at + length + next))
    length += next
    if (denied > 0) break
  }
  if (denied > 0) length += lengthAt(modal, text, at + length)
  const full = lengthAt(verb, text, at + length)
  if (length + full === 0) return undefined
  const isOption = /[也亦]可/.test(words.join(''))
  return {
    length: length + full,
    adds: !isOption && words.some((word) => /[还另再又]|同时|一并|补充/.test(word)),
    isOption,
    together: words.some((word) => /^(?:同时|均|都|皆)$/.test(word)),
    negative: denied > 0,
    isFull: full > 0,
    asks: words.some((word) => /^(?:请|需|须|应|必)/.test(word)),
  }
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

/** The characters with which a verb or the words before it begin. */
export const verbStarts =
  '上提出具持取办递获报拥附呈检补请需必须应还另则只仅均都也亦再又同务统分一自各可要得暂无不毋免禁严谢拒非建推最皆选'
