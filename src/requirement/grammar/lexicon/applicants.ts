import {anyOf} from './patterns.ts'

/** Who reads the text, and why, where, when or in which order something is asked for: nobody is told apart. */
const address = new RegExp(
  `^${anyOf(
    '您 你 贵司 贵公司 申请人 申请者 根据 依据 按照 依照 遵照 满足 符合 首先 其次 再次 然后 最后 此外 原则上 一般',
    '通常 不仅 不但 请 在后台 登录 自?\\d{4}年 于?\\d+个工作日 [本该此]类目 选择[本该此]类目 申请[本该此]类目',
    '由商家$ 商家自行$ 选其 但',
  )}`,
)

/** What the words for an applicant end with before a comma: `涉及食品的，`, `成立满两年的企业，`. */
const applicant = new RegExp(`(?:[的时者]|的${anyOf('企业 商家 机构 主体 单位 平台 商户 个人 公司')})$`)

/** What follows a name that tells who is meant: `已取得《甲》的商户`. */
const told = new RegExp(`^${anyOf('的 到期 过期 失效')}`)

/** Whether a folded stretch before a verb tells no applicant apart. */
export function namesNobody(text: string): boolean {
  return address.test(text)
}

/** Whether a folded stretch ends as the words for an applicant do. */
export function endsApplicant(text: string): boolean {
  return applicant.test(text)
}

/** Whether what follows a name makes it part of the words for an applicant. */
export function continuesApplicant(text: string): boolean {
  return told.test(text)
}
