import {numberOf} from './choices.ts'

/** A mark that begins an item of a list. */
export interface Marker {
  readonly length: number
  /** How the list counts: `一、` and `1.` are lists within each other, not one list. */
  readonly style: string
  /** Its number; 0 where items are not counted. */
  readonly number: number
}

interface Style {
  readonly name: string
  readonly pattern: RegExp
  /** Whether it counts at the beginning of a line only. */
  readonly atLineStart: boolean
}

const styles: readonly Style[] = [
  {name: '(一)', pattern: /\(([一二三四五六七八九十]{1,3})\)[、.]?/y, atLineStart: false},
  {name: '(1)', pattern: /\((\d{1,2})\)[、.]?/y, atLineStart: false},
  {name: '(a)', pattern: /\(([a-h])\)[、.]?/y, atLineStart: false},
  {name: '①', pattern: /([①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳])(?!选)[、.]?/y, atLineStart: false},
  {
    name: '一、',
    pattern: /([一二三四五六七八九十]{1,3})[、.](?![一二三四五六七八九十]?[类级])/y,
    atLineStart: false,
  },
  {
    name: '第一、',
    pattern: /第([一二三四五六七八九十])[、,](?!第?[一二三四五六七八九十])/y,
    atLineStart: false,
  },
  {name: 'Ⅰ', pattern: /([ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])[、.]?/y, atLineStart: false},
  {name: '1、', pattern: /(\d{1,2})(?:、|\.(?!\d)|\))/y, atLineStart: false},
  {name: 'a、', pattern: /([a-h])(?:[、)]|\.(?![a-z\d]))/y, atLineStart: true},
  {name: '-', pattern: /([-*•·●◆■○▪])(?=\s|[^\s\w-])/y, atLineStart: true},
]

/** The marker that could begin at a place of a folded text. Whether it counts, the others of its list say. */
export function markerAt(text: string, at: number, startsLine: boolean): Marker | undefined {
  for (const {name, pattern, atLineStart} of styles) {
    if (atLineStart && !startsLine) continue
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) return {length: match[0].length, style: name, number: position(match[1] ?? '')}
  }
  return undefined
}

function position(label: string): number {
  if (/^[a-h]$/.test(label)) return label.charCodeAt(0) - 96
  const roman = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ'.indexOf(label)
  if (roman >= 0) return roman + 1
  const ring = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'.indexOf(label)
  if (ring >= 0) return ring + 1
  return /^[-*•·●◆■○▪]$/.test(label) ? 0 : numberOf(label)
}

/** A marker that was found, and whether a line begins with it. */
export interface MarkerCandidate {
  readonly style: string
  readonly number: number
  readonly startsLine: boolean
}

/**
 * Which candidates count: those that go on counting (1, 2, 3). Within a line a single one is a number
 * (`第1、2类`), at its beginning it may be a list of one.
 */
export function countingMarkers(candidates: readonly MarkerCandidate[]): readonly boolean[] {
  const seen = new Map<string, number>()
  const goesOn = nextIsThere(candidates)
  return candidates.map(({style, number, startsLine}, index) => {
    const last = seen.get(style)
    const counts =
      startsLine || number === 0 ? startsLine : number === 1 ? goesOn[index] === true : last === number - 1
    if (counts) seen.set(style, number)
    return counts
  })
}

/** For each candidate, whether one of its style follows with the next number. */
function nextIsThere(candidates: readonly MarkerCandidate[]): readonly boolean[] {
  const following = new Map<string, number>()
  const goesOn: boolean[] = []
  for (let index = candidates.length - 1; index >= 0; index--) {
    const candidate = candidates[index]
    if (!candidate) continue
    goesOn[index] = following.get(candidate.style) === candidate.number + 1
    following.set(candidate.style, candidate.number)
  }
  return goesOn
}

/** The characters with which a marker begins. */
export const markerStarts = '(一二三四五六七八九十0123456789abcdefgh①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳第ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ-*•·●◆■○▪'
