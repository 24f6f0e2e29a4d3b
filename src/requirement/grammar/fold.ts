import {escapeClass} from './lexicon/patterns.ts'

/**
 * Writes a text so that one form of each word and mark is enough: half-width marks and digits, small letters,
 * simplified ideographs where a word of the grammar needs them. Length and places stay the same.
 */
export function fold(text: string): string {
  return text.replace(foldable, (character) => folded.get(character) ?? foldLatin(character))
}

/** Writes the ideographs alone so. */
export function simplify(text: string): string {
  return text.replace(simplifiable, (character) => simplifiedOf.get(character) ?? character)
}

/** Ideographs of the words of the grammar, each at the place of its simplified form below. */
const traditional =
  '許證執業營備無須應請傳與並選範圍適類別當還則兩項種個頒發簽關機構門註說條為於單據稱舊簡滿經認資質號書圖報協議張複審聲諾權會時僅擇領辦獲遞稅務國際區縣廳員滙網絡運輸檢齊錄冊產學環車駕財護標準規細設計場動電話實現況體戶連線將種擔'
const simplified =
  '许证执业营备无须应请传与并选范围适类别当还则两项种个颁发签关机构门注说条为于单据称旧简满经认资质号书图报协议张复审声诺权会时仅择领办获递税务国际区县厅员汇网络运输检齐录册产学环车驾财护标准规细设计场动电话实现况体户连线将种担'

const simplifiedOf: ReadonlyMap<string, string> = new Map(
  [...traditional].map((character, index) => [character, simplified[index] ?? character] as const),
)

const folded: ReadonlyMap<string, string> = new Map([
  ...simplifiedOf,
  ['\u3000', ' '],
  ['\u00A0', ' '],
  ['\t', ' '],
  ['［', '['],
  ['］', ']'],
  ['﹐', ','],
  ['﹔', ';'],
  ['﹕', ':'],
  ['︰', ':'],
  ['∕', '/'],
  ['｡', '。'],
  ['､', '、'],
])

const simplifiable = new RegExp(`[${traditional}]`, 'g')

const foldable = new RegExp(`[A-Z\\uFF01-\\uFF5E${escapeClass([...folded.keys()].join(''))}]`, 'g')

/** Full-width forms lie as far from ASCII as their first from `!`. */
function foldLatin(character: string): string {
  const code = character.charCodeAt(0)
  return (code > 0xff00 ? String.fromCharCode(code - 0xfee0) : character).toLowerCase()
}
