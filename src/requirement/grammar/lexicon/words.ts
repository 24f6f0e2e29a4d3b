/** What a word of a qualification text does in it. */
export type WordKind =
  /** OR */
  | 'or'
  /** AND */
  | 'and'
  /** Opens a condition on a whole choice. */
  | 'but'
  /** What a licence covers: the subject of a condition. */
  | 'scope'
  /** "includes", "states": the verb of a condition. */
  | 'contains'
  /** Before another name of the same licence. */
  | 'equals'
  /** Before the applicant or kind of service that the text above holds for. */
  | 'applies'
  /** Before a remark. */
  | 'note'
  /** Before an example, or a place to look at: what it names is not asked for. */
  | 'example'
  /** Opens a clause that holds in a case only. */
  | 'if'
  /** Asks for all that is listed. */
  | 'each'
  /** Points to a list. */
  | 'list'
  /** A word that holds another one's characters and means something else. */
  | 'text'

interface Word {
  readonly text: string
  readonly kind: WordKind
}

/** What a remark begins with. */
export const noteWords = '注 备注 说明 注意 注意事项 提示 温馨提示 特别说明 补充说明 note'

/**
 * The words of the grammar, folded. A connective that is part of another word is listed with that word:
 * the longest one at a place is meant.
 */
const words: Readonly<Record<WordKind, string>> = {
  or: '或者 或是 要么 否则 或 / | or',
  and: '以及 及 与 和 且 并且 而且 并 同时 加上 + & and',
  but: '但是 但',
  scope:
    '经营范围 业务范围 许可范围 服务范围 核准范围 核定范围 登记范围 覆盖范围 经营项目 许可项目 服务项目 业务项目 ' +
    '核准项目 许可内容 经营内容 业务内容 业务种类 许可种类 经营种类 服务种类 业务类型 经营类型 许可类别 经营类别 业务类别 ' +
    '经营方式 经营业态 主体业态 有效期限 有效期 注册资本 注册资金 资质等级 许可事项 备案事项',
  contains: '包含 包括 含有 含 涵盖 覆盖 注明 载明 写明 标明 列明 标注',
  equals:
    '即 又称 也称 亦称 俗称 简称 以下简称 又名 也叫 也即 旧称 原称 原名 原名称 曾用名 别名 现称 现名 现更名为 已更名为 更名为',
  applies: '适用类别 适用类目 适用范围 适用主体 适用对象 适用场景 适用业务 适用于 仅适用于',
  note: noteWords,
  example: '例 示例 例如 比如 譬如 诸如 详见 参见 参考 样例 模板',
  if: '如果 若是 如若 倘若 若 如',
  each:
    '缺一不可 均需 均须 都需 都须 皆需 皆须 全部 全部提供 均为必需 二者均需 两者均需 三者均需 二者均须 两者均须 三者均须 ' +
    '二者缺一不可 两者缺一不可 三者缺一不可 二者皆需 两者皆需 all of the following',
  list: '以下 下列 如下 下述 上述 以上 前述',
  text:
    '共和国 共和 和平 和谐 和解 总和 饱和 亲和 暖和 柔和 温和 及时 及格 普及 涉及 埃及 波及 触及 提及 言及 以及时 ' +
    '参与 与否 给与 赠与 授与 与会 与时 并购 合并 并联 并列 并发 并行 兼并 吞并 或许 即时 即食 即将 立即 随即 即可 即期 即日 即刻 ' +
    '即使 当即 迅即 如实 如期 如同 条例 惯例 案例 比例 范例 例外 例行 不如 假如 自如 含税 含义 含量 不含 注册 注销 注塑 ' +
    '全部或部分 尚且 况且 暂且 姑且 原即 以上学历 不但 非但 说明书 提示书 涵盖率',
}

const byFirst = new Map<string, Word[]>()
for (const [kind, list] of Object.entries(words)) {
  for (const text of list.split(' ').filter(Boolean)) {
    const first = text.charAt(0)
    const known = byFirst.get(first) ?? []
    byFirst.set(first, known)
    known.push({text, kind: kind as WordKind})
  }
}
for (const known of byFirst.values()) known.sort((a, b) => b.text.length - a.text.length)

/** The characters with which words begin. */
export const wordStarts = [...byFirst.keys()].join('')

/** The longest word of the grammar that begins at a place of a folded text. */
export function wordAt(text: string, at: number): Word | undefined {
  const known = byFirst.get(text.charAt(at))
  return known?.find((word) => text.startsWith(word.text, at) && standsAlone(text, at, word.text))
}

/** A word of letters is no part of a longer one: not `or` in `factory`. */
function standsAlone(text: string, at: number, word: string): boolean {
  if (!/[a-z]$/.test(word)) return true
  return !/[a-z\d]/.test(text.charAt(at - 1)) && !/[a-z\d]/.test(text.charAt(at + word.length))
}
