import {hasHan} from '../text/cjk.ts'

/**
 * What a text shows about its kind. The words are those of licensing in general: what evidence is called,
 * how it is asked for, who asks, and how a cell says that nothing is asked.
 */

/** Evidence by its last word: a name may hold `证` (证券) and does not end with it. */
const evidenceWords = new Set(
  (
    '证 證 证书 證書 执照 執照 驾照 牌照 许可 許可 批文 批复 批准 备案 備案 核准 认可 授权 ' +
    '授權 授权书 授權書 文件 材料 合同 合約 协议 協議 承诺 承諾 函 报告 证明 證明 声明 截图 ' +
    '照片 名录 复印件 扫描件 原件 盖章 公章 登记 商标 专利 发票 保证金 押金 账户 身份 法人 资格 ' +
    '资质 回执 章程 介绍信 网址 链接 电话 邮箱 牌匾 印章 等级 级别 号 號 牌 样本 样品 审 审批 ' +
    '评估 独资 合资 控股 会员 认定 鉴定 检验 评级 考核 经验 人员 员工 股东 资本 担保 自营 直营 ' +
    '官方 品牌方 权利人 表 单 单据 费 费用 凭据'
  ).split(' '),
)
const longestWord = Math.max(...[...evidenceWords].map((word) => word.length))

function endsWithEvidence(text: string): boolean {
  const end = text.replace(/[（(][^（）()]*[）)]$/, '')
  for (let length = 1; length <= longestWord; length++) if (evidenceWords.has(end.slice(-length))) return true
  return false
}

/** Evidence wherever it stands. */
const evidenceWithin =
  /[《〈@]|:\/\/|www\.|许可证|許可證|营业执照|營業執照|批准文|备案(?:号|证|凭证|证明)|经营范围|注册资本|资质|資質|文网文|\d+\s*(?:万|元|名|人|年|份|天|日|%|张|个)|[A-Za-z]{2,5}[证證]/

/** How evidence is asked for, or where to read about it. */
const request =
  /请|請|^[见見]|另行|通知|公告|公示|邀请|工单|需|须|須|应当|上传|上傳|提供|提交|出具|具备|持有|取得|办理后|详见|參見|参见|参照|参考|联系|咨询客服|适用|至少|以上|以下|以内|不少于|不低于|同上|同前|同左|任选|任一|其一|[选選][一二三\d]|之一|仅限|限于|限制/

// The long patterns below are read only where their beginning fits: building one costs more than all of its uses.
const standingInitials =
  /^[^\u4E00-\u9FFFA-Za-z]|^[无無暂不未免否是有可必选非待空略全所通默禁开支仅只限需特普人定邀白审]/
const subjectInitials = /^[非个個企政媒组機机单事社主境公商开]/

/** A cell that says: nothing, no, not yet, not open, everyone. */
const standing =
  /^(?:[\p{P}\p{S}\s]*|[无無]\S{0,8}|暂\S{0,6}|不\S{0,8}|未\S{0,6}|免\S{0,4}|[否是有]|可选|可選|必填|选填|必传|非必填|待\S{0,6}|空|略|全部|所有|通用|默认|禁止\S{0,4}|开放\S{0,4}|支持\S{0,4}|仅\S{0,8}|只\S{0,6}|限\S{0,8}|需\S{0,8}|特殊\S{0,4}|普通\S{0,4}|人工\S{0,4}|定向\S{0,4}|邀请\S{0,4}|白名单|审核\S{0,4})$/u

/** Who may open it, in place of what is needed. */
const subject =
  /^(?:非?(?:个人|企业|个体|個人|企業|政府|媒体|组织|機構|机构|单位|事业单位|社会团体|主体|境内|境外|公司|商户|开发者)(?:[\p{P}\s]*(?:及|和|或|与)?[\p{P}\s]*(?:个人|企业|个体户?|政府|媒体|其他|组织|工商户|主体|类|型|版|认证|单位|机构|公司))*|个体工商户)$/u

