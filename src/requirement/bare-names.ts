import {isHan} from '../text/cjk.ts'
import type {Range} from '../text/range.ts'

/** What the names of Chinese licences end with, the longer first. A number or a copy of one is not the licence. */
const ending =
  /(?:许可证书|许可证|許可證|营业执照|營業執照|执照|執照|证书|證書|执业证|登记证|资格证|注册证|备案证|备案凭证|合格证|資格證|註冊證|登記證|執業證)(?![明号號件码碼照书書])(?!编号|編號|号码)/g

/** Words that end before a name begins: verbs of handing in, connectives, and what hangs on 的. */
const boundary =
  /无需|无须|不需|無需|上传|提供|提交|出具|持有|具有|具备|取得|办理|需要|包括|包含|有效|新版|旧版|上述|相关|相应|对应|其他|各类|任一|以及|或者|或|及|与|和|且|并|的|凭|即(?![食时将])|上傳|具備|相關/g

/** Words that lead to a name at the beginning of a run of ideographs. */
const lead =
  /^(?:请|应有|须有?|需有?|见|含|附上?|凭|持|为|由|如|即(?![食时将])|申请|领取|获得|取得|出示|属于|一份)+/

/** What says that the name after it is not asked for. */
const negation = /(?:无需|无须|不需|不必|毋须|無需|無須|未|免|没有)[^，。；、]{0,4}$/

/** Words that name no particular licence. */
const general = /经营|生产|行业|专业|业务|服务|资质|资格|行政|从业|执业|特许|许可|经济|准入/g

/** Finds licence names in a qualification text that stand in no marks. Ranges count in the plain text. */
export function findBareNames(text: string, marked: readonly Range[]): readonly Range[] {
  const names: Range[] = []
  let from = 0
  let mark = 0
  for (const match of text.matchAll(ending)) {
    const end = match.index + match[0].length
    while ((marked[mark]?.end ?? Number.POSITIVE_INFINITY) <= match.index) {
      from = Math.max(from, marked[mark]?.end ?? from)
      mark++
    }
    if ((marked[mark]?.start ?? Number.POSITIVE_INFINITY) < end) continue
    const start = nameStart(text, Math.max(from, end - longestName), match.index)
    // A name with one of its marks has the other one missing: that is a matter of the marks.
    const isMarked = text[start - 1] === '《' || text[end] === '》'
    // `A类食品经营许可证` begins before its first ideograph, and where is not known.
    const isPart = /[A-Za-z\d]/.test(text.charAt(start - 1))
    const isDenied = isDeniedAt(text, start, from)
    if (!isMarked && !isPart && !isDenied && isParticular(text.slice(start, match.index), match[0]))
      names.push({start, end})
    from = end
  }
  return names
}

/** Whether the words before a name say that it is not asked for. */
export function isDeniedAt(text: string, start: number, from = 0): boolean {
  return negation.test(text.slice(Math.max(from, start - 8), start))
}

/** No licence has a longer name; a longer run of characters is a sentence. */
const longestName = 40

/** Back over ideographs to where a word before the name ends. */
function nameStart(text: string, from: number, to: number): number {
  let start = to
  while (start > from && isHan(text[start - 1])) start--
  let begin = start
  for (const word of text.slice(start, to).matchAll(boundary)) begin = start + word.index + word[0].length
  return begin + (lead.exec(text.slice(begin, to))?.[0].length ?? 0)
}

function isParticular(stem: string, suffix: string): boolean {
  if (/^[营營][业業]/.test(suffix)) return true
  const particular = stem.replace(general, '')
  return particular.length >= 2 && stem.length + suffix.length >= 5
}
