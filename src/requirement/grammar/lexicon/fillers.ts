import {anyOf} from './patterns.ts'

/** Words that say no more than that something is asked for: `所需资质`, `应满足以下条件之一`. */
const fillers = new RegExp(
  `${anyOf(
    '需 须 应 附 满足 符合 属于 条件 附件 必[传备填选] 主资质 补充 辅助 附加 其他 \\d 名称 类型 即可 提供 上传 提交',
    '资质 资格 材料 文件 证件 证照 证书 资料 证明 要求 所 其中 包括 具体 相关 以下 的 之 类目 类 中 其 准入 服务 任',
    '内容 有 为 和 或 及 、 ， , \\s \\( \\) required documents? qualifications? materials?',
  )}+`,
  'g',
)

/** Whether a folded text says no more than that something is asked for. */
export function isFiller(text: string): boolean {
  return text.replace(fillers, '') === ''
}
