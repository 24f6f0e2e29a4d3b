import type {Language} from '../finding.ts'
import type {Status} from '../query/evaluate.ts'

/** What the answer to a query says in its own words. */
export interface QueryWords {
  readonly noCategory: string
  readonly noName: string
  /** A row: its name and what is said of it. */
  readonly row: (name: string, text: string) => string
  readonly open: string
  /** One way, or a head for several. */
  readonly openIf: (way: string) => string
  readonly openInCases: string
  readonly missing: (parts: WayParts) => string
  readonly missingOneOf: string
  readonly impossible: string
  readonly way: (parts: WayParts) => string
  readonly condition: (name: string, condition: string) => string
  readonly otherWays: string
  readonly served: (held: string, name: string) => string
  readonly ambiguous: string
  readonly unstated: (count: number) => string
  readonly noRows: string
  readonly nothing: string
  readonly summary: (counts: Readonly<Record<Status, number>>) => string
}

/** The texts that make up a way, as they are shown. */
export interface WayParts {
  readonly when: readonly string[]
  readonly missing: readonly string[]
  readonly conditions: readonly string[]
}

const ENGLISH: QueryWords = {
  noCategory: '(under no category)',
  noName: '(no name)',
  row: (name, text) => `${name}: ${text}`,
  open: 'open',
  openIf: (way) => (way === '' ? 'open' : `open ${way}`),
  openInCases: 'open in any of these cases:',
  missing: ({when, missing, conditions}) =>
    `${englishCase(when, ': ')}missing ${englishList(missing)}${englishConditions(conditions, ', ')}`,
  missingOneOf: 'missing any one of these:',
  impossible: 'nothing meets its qualification',
  way: ({when, missing, conditions}) => {
    const before = englishCase(when, missing.length > 0 ? ': ' : '') + englishList(missing)
    return before + englishConditions(conditions, before && ', ')
  },
  condition: (name, condition) => `${name} meets “${condition}”`,
  otherWays: '… or in other ways',
  served: (held, name) => `${held} serves as ${name}`,
  ambiguous: 'the text allows another reading',
  unstated: (count) =>
    count === 1 ? '1 subcategory states no qualification' : `${count} subcategories state no qualification`,
  noRows: 'no subcategories',
  nothing: 'No categories found',
  summary: ({open, conditional, missing, unstated}) =>
    `${open} open, ${conditional} open on conditions, ${missing} missing something, ${unstated} with no qualification stated`,
}

function englishCase(when: readonly string[], after: string): string {
  return when.length > 0
    ? `for ${englishList(when.map((text) => (text.startsWith('¬') ? `others than “${text.slice(1)}”` : `“${text}”`)))}${after}`
    : ''
}

function englishConditions(conditions: readonly string[], before: string): string {
  return conditions.length > 0 ? `${before}if ${englishList(conditions)}` : ''
}

function englishList(items: readonly string[]): string {
  return joinList(items, ', ', ' and ')
}

const CHINESE: QueryWords = {
  noCategory: '（不属于任何类目）',
  noName: '（无名称）',
  row: (name, text) => `${name}：${text}`,
  open: '可开通',
  openIf: (way) => (way === '' ? '可开通' : `可开通，${way}`),
  openInCases: '符合以下任一情形即可开通：',
  missing: ({when, missing, conditions}) =>
    `${chineseCase(when, '，')}缺少${chineseList(missing)}${chineseConditions(conditions, '，')}`,
  missingOneOf: '缺少以下任意一项：',
  impossible: '没有任何资质能满足其要求',
  way: ({when, missing, conditions}) => {
    const before = chineseCase(when, missing.length > 0 ? '：' : '') + chineseList(missing)
    return before + chineseConditions(conditions, before && '，')
  },
  condition: (name, condition) => `${name}须符合“${condition}”`,
  otherWays: '… 另有其他方式',
  served: (held, name) => `${held}可作为${name}`,
  ambiguous: '原文可有另一种理解',
  unstated: (count) => `${count} 个二级类目未注明资质要求`,
  noRows: '没有二级类目',
  nothing: '未找到类目',
  summary: ({open, conditional, missing, unstated}) =>
    `可开通 ${open} 个，有条件可开通 ${conditional} 个，缺少资质 ${missing} 个，未注明资质 ${unstated} 个`,
}

function chineseCase(when: readonly string[], after: string): string {
  return when.length > 0
    ? `限${chineseList(when.map((text) => (text.startsWith('¬') ? `“${text.slice(1)}”以外` : `“${text}”`)))}${after}`
    : ''
}

function chineseConditions(conditions: readonly string[], before: string): string {
  return conditions.length > 0 ? `${before}前提是${conditions.join('，且')}` : ''
}

function chineseList(items: readonly string[]): string {
  return joinList(items, '、', '和')
}

export const QUERY_WORDS: Readonly<Record<Language, QueryWords>> = {en: ENGLISH, zh: CHINESE}

function joinList(items: readonly string[], comma: string, last: string): string {
  return items.length < 2 ? items.join() : items.slice(0, -1).join(comma) + last + items.at(-1)
}
