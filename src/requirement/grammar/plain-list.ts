import type {LicenseName} from '../license-names.ts'

/** Names that stand alone in a text, or joined by one connective throughout. */
export interface PlainList {
  readonly kind: 'all' | 'any'
  /** Normalised, each another. */
  readonly words: readonly string[]
}

const verb = /^(?:[请需须]?(?:上传|提供|提交))?$/

const connectives: ReadonlyMap<string, PlainList['kind']> = new Map([
  ['或', 'any'],
  ['或者', 'any'],
  ['、', 'all'],
  ['和', 'all'],
  ['及', 'all'],
])

/**
 * Reads the plainest texts, `请上传《甲》或《乙》。`, which most are, without the grammar. Undefined for all others, and
 * for those of which the grammar says more.
 */
export function plainList(text: string, names: readonly LicenseName[]): PlainList | undefined {
  const [first, second] = names
  const last = names.at(-1)
  if (!first || !last || !verb.test(text.slice(0, first.start))) return undefined
  if (text.length > last.end && (text.length > last.end + 1 || text[last.end] !== '。')) return undefined
  const connective = second ? text.slice(first.end, second.start) : '、'
  const kind = connectives.get(connective)
  const isEven = names.every(
    ({end}, index) => index === names.length - 1 || text.slice(end, names[index + 1]?.start) === connective,
  )
  const words = names.map((name) => name.words)
  return kind && isEven && new Set(words).size === words.length ? {kind, words} : undefined
}
