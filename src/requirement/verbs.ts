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

const modal =
  /请(?!求|示)|需要|需(?!求)|必须|须(?!知)|应当|应(?![用急聘届])|还(?![款原])|另外?|则|只(?!读)|仅|均|都|也|亦|再|又|同时|务必|统一|分别|一并|自行|另行|补充|各自|可(?!以?查|靠|视|能)|要(?!求)|得/y

const denial = /暂?(?:无需|无须|不需要|不需|不必|毋须|毋需|免于|免)(?!费)/y

/** The verb that begins at a place of a folded text. */
export function verbAt(text: string, at: number): Verb | undefined {
  const denied = lengthAt(denial, text, at)
  let length = denied
  let adds = false
  let isOption = false
  let together = false
  let asks = false
  for (let step = lengthAt(modal, text, at + length); step > 0; step = lengthAt(modal, text, at + length)) {
    const word = text.slice(at + length, at + length + step)
    isOption ||= length > 0 && word === '可' && /[也亦]$/.test(text.slice(at, at + length))
    adds ||= /[还另再又]|同时|一并|补充/.test(word)
    together ||= word === '同时'
    asks ||= /^(?:请|需|须|应|必)/.test(word)
    length += step
  }
  const full = lengthAt(verb, text, at + length)
  if (length + full === 0) return undefined
  return {
    length: length + full,
    adds: adds && !isOption,
    isOption,
    together,
    negative: denied > 0,
    isFull: full > 0,
    asks,
  }
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

/** The characters with which a verb or the words before it begin. */
export const verbStarts =
  '上提出具持取办递获报拥附呈检补请需必须应还另则只仅均都也亦再又同务统分一自各可要得暂无不毋免'
