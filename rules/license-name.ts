import type {Requirement} from '../src/requirement/requirement.ts'
import {defineRule} from '../src/rule.ts'
import {nameKey} from '../src/text/normalize.ts'
import type {Range} from '../src/text/range.ts'

export const licenseName = defineRule({
  id: 'license-name',
  summary: {
    en: 'Disallow licence names that are renamed or abolished; point out informal and probably misspelt ones.',
    zh: '禁止已更名或已取消的证照名称，并提示非正式的和可能写错的名称。',
  },
  level: 'warning',
  fix: 'suggestion',
  options: {
    ignore: {
      type: 'strings',
      default: [],
      description: {en: 'Names that may stand as they are.', zh: '可以保留原样的名称。'},
    },
    informal: {
      type: 'boolean',
      default: true,
      description: {en: 'Whether informal names are pointed out.', zh: '是否提示非正式的名称。'},
    },
  },
  messages: {
    renamed: {
      en: 'Unexpected `{name}`: renamed `{canonical}` since {since}',
      zh: '`{name}` 自 {since} 起更名为 `{canonical}`',
      help: {
        en: 'write `{canonical}` if both names are not accepted (source: {source})',
        zh: '如不再接受旧证，请改为 `{canonical}`（来源：{source}）',
      },
    },
    besideNew: {
      level: 'info',
      en: '`{name}` is the former name of `{canonical}` (since {since}), which stands here too',
      zh: '`{name}` 是 `{canonical}` 的旧名（{since} 起更名），两者并列',
      help: {
        en: 'keep both if both are accepted (source: {source})',
        zh: '如新旧证件均可，可以保留（来源：{source}）',
      },
    },
    exchanged: {
      en: 'Unexpected “new” before `{name}`: `{canonical}` replaced it (since {since})',
      zh: '`{name}` 标为新版，实际自 {since} 起已由 `{canonical}` 取代',
      help: {
        en: 'exchange the two names, or the words before them (source: {source})',
        zh: '请对调两个名称，或对调其前的“新版”“旧版”（来源：{source}）',
      },
    },
    abolished: {
      en: 'Unexpected `{name}`: abolished since {since}',
      zh: '`{name}` 自 {since} 起取消',
      help: {
        en: 'say what is to be handed in instead (source: {source})',
        zh: '请写明现在应提供什么（来源：{source}）',
      },
    },
    partlyAbolished: {
      level: 'info',
      en: '`{name}` is abolished in part ({scope}) since {since}',
      zh: '`{name}` 自 {since} 起部分取消（{scope}）',
      help: {en: 'see whom it still concerns (source: {source})', zh: '请核对仍适用于谁（来源：{source}）'},
    },
    informal: {
      level: 'info',
      en: '`{name}` is an informal name of `{canonical}`',
      zh: '`{name}` 是 `{canonical}` 的非正式名称',
      help: {en: 'write the official name', zh: '请写正式名称'},
      folded: {
        en: '{count} informal licence names in {tables|table|tables}',
        zh: '{tables} 个表格中有 {count} 处非正式的证照名称',
      },
    },
    informalKind: {
      level: 'info',
      en: '`{name}` is an informal name for a class of `{canonical}`',
      zh: '`{name}` 是 `{canonical}` 其中一类的非正式名称',
      help: {
        en: 'write the official name and the class: {scope}',
        zh: '请写正式名称并注明类别：{scope}',
      },
      folded: {
        en: '{count} informal names for classes of licences in {tables|table|tables}',
        zh: '{tables} 个表格中有 {count} 处证照类别的非正式名称',
      },
    },
    misspelt: {
      level: 'info',
      en: 'Unknown licence `{name}`, much like `{canonical}`',
      zh: '未知的证照 `{name}`，与 `{canonical}` 相近',
      help: {en: 'check the name', zh: '请核对名称'},
    },
  },
  check({document, options, report}) {
    const ignored = new Set(options.ignore.map(nameKey))
    for (const record of document.records) {
      const {requirement} = record
      for (const {name: range, words: name, start} of requirement?.names ?? []) {
        if (!requirement || ignored.has(nameKey(name)) || requirement.isVerbatim(range)) continue
        const found = judge(requirement, name, options.informal)
        if (!found) continue
        const place = {at: requirement.sourceOf(range), record, column: 'qualification'} as const
        const fix = found.isReplaceable
          ? replacement(requirement, range, start < range.start, found.data.canonical)
          : {}
        report(found.message, {data: found.data, ...fix, ...place})
      }
    }
  },
})

