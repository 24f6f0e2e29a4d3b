import type {DiffSummary, Effect, Evidence, Reformatted} from '../../diff/model.ts'
import type {Language} from '../../finding.ts'

/** What the reports of a diff say in their own words. Texts are handed to them as they are shown. */
export interface DiffWords {
  readonly title: string
  readonly noCategory: string
  readonly noName: string
  readonly documents: string
  /** A row, or a list of them, and what is said of it. */
  readonly of: (name: string, text: string) => string
  readonly comma: string
  readonly unstated: string
  readonly added: string
  readonly removed: string
  readonly newCategory: string
  readonly goneCategory: string
  readonly renamed: (from: string, evidence: readonly Evidence[]) => string
  readonly moved: (from: string) => string
  readonly effect: Readonly<Record<Effect, string>>
  readonly ambiguous: string
  readonly tooLarge: string
  readonly note: string
  readonly reformatted: Readonly<Record<Reformatted['what'], string>>
  readonly licenses: (added: readonly string[], removed: readonly string[]) => string
  /** One licence by two names. */
  readonly otherNames: (before: readonly string[], after: readonly string[]) => string
  /** The counts that are not nothing. */
  readonly counts: (summary: DiffSummary, effects: Readonly<Record<Effect, number>>) => readonly string[]
  readonly identical: string
  readonly sameData: string
  readonly columns: readonly [what: string, name: string, before: string, after: string]
  readonly leftOut: (changes: number) => string
}

const ENGLISH: DiffWords = {
  title: 'Changes of the category data',
  noCategory: '(under no category)',
  noName: '(no name)',
  documents: 'Documents',
  of: (name, text) => `${name}: ${text}`,
  comma: ', ',
  unstated: 'no qualification stated',
  added: 'added',
  removed: 'removed',
  newCategory: 'the category is new',
  goneCategory: 'the category is gone',
  renamed: (from, evidence) => `renamed, was ${from} (${reasons(evidence, ENGLISH_EVIDENCE, ', ')})`,
  moved: (from) => `moved here from ${from}`,
  effect: {tightened: 'tightened', loosened: 'loosened', changed: 'changed'},
  ambiguous: 'one of the texts allows another reading',
  tooLarge: 'too large to tell whether it was tightened or loosened',
  note: 'another note',
  reformatted: {
    name: 'name written otherwise',
    text: 'text written otherwise',
    note: 'note written otherwise',
    order: 'another order',
    path: 'another path',
  },
  licenses: (added, removed) =>
    [prefixed('now asks for ', added, ', '), prefixed('no longer for ', removed, ', ')]
      .filter(Boolean)
      .join('; '),
  otherNames: (before, after) => `the same licence: ${before.join(', ')} is ${after.join(', ')}`,
  counts: ({added, removed, renamed, moved, changed, reformatted}, {tightened, loosened}) =>
    stated([
      [added, `${added} added`],
      [removed, `${removed} removed`],
      [renamed, `${renamed} renamed`],
      [moved, `${moved} moved`],
      [
        changed,
        `${changed} changed${effects([tightened, 'tightened'], [loosened, 'loosened'], [' (', ', ', ')'])}`,
      ],
      [reformatted, `${reformatted} reformatted`],
    ]),
  identical: 'Nothing differs',
  sameData: 'The data are the same, only the text differs',
  columns: ['Change', 'Subcategory', 'Before', 'After'],
  leftOut: (changes) =>
    `${changes} more ${changes === 1 ? 'change is' : 'changes are'} left out here: a comment holds no more.`,
}

const ENGLISH_EVIDENCE: Readonly<Record<Evidence, string>> = {
  stated: 'as stated',
  category: '',
  requirement: 'same requirement',
  'no-qualification': 'no qualification on either side',
  neighbours: 'same neighbours',
  names: 'overlapping names',
  rows: 'most rows kept',
}

const CHINESE: DiffWords = {
  title: '类目数据的变化',
  noCategory: '（不属于任何类目）',
  noName: '（无名称）',
  documents: '文档',
  of: (name, text) => `${name}：${text}`,
  comma: '、',
  unstated: '未注明资质',
  added: '新增',
  removed: '删除',
  newCategory: '新增类目',
  goneCategory: '类目已删除',
  renamed: (from, evidence) => `改名，原为${from}（${reasons(evidence, CHINESE_EVIDENCE, '，')}）`,
  moved: (from) => `从${from}移来`,
  effect: {tightened: '收紧', loosened: '放宽', changed: '变更'},
  ambiguous: '其中一方的原文可有另一种理解',
  tooLarge: '要求过于庞大，无法判断收紧还是放宽',
  note: '备注变更',
  reformatted: {
    name: '名称写法不同',
    text: '文字写法不同',
    note: '备注写法不同',
    order: '顺序不同',
    path: '路径不同',
  },
  licenses: (added, removed) =>
    [prefixed('新要求', added, '、'), prefixed('不再要求', removed, '、')].filter(Boolean).join('；'),
  otherNames: (before, after) => `同一证照：${before.join('、')} 即 ${after.join('、')}`,
  counts: ({added, removed, renamed, moved, changed, reformatted}, {tightened, loosened}) =>
    stated([
      [added, `新增 ${added}`],
      [removed, `删除 ${removed}`],
      [renamed, `改名 ${renamed}`],
      [moved, `移动 ${moved}`],
      [changed, `变更 ${changed}${effects([tightened, '收紧'], [loosened, '放宽'], ['（', '，', '）'])}`],
      [reformatted, `仅写法不同 ${reformatted}`],
    ]),
  identical: '没有差异',
  sameData: '数据相同，仅写法不同',
  columns: ['变化', '二级类目', '之前', '之后'],
  leftOut: (changes) => `另有 ${changes} 处变化未列出：评论的长度有限。`,
}

const CHINESE_EVIDENCE: Readonly<Record<Evidence, string>> = {
  stated: '已指明',
  category: '',
  requirement: '资质要求相同',
  'no-qualification': '双方均未注明资质',
  neighbours: '相邻行相同',
  names: '名称重叠',
  rows: '大部分行保留',
}

export const DIFF_WORDS: Readonly<Record<Language, DiffWords>> = {en: ENGLISH, zh: CHINESE}

function reasons(
  evidence: readonly Evidence[],
  words: Readonly<Record<Evidence, string>>,
  comma: string,
): string {
  return evidence.flatMap((one) => words[one] || []).join(comma)
}

function prefixed(before: string, names: readonly string[], comma: string): string {
  return names.length > 0 ? before + names.join(comma) : ''
}

function stated(counts: readonly (readonly [number, string])[]): readonly string[] {
  return counts.filter(([count]) => count > 0).map(([, text]) => text)
}

function effects(
  [tightened, tightenedWord]: readonly [number, string],
  [loosened, loosenedWord]: readonly [number, string],
  [open, comma, close]: readonly [string, string, string],
): string {
  const parts = stated([
    [tightened, `${tightened} ${tightenedWord}`],
    [loosened, `${loosened} ${loosenedWord}`],
  ])
  return parts.length > 0 ? open + parts.join(comma) + close : ''
}