const english =
  /\b(?:licen[cs]es?|licen[cs]ed|permits?|certificates?|certifications?|certified|registrations?|registered|approvals?|approved|authori[sz]\w*|accreditations?|upload|provide|submit|required?|requires|requirements?|proof|evidence|documents?|cards?|contracts?|agreements?|letters?|declarations?|statements?|none|no|not|nil|null|n\/a|na|tbd|tba|see|same|above|as|optional|open|closed|any|all|only|trade\s?marks?|copyrights?|patents?|passports?|identity|id|scans?|copy|copies|photos?|screenshots?|reports?|insurance|deposit|business|company|companies|enterprises?|individuals?|must|should|contact|invit\w*|apply|application|ask|request|review|notice|at least|one of|either|yes)\b/i

/** Whether a text could well be what a qualification column states: evidence, a request, "none", "enterprises only". */
export function readsAsQualification(text: string): boolean {
  const trimmed = text.trim()
  return (
    // Most texts show it at once.
    /[《。请請需须]/.test(trimmed) ||
    trimmed.length > longestName(trimmed) ||
    hasSentenceMarks(trimmed) ||
    endsWithEvidence(trimmed) ||
    evidenceWithin.test(trimmed) ||
    request.test(trimmed) ||
    (standingInitials.test(trimmed) && standing.test(trimmed)) ||
    (subjectInitials.test(trimmed) && subject.test(trimmed)) ||
    (/[A-Za-z\d]/.test(trimmed) && (english.test(trimmed) || isCode(trimmed)))
  )
}

/** What every requirement has some of, so that most names are told apart by one look. */
const mayAsk = /[《〈证證照传傳供交具书書许許]|[A-Za-z]{4}/
const chineseRequest = /(?:请|請|需要?|须|須|应|應)?(?:上传|上傳|提供|提交|出具)/
const chineseLicense =
  /[《〈][^《》〈〉]*(?:证|證|证书|證書|执照|執照|书|書|函|批文|文件|许可|許可|备案|備案|证明)\s*[》〉]/
const bareLicense =
  /(?:许可证|許可證|营业执照|營業執照|资质证书|资格证书|经营许可|批准证书|登记证书?)(?:[（(][^（）()]*[）)])?[。.]?$/
const englishRequest =
  /^(?:please\s+)?(?:upload|provide|submit|requires?|attach|must)\b.*\b(?:licen[cs]e|permit|certificate|registration|approval|document|proof)/i
const englishLicense = /\b(?:licen[cs]e|permit|certificate)(?:\s+(?:required|copy))?\.?$/i

/** Whether a text is plainly a requirement, wherever it stands. A service around licences (`证照办理`) is none. */
export function isRequirement(text: string): boolean {
  const trimmed = text.trim()
  if (trimmed.length < 4 || !mayAsk.test(trimmed)) return false
  return (
    asksFor(trimmed) ||
    chineseLicense.test(trimmed) ||
    bareLicense.test(trimmed) ||
    englishLicense.test(trimmed)
  )
}

/** Whether a text asks for evidence. */
export function asksFor(text: string): boolean {
  if (!chineseRequest.test(text)) return englishRequest.test(text)
  return /证|證|照|许可|許可|备案|備案|文件|材料|证明|合同|协议|[《]/.test(text)
}

/** Whether a text could be a name: one short line of letters that is no sentence. */
export function readsAsName(text: string): boolean {
  const trimmed = text.trim()
  return (
    trimmed.length > 0 &&
    trimmed.length <= longestName(trimmed) &&
    !hasSentenceMarks(trimmed) &&
    letter.test(trimmed)
  )
}

const letter = /\p{L}/u

function longestName(text: string): number {
  return hasHan(text) ? 16 : 48
}

function hasSentenceMarks(text: string): boolean {
  return /[。；;：:！!？?，\n“”"]|\.\s|\.$/.test(text)
}

/** An abbreviation or a number is more likely a licence (`ICP`, `SP`, `3C`) than a name. */
function isCode(text: string): boolean {
  return /^[A-Z\d][A-Z\d .+/-]{0,9}$/.test(text)
}
