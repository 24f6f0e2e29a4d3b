import {anyOf, endOf} from './patterns.ts'

/** What the words for a piece of evidence end with. */
const papers = anyOf(
  '许可 备案 批件 文件 附件 证件 材料 资料 资质 合同 协议 报告 批文 批复 凭证 凭据 授权 声明 承诺 名单 名录 清单 保单',
  '订单 票据 发票 回执 章程 证明 说明书 登记表 申请表 备案表 信息表 记录 流水 租约 账单 水单 户口本 户口簿 银行卡 身份证',
  '样本 标签 文号 备案号 证号 编号 链接 网址 截图 照片 正反面 正面照 [截门实]?图 截屏 页面?',
  '复印件 扫描件 影印件 原件 副本 正本 (?:执|牌|驾|护|证)照 (?:资格|执业|登记)证',
  '(?<![公保验认论求见查])证 (?<![图秘尚])书 (?<![公])函',
)

const englishPapers =
  '(?:licen[cs]e|permit|certificate|approval|registration|agreement|contract|letter|statement|proof|filing|authori[sz]ation)s?'

const evidence = new RegExp(`(?:${papers}|${englishPapers})(?:等|即可|一份|各一份)?$`)

/** What a copy or a part of a licence is called: after its name it says in what form it is handed in. */
const copy = new RegExp(`^${anyOf('原件 复印件 扫描件 影印件 副本 正本 正 副 照片 正副本')}(?:等|即可)?$`)

/** What is done to a paper, or what it covers: no other paper. */
const property = new RegExp(
  `${anyOf('盖章 签字 签章 签名 公章 有效 一致 除外 以上 以下 以内 范围内? 期内 业务 服务 类 级')}$`,
)

/** Whether a folded stretch names a piece of evidence. */
export function namesEvidence(text: string): boolean {
  return evidence.test(endOf(text))
}

/** Whether a folded stretch says no more than in what form something is handed in. */
export function namesCopy(text: string): boolean {
  return copy.test(text.trim())
}

/** Whether a folded stretch says what is done to a paper, or what it covers. */
export function namesProperty(text: string): boolean {
  return property.test(text)
}
