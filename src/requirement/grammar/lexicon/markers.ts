import {circledNumerals, hanNumerals, numberOf, romanNumerals} from './numerals.ts'
import {matchAt} from './patterns.ts'

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

const han = `[${hanNumerals}]`
const bullets = '-*•·●◆■○▪'

const styles: readonly Style[] = [
  style('(一)', `\\((${han}{1,3})\\)[、.]?`),
  style('(1)', '\\((\\d{1,2})\\)[、.]?'),
  style('(a)', '\\(([a-h])\\)[、.]?'),
  style('①', `([${circledNumerals}])(?!选)[、.]?`),
  style('一、', `(${han}{1,3})[、.](?!${han}?[类级])`),
  style('第一、', `第(${han})[、,](?!第?${han})`),
  style('Ⅰ', `([${romanNumerals}])[、.]?`),
  style('1、', '(\\d{1,2})(?:、|\\.(?!\\d)|\\))'),
  {...style('a、', '([a-h])(?:[、)]|\\.(?![a-z\\d]))'), atLineStart: true},
  {...style('-', `([${bullets}])(?=\\s|[^\\s\\w-])`), atLineStart: true},
]

function style(name: string, pattern: string): Style {
  return {name, pattern: new RegExp(pattern, 'y'), atLineStart: false}
}

/** What markers are written with. */
export const markerPatterns: readonly RegExp[] = styles.map(({pattern}) => pattern)

/** The characters with which a marker begins. */
export const markerStarts = `(${hanNumerals}0123456789abcdefgh${circledNumerals}第${romanNumerals}${bullets}`

/** The marker that could begin at a place of a folded text. Whether it counts, the others of its list say. */
export function markerAt(text: string, at: number, startsLine: boolean): Marker | undefined {
  for (const {name, pattern, atLineStart} of styles) {
    if (atLineStart && !startsLine) continue
    const match = matchAt(pattern, text, at)
    if (match) return {length: match[0].length, style: name, number: position(match[1] ?? '')}
  }
  return undefined
}

function position(label: string): number {
  return /^[a-h]$/.test(label) ? label.charCodeAt(0) - 96 : numberOf(label)
}
