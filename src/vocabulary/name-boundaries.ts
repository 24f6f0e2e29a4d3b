import {isHan} from '../text/cjk.ts'

/**
 * Words that a name begins right after. Before any other ideograph it is part of a longer name, and that may be
 * another licence: `保健食品经营许可证`, `饮用水卫生许可证`.
 */
const before = new RegExp(
  `(?:${[
    // handing in and holding
    '提供|上传|提交|出具|出示|持有|具有|具备|拥有|没有|取得|获得|获取|办理|申请|申领|领取|补充|凭|持|附|见|通过|无',
    // must, is, holds
    '需|须|应|请|为|是|由|含|包括|包含|属于|即|如|等|又称|简称|俗称|名称',
    // connectives
    '或|或者|及|以及|与|和|且|并|而|的',
    // which and how many
    '其|该|此|每|各|种|个|份|张|项|新版|旧版|电子版|原|有效|合法|相关|有关|相应|对应|上述|以下|任一|共和国',
    // whose
    '(?<!生产|经营|加工)企业|公司|商户|商家|店铺|门店|餐厅|单位|机构|主体|平台|学校|医院|个人|本人|法人|卖家|经营者|个体户|工商户',
    '申请人|申请者|服务商|供应商|厂家|双方|对方',
    // from whom
    '颁发|核发|签发|发放|部门|政府|局|委',
  ].join('|')})$`,
)

const longestBefore = 5

/** Whether a name can begin there. */
export function beginsName(text: string, start: number): boolean {
  const previous = text[start - 1]
  if (previous === undefined) return true
  if (isAlphanumeric(text.charCodeAt(start))) return !isAlphanumeric(text.charCodeAt(start - 1))
  return !isHan(previous) || before.test(text.slice(Math.max(0, start - longestBefore), start))
}

/** What makes another word of a name by its last character. A number of a licence is not the licence either. */
const after: ReadonlyMap<string, RegExp> = new Map([
  ['证', /^(?:[明书件券据实监交]|照(?!片))/],
  ['案', /^[证凭表登核制机系管人单]/],
])

const number = /^(?:[号號码碼]|[编編][号號码碼]?)/

/** Whether a name can end there. */
export function endsName(text: string, end: number): boolean {
  if (isAlphanumeric(text.charCodeAt(end))) return !isAlphanumeric(text.charCodeAt(end - 1))
  const rest = text.slice(end, end + 2)
  return !number.test(rest) && !after.get(text.charAt(end - 1))?.test(rest)
}

/** Whether the UTF-16 unit is a letter or digit of ASCII, in full or half width. */
export function isAlphanumeric(unit: number): boolean {
  const half = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit
  return (half >= 0x30 && half <= 0x39) || (half >= 0x41 && half <= 0x5a) || (half >= 0x61 && half <= 0x7a)
}
