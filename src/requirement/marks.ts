import {hasHan} from '../text/cjk.ts'
import type {Range} from '../text/range.ts'

/** A licence name between marks, or marks that went wrong. Ranges count in the plain text of the cell. */
export interface Mark extends Range {
  readonly state: MarkState
  /** What stands between the marks; empty where one of them is missing. */
  readonly inner: Range
}

type MarkState =
  /** `《…》` */
  | 'ok'
  /** `《》` */
  | 'empty'
  /** `《《…》》`: it holds marks of the same kind. */
  | 'nested'
  /** `《…` with no closing mark. */
  | 'unclosed'
  /** `…》` with no opening mark. */
  | 'unopened'
  /** `<<…>>`, `〈…〉`, `《…>` and their like. */
  | 'wrong'

interface Opening {
  readonly at: number
  readonly length: number
  readonly isRight: boolean
  /** The one that was open already. */
  readonly outer: Opening | undefined
  /** Whether right marks stand within it. */
  holdsMarks?: boolean
  /** The last wrong closing mark since, which counts only where no right one follows. */
  wrongClosing?: {readonly at: number; readonly length: number}
}

const anyMark = /<<|>>|＜＜|＞＞|〈〈|〉〉|[《》〈〉<>＜＞]/g

/** Finds the title marks 《 》 that licence names stand in, and the wrong ones in their stead. One pass. */
export function findMarks(text: string): readonly Mark[] {
  const marks: Mark[] = []
  const open: Opening[] = []
  for (const {0: token, index} of text.matchAll(anyMark)) {
    if ('《〈<＜'.includes(token.charAt(0))) openAt(text, index, token.length, open, marks)
    else closeAt(text, index, token.length, open, marks)
  }
  for (const opening of open) giveUp(text, opening, marks)
  return marks.sort((a, b) => a.start - b.start)
}

function openAt(text: string, at: number, length: number, open: Opening[], marks: Mark[]): void {
  const isRight = text[at] === '《'
  const above = open.at(-1)
  // 〈 〉 within 《 》 is how a title within a title is written.
  if (isRight && above && (!above.isRight || above.wrongClosing)) {
    open.pop()
    giveUp(text, above, marks)
  }
  open.push({at, length, isRight, outer: above?.isRight ? open.at(-1) : undefined})
}

function closeAt(text: string, at: number, length: number, open: Opening[], marks: Mark[]): void {
  const isRight = text[at] === '》'
  const opening = open.at(-1)
  if (!opening) {
    if (isRight) marks.push({state: 'unopened', start: at, end: at + 1, inner: {start: at, end: at}})
    return
  }
  if (!isRight && opening.isRight) {
    opening.wrongClosing ??= {at, length}
    return
  }
  if (isRight && !opening.isRight && open.at(-2)?.isRight) open.pop()
  const matched = open.pop()
  if (matched) closeWith(text, matched, {at, length}, isRight, marks)
}

function closeWith(
  text: string,
  opening: Opening,
  closing: {readonly at: number; readonly length: number},
  isRight: boolean,
  marks: Mark[],
): void {
  const end = closing.at + closing.length
  const inner = {start: opening.at + opening.length, end: closing.at}
  if (isRight && opening.isRight) {
    if (opening.outer) opening.outer.holdsMarks = true
    marks.push({
      ...withoutStrayMarks(text, inner),
      start: opening.at,
      end,
      ...(opening.holdsMarks ? nested : {}),
    })
    return
  }
  const isTitleInTitle = !opening.isRight && opening.outer !== undefined
  const name = text.slice(inner.start, inner.end).trim()
  if (isWrong(text.slice(opening.at, inner.start), name) && (isRight || !isTitleInTitle)) {
    marks.push({state: 'wrong', start: opening.at, end, inner})
  } else if (isRight) {
    marks.push({state: 'unopened', start: closing.at, end, inner: {start: closing.at, end: closing.at}})
  }
}

const nested = {state: 'nested'} as const

/** What stands between right marks; a second, wrong mark right inside one of them belongs to the marks. */
function withoutStrayMarks(text: string, {start, end}: Range): Pick<Mark, 'state' | 'inner'> {
  const from = /[<＜]/.test(text.charAt(start)) ? start + 1 : start
  const to =
    end > from && /[>＞〉]/.test(text.charAt(end - 1)) && !text.slice(from, end).includes('〈')
      ? end - 1
      : end
  if (from > start || to < end) return {state: 'wrong', inner: {start: from, end: to}}
  return {state: text.slice(start, end).trim() === '' ? 'empty' : 'ok', inner: {start, end}}
}

/** A single `<` may begin an inequality or a placeholder; the others are marks wherever Chinese follows. */
function isWrong(opening: string, name: string): boolean {
  if (opening === '<' || opening === '＜')
    return /(?:[证證照书書函]|许可|許可|备案|備案|批准|文件)$/.test(name)
  return hasHan(name)
}

/** An opening mark that no right one closes. */
function giveUp(text: string, opening: Opening, marks: Mark[]): void {
  if (!opening.isRight) return
  if (opening.wrongClosing) {
    closeWith(text, opening, opening.wrongClosing, false, marks)
    return
  }
  const end = opening.at + opening.length
  marks.push({state: 'unclosed', start: opening.at, end, inner: {start: end, end}})
}
