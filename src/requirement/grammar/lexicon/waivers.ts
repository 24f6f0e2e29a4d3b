import {fold} from '../fold.ts'
import {anyOf} from './patterns.ts'

/** `（如有）`: asked for only if there is one. */
const optional = new RegExp(
  `^${anyOf(
    '[如若](?:有|适用|涉及)(?:,?(?:请|则)?(?:提供|上传|检附))? 可选 选填 选传 选备 非必[须需要填传备选]',
    '非强制 视情况提供 可不提供 无则不填 optional',
  )}$`,
)

/** `《甲》已失效`: it is not asked for any more. */
const outdated = new RegExp(`^${anyOf('已(?:失效|停用|废止|取消|作废|过期) 不再受理 不再有效 无效 除外')}`)

/** `无`, `不限`, `-`: nothing is asked for. */
const nothing = new RegExp(
  `^${anyOf(
    '无 暂无 没有 无要求 无特殊要求 无资质要求 暂无要求 不限 不要求 不涉及 可选 非必填',
    '[-—–―/\\\\*~]+ n\\/?a none no nil notrequired nolicen[cs]e(?:required)?',
  )}$`,
)

/** Whether a remark says that something is asked for only of those who have it. */
export function saysOptional(text: string): boolean {
  return optional.test(fold(text))
}

/** Whether a remark says that something is not asked for any more. */
export function saysOutdated(text: string): boolean {
  return outdated.test(fold(text))
}

/** Whether a text says no more than that nothing is asked for. */
export function waives(text: string): boolean {
  return nothing.test(fold(text).replace(/[。.\s]/g, ''))
}
