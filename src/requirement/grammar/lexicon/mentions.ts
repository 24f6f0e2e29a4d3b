import {anyOf, lengthAt} from './patterns.ts'

/** `须与《甲》一致`: the name is only compared with. */
const compared = new RegExp(`^${anyOf('一致 相符 相同 匹配 相对应 对应一')}`)

/** `由《甲》换发`: it was held before. */
const replaced = new RegExp(`^${anyOf('换发 换领 变更')}`)

/** What stands before a verb that tells who is meant: `未取得`, `无法提供`, `与具备…的`. */
const told = new RegExp(`${anyOf('[未已与同] 无法 不能 没有')}$`)

/** `也可由《甲》`, `可用《甲》`: it may take the place of what stands before. */
const instead = /也?可以?[由用]/y

/** Whether a name is only mentioned, by the words on both sides of it. */
export function isMentioned(before: string, after: string): boolean {
  if (/[与和同跟]$/.test(before)) return compared.test(after)
  return /[由以]$/.test(before) && replaced.test(after)
}

/** Whether the words before a verb make it tell who is meant. */
export function isTold(before: string): boolean {
  return told.test(before)
}

/** The words at a place that offer the name right after them instead; 0 where there are none. */
export function insteadAt(text: string, at: number): number {
  return lengthAt(instead, text, at)
}
