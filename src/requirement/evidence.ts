/** What the words for a piece of evidence end with, folded. */
const evidence = new RegExp(
  `(?:${[
    '许可|备案|批件|文件|附件|证件|材料|资料|资质|合同|协议|截图|照片|报告|批文|批复|凭证|凭据|授权|声明|承诺|名单|名录|清单|保单|订单|票据',
    '发票|回执|章程|证明|说明书|登记表|申请表|备案表|信息表|文号|正反面|正面照|[截门实]?图|截屏|页面?|链接|网址|记录|流水|租约|账单|水单|备案号|编号|户口本|户口簿|银行卡|身份证|复印件|扫描件|影印件|原件|副本|正本|样本|标签|证号',
    '(?<![公保验认论求见查])证|(?<![图秘尚])书|(?<![公])函|(?:执|牌|驾|护|证)照|(?:资格|执业|登记)证',
    '(?:licen[cs]e|permit|certificate|approval|registration|agreement|contract|letter|statement|proof|filing|authori[sz]ation)s?',
  ].join('|')})(?:等|即可|一份|各一份)?$`,
)

/** What the name of a body ends with, folded. */
const body = /(?:局|部|委|会|行|所|院|署|厅|司|处|部门|机构|政府|机关|中心|公司|单位|企业|主体)$/

/** Nothing longer is looked at: an ending is short. */
const longest = 16

/** Whether a folded stretch names a piece of evidence. */
export function namesEvidence(text: string): boolean {
  return evidence.test(ending(text))
}

/** Whether a folded stretch ends in the name of a body. */
export function namesBody(text: string): boolean {
  return body.test(ending(text))
}

function ending(text: string): string {
  return text
    .slice(-longest * 2)
    .trimEnd()
    .slice(-longest)
}

/** What a copy or a part of a licence is called: after its name it says in what form it is handed in. */
const copy = /^(?:(?:原件|复印件|扫描件|影印件|副本|正本|正|副|照片|正副本)(?:等|即可)?)$/

/** Whether a folded stretch says no more than in what form something is handed in. */
export function namesCopy(text: string): boolean {
  return copy.test(text.trim())
}
