import {simplify} from '../fold.ts'
import {anyOf, endOf} from './patterns.ts'

/** What the names of bodies end with, those who issue licences among them. */
const endings = '局 部 委 厅 署 部门 机构 政府 机关'

/** What the names of other bodies end with. */
const otherEndings = '会 行 所 院 司 处 中心 公司 单位 企业 主体'

/** What the names of issuers end with: less than above, since any word may end with `行` or `会`. */
const issuerEndings = '委员会 银行 交易所 协会 法院 监会 办公室 办'

/** What an issuer does with a licence. */
const issuing = '颁发 核发 签发 发放 批准 备案 印发 审批 核准 出具 开具 授予'

const body = new RegExp(`${anyOf(endings, otherEndings)}$`)
const issuer = new RegExp(`^(.{2,30}${anyOf(endings, issuerEndings)})的?$`)
const issued = new RegExp(`^([由经]?)([^，。；]{2,40}?)${anyOf(issuing)}的`)

/** What a body does with a paper that it writes itself. */
const writing = /^[出开]具/

/** Whether a folded stretch ends in the name of a body. */
export function namesBody(text: string): boolean {
  return body.test(endOf(text))
}

/** Whether a body stands before a verb as the one that writes a paper: `公安局` before `出具`. */
export function isWriter(subject: string, verb: string): boolean {
  return namesBody(subject) && writing.test(verb)
}

/** Who issues a licence, by the verb: `央行颁发的`, `由住建部门核发的`. */
export function issuerIn(text: string): string | null {
  const match = issued.exec(simplify(text))
  if (!match) return null
  const [, {length: start} = '', {length} = ''] = match
  return text.slice(start, start + length)
}

/** Who issues a licence, by what a body is called, before its name and without a verb: `住建部门的`. */
export function issuerNamedBy(text: string): string | null {
  return issuer.exec(text)?.[1] ?? null
}
