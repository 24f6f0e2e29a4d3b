import {named} from './names.ts'
import {type Operator, type Reading, rangeOf, type Subject, trim} from './syntax.ts'
import type {Token} from './tokens.ts'

/** What stands before a colon or a verb and tells what the rest of a clause is. */
export type Label =
  /** An applicant or kind of service. */
  | {readonly kind: 'case'; readonly when: Subject; readonly operator: Operator | null}
  /** Words that lead to what is asked for, perhaps with the operator of a list. */
  | {readonly kind: 'lead'; readonly operator: Operator | null}
  /** What follows is a remark. */
  | {readonly kind: 'note'}

/** Where the colon of a label stands that the tokens begin with; -1 where they begin with none. */
export function labelEnd(tokens: readonly Token[]): number {
  for (const [index, {kind}] of tokens.entries()) {
    if (kind === 'colon') return index === 0 ? -1 : index
    if (/^(?:license|feed|semicolon|stop|scope|contains|applies|marker)$/.test(kind)) return -1
  }
  return -1
}

/** Reads the tokens before a colon. */
export function readLabel(reading: Reading, folded: string, tokens: readonly Token[]): Label {
  const words = trim(tokens)
  if (words[0]?.kind === 'note') return {kind: 'note'}
  const operator = operatorIn(words)
  const subject = subjectOf(words)
  reading.rest.push(rangeOf(tokens))
  if (subject.length === 0 || isLeading(textIn(folded, subject))) {
    return {kind: 'lead', operator}
  }
  return {kind: 'case', when: named(reading, subject), operator}
}

function textIn(text: string, tokens: readonly Token[]): string {
  const {start, end} = rangeOf(tokens)
  return text.slice(start, end)
}

/** Whether a folded text says no more than that something is asked for. */
export function isLeading(text: string): boolean {
  return text.replace(leading, '') === ''
}

const leading =
  /(?:需|须|提供|上传|提交|资质|资格|材料|文件|证件|证照|证书|资料|证明|要求|所|其中|包括|具体|相关|以下|的|之|类|中|其|准入|条件|服务|类目|任|内容|有|为|和|或|及|、|，|,|\s|\(|\)|required|documents?|qualifications?|materials?)+/g

/** The tokens that name the applicant: without verbs, words for a list and operators. */
function subjectOf(tokens: readonly Token[]): readonly Token[] {
  const from = tokens.findIndex(
    (token, index) =>
      !/^(?:if|blank|verb)$/.test(token.kind) ||
      (token.kind === 'verb' && isPartOfSubject(token, tokens[index + 1])),
  )
  if (from < 0) return []
  const rest = tokens.slice(from)
  const end = rest.findIndex(
    (token, index) =>
      (index > 0 && token.kind === 'verb') ||
      /^(?:list|choice|each)$/.test(token.kind) ||
      isOperatorGroup(token),
  )
  return trim(end < 0 ? rest : rest.slice(0, end))
}

/** `提供直播服务的商户` */
function isPartOfSubject(verb: Token & {readonly kind: 'verb'}, next: Token | undefined): boolean {
  return !verb.asks && !verb.adds && !verb.negative && next?.kind === 'text'
}

function isOperatorGroup(token: Token): boolean {
  if (token.kind !== 'group' || token.inner.some(({kind}) => kind === 'license')) return false
  return token.inner.some(({kind}) => kind === 'choice' || kind === 'each')
}

/** The operator that words state for the list after them. */
export function operatorIn(tokens: readonly Token[]): Operator | null {
  for (const token of tokens) {
    if (token.kind === 'choice') return {kind: 'any', count: token.count}
    if (token.kind === 'each' || (token.kind === 'verb' && token.together)) return {kind: 'all', count: 1}
    if (isOperatorGroup(token) && token.kind === 'group') return operatorIn(token.inner)
  }
  return null
}
