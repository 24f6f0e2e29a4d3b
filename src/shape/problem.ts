import type {Localized} from '../finding.ts'
import {escapeLine} from '../text/escape.ts'

/** Where something stands in plain data: keys, and indices of lists. */
export type DataPath = readonly (string | number)[]

/** What is wrong with plain data, and where. */
export interface Problem {
  readonly path: DataPath
  readonly message: Localized
  /** What stands there instead. */
  readonly found?: Localized
  /** A word that is not known, and those that it may stand for. */
  readonly unknown?: {readonly word: string; readonly known: readonly string[]}
}

/** A value that something else was expected in place of. */
export function unexpected(path: DataPath, value: unknown, words: Localized): Problem {
  return {...expected(path, words), found: shownValue(value)}
}

export function expected(path: DataPath, {en, zh}: Localized): Problem {
  return {path, message: {en: `expected ${en}`, zh: `应为${zh}`}}
}

export function missing(path: DataPath): Problem {
  return {path, message: {en: 'is missing', zh: '缺失'}}
}

/** A name that stands for nothing, where only these names do. */
export function unknownName(
  path: DataPath,
  word: string,
  known: readonly string[],
  what: Localized,
): Problem {
  return {path, message: what, unknown: {word, known}}
}

/** As in a program: `licenses[3].successor.from`. */
export function printPath(path: DataPath): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${shown(part)}`))
    .join('')
}

/** A problem as one line says it: where, what was expected, and what is there instead. */
export function printProblem({path, message, found}: Problem): Localized {
  const prefix = path.length === 0 ? '' : `${printPath(path)}: `
  return {
    en: `${prefix}${message.en}${found ? `, not ${found.en}` : ''}`,
    zh: `${prefix}${message.zh}${found ? `，而不是${found.zh}` : ''}`,
  }
}

/** The text as a message can show it. */
export function shown(text: string): string {
  return escapeLine(text.length > longestShown ? `${text.slice(0, longestShown)}…` : text)
}

const longestShown = 60

function shownValue(value: unknown): Localized {
  if (Array.isArray(value)) return {en: 'a list', zh: '一个列表'}
  if (value instanceof Date) return same(String(value.toJSON()))
  if (typeof value === 'object' && value !== null) return {en: 'an object', zh: '一个对象'}
  return same(shown(typeof value === 'string' ? JSON.stringify(value) : String(value)))
}

function same(text: string): Localized {
  return {en: text, zh: ` ${text}`}
}
