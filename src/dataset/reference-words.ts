import {withoutRemark} from './names.ts'

const all = '全部|所有|全|任意|任何|不限|均可|皆可|都?可以?|通用|各个?'
const none = '无|暂无|没有|不支持|不适用|待定|未定|同上|其他|其它|是|否|[√✓✔×✗✘○●]'
const kinds = '(?:[一二三]级)?(?:子)?(?:服务)?类目|类别|类|的|下'

/** `全部二级类目`, `不限`, `合计：3`: no category in particular. */
const inGeneral = new RegExp(
  `^(?:该|本|此)?(?:${kinds})*(?:(?:${all})(?:${kinds})*|${none})$|^(?:合计|总计|小计|共计)`,
)

const inGeneralEnglish =
  /^(?:all|any|every(?:thing)?|none|n\/a|not? |no$|yes$|others?$|total|same|ditto|tbd)(?:\b|$)/i

/** `除直播、视频外`: what is left out, not what is meant. */
const exclusion = /^(?:除|除了).*(?:外|不?包括)|(?:以外|之外|除外|不包含?括?)(?:的.*)?$|^(?:不含|不包括|排除)/
const exclusionEnglish = /^(?:all |any |everything )?(?:except|excluding|other than)\b/i

/** Whether a text names no category in particular: all of them, none, all but some. */
export function namesNothing(text: string): boolean {
  const plain = withoutRemark(text)
  if (plain.length > longest) return true
  return (
    [inGeneral, inGeneralEnglish, exclusion, exclusionEnglish].some((pattern) => pattern.test(plain)) ||
    !/\p{L}/u.test(plain)
  )
}

/** A longer text is a sentence. */
const longest = 40

const leading = /^(?:[•·●▪*+–—-]|\d{1,2}[.、)）]|[①-⑳])\s*|^(?:仅限?于?|包括|包含|例如|如)\s*/
const counted = /等(?:\d+|[一二三四五六七八九十]+)?个?(?:[一二三]级)?(?:服务)?(?:子)?类?目?$|(?:服务)?类目?$/

/** A name without list markers, marks, quotes, remarks, `等` and the category before it (`娱乐-直播`). */
export function plainName(text: string, category = ''): string {
  const marked = withoutRemark(text).replace(leading, '')
  const quoted = /^[“"'「『《](.*)[”"'」』》]$/.exec(marked)?.[1] ?? marked
  const plain = withoutRemark(quoted.replace(counted, ''))
  const rest = category !== '' && plain.startsWith(category) ? plain.slice(category.length) : ''
  const name = /^\s*[-–—>›→/／·:：]+\s*(.+)$/.exec(rest)?.[1] ?? plain
  return name === '' ? text.trim() : name
}

/** `直播/视频`, `直播和视频`: several names, if that is what they are. */
export function piecesOf(name: string): readonly string[] {
  const pieces = name.split(/\s*[/／|｜+&＆]\s*|\s+(?:and|or)\s+|[和及与或、，,；;]|\s+/i)
  return pieces.filter((piece) => piece !== '')
}
