import {normalizeText} from '../text/normalize.ts'
import {overlapsAny, type Range} from '../text/range.ts'
import {findBareNames} from './bare-names.ts'
import {findMarks, type Mark} from './marks.ts'

/** A licence name in a qualification text: with its marks, and what stands within them. */
export interface LicenseName extends Range {
  readonly name: Range
  /** Normalised. */
  readonly words: string
}

/** Finds names that are known to be licences, in running text. */
export type NameFinder = (text: string) => readonly Range[]

/** Finds all licence names, in marks or without, in the order of the text. None overlaps another or an exact form. */
export function findLicenseNames(
  text: string,
  findKnown: NameFinder,
  exact: readonly Range[] = [],
): readonly LicenseName[] {
  const marks = findMarks(text)
  const marked = outermost(marks.filter((mark) => isName(text, mark)))
  const known = findKnown(text)
  const ends = new Set(known.map(({end}) => end))
  // What the vocabulary knows begins where it says; what only looks like a name may begin a word too early.
  const alike = findBareNames(text, marks).filter(({end}) => !ends.has(end))
  const bare = [...known, ...alike].filter((range) => !isPartOfWord(text, range))
  const names = [
    ...marked.map(({start, end, inner}) => ({start, end, name: inner})),
    ...bare.map((name) => ({...name, name})),
  ]
  return disjoint(names)
    .filter((name) => exact.length === 0 || !overlapsAny(exact, name))
    .map((range) => ({...range, words: wordsOf(text, range.name)}))
}

/** A line break within a name is one of the layout. */
function wordsOf(text: string, {start, end}: Range): string {
  return normalizeText(text.slice(start, end).replace(/\s*\n\s*/g, ''))
}

type Named = Omit<LicenseName, 'words'>

function isName(text: string, {state, inner}: Mark): boolean {
  if (state === 'unclosed' || state === 'unopened' || state === 'empty') return false
  const name = text.slice(inner.start, inner.end).trim()
  return name !== '' && !law.test(name)
}

/** What is cited between the same marks and is no licence: laws, regulations, standards. */
const law =
  /(?:法|条例|指导意见|须知|规程|规则|名录|目录|资质要求|條例|办法|辦法|规定|規定|规范|規範|细则|細則|通知|公告|准则|指南|标准|標準)(?:[（(][^（()）]*[）)])?$/

/** Marks within marks belong to the outer name. */
function outermost(marks: readonly Mark[]): readonly Mark[] {
  let end = -1
  return marks.filter((mark) => {
    if (mark.start < end) return false
    end = mark.end
    return true
  })
}

/** A number or a page of a licence is not the licence. */
function isPartOfWord(text: string, {end}: Range): boolean {
  return /^(?:号|號|编号|編號|注册号|註冊號|证号|证书号|明|正本编)/.test(text.slice(end, end + 4))
}

/** Of names that overlap, the marked one, else the longer one. */
function disjoint(names: readonly Named[]): readonly Named[] {
  const sorted = [...names].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Named[] = []
  for (const name of sorted) {
    const last = kept.at(-1)
    if (!last || name.start >= last.end) kept.push(name)
    else if (length(name) > length(last) && !isMarked(last)) kept[kept.length - 1] = name
  }
  return kept
}

function length({start, end}: Range): number {
  return end - start
}

function isMarked({start, name}: Named): boolean {
  return name.start > start
}