/** Words with which a text may turn a licence down, so that it is read to the end. */
const turnsDown =
  /[不无無免未非禁严嚴谢謝拒停废廢]|失效|取消|作废|过期|過期|除外|[如若]有|可[选選]|[选選][填传傳备備]/

/** `不接受《餐饮服务许可证》`: an old name stands there on purpose. */
function isTurnedDown(requirement: Requirement, name: string): boolean {
  return turnsDown.test(requirement.text) && !requirement.asksFor(name)
}

interface Judgement {
  readonly message:
    | 'renamed'
    | 'exchanged'
    | 'besideNew'
    | 'abolished'
    | 'partlyAbolished'
    | 'informal'
    | 'informalKind'
    | 'misspelt'
  readonly data: Readonly<Record<'name' | 'canonical' | 'since' | 'source' | 'scope', string>>
  readonly isReplaceable?: boolean
}

function judge(requirement: Requirement, name: string, reportsInformal: boolean): Judgement | undefined {
  const known = requirement.lookUp(name)
  const nothing = {name, canonical: '', since: '', source: '', scope: ''}
  if (!known) {
    const canonical = requirement.nearest(name)
    return canonical ? {message: 'misspelt', data: {...nothing, canonical}} : undefined
  }
  const {canonical, since = '', source = '', scope = ''} = known
  const data = {name, canonical, since, source, scope}
  if (known.status === 'renamed' || known.status === 'abolished') {
    const isSourced = known.verified && since !== '' && source !== ''
    return isSourced && !isTurnedDown(requirement, name) ? judgeOld(requirement, known, data) : undefined
  }
  const isInformal = known.status === 'informal' || known.matched === 'informal'
  return reportsInformal && isInformal && known.verified ? judgeInformal(requirement, known, data) : undefined
}

function judgeOld(requirement: Requirement, {status, scope}: Known, data: Judgement['data']): Judgement {
  if (status === 'abolished') return {message: scope ? 'partlyAbolished' : 'abolished', data}
  const isBoth = requirement.names.some(({words}) => nameKey(words) === nameKey(data.canonical))
  if (!isBoth) return {message: 'renamed', data, isReplaceable: true}
  return {message: isCalledNew(requirement, data.name) ? 'exchanged' : 'besideNew', data}
}

/** `新版《互联网出版许可证》或旧版《网络出版服务许可证》` */
function isCalledNew({text, names}: Requirement, name: string): boolean {
  return names.some(
    ({words, start}) => words === name && /新版?\s*$/.test(text.slice(Math.max(0, start - 4), start)),
  )
}

type Known = NonNullable<ReturnType<Requirement['lookUp']>>

function judgeInformal(
  requirement: Requirement,
  {entry}: Known,
  data: Judgement['data'],
): Judgement | undefined {
  if (entry.status !== 'informal' && nameKey(data.canonical) !== nameKey(data.name))
    return {message: 'informal', data, isReplaceable: true}
  const [kind] = entry.kindOf ?? []
  if (!kind || kind.verified === false) return undefined
  const canonical = requirement.lookUp(kind.name)?.canonical ?? kind.name
  return {message: 'informalKind', data: {...data, canonical, scope: kind.scope ?? kind.name}}
}

function replacement(requirement: Requirement, range: Range, isMarked: boolean, canonical: string) {
  if (!requirement.isAsWritten) return {}
  const {start, end} = requirement.sourceOf(range)
  return {fix: {safe: false, edits: [{start, end, text: isMarked ? canonical : `《${canonical}》`}]}}
}
