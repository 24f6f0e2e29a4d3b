import {named} from './names.ts'
import {all, type Operator, type Reading, rangeOf, type Subject, trim} from './syntax.ts'
import type {Token} from './tokens.ts'

/** What stands before a colon or a verb and tells what the rest of a clause is. */
export type Label =
  /** An applicant or kind of service. */
  | {readonly kind: 'case'; readonly when: Subject; readonly operator: Operator | null}
  /** Words that lead to what is asked for, perhaps with the operator of a list. */
  | {readonly kind: 'lead'; readonly operator: Operator | null}
  /** What follows is a remark; an example asks for nothing, whatever it names. */
  | {readonly kind: 'note'; readonly isExample: boolean}
  /** What follows is asked for only if someone likes or has it. */
  | {readonly kind: 'optional'}
  /** What follows is one of several ways (`方案一：`). */
  | {readonly kind: 'way'}

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
  if (words[0]?.kind === 'note' || words[0]?.kind === 'example')
    return {kind: 'note', isExample: words[0].kind === 'example'}
  const operator = operatorIn(words)
  const subject = subjectOf(words)
  reading.rest.push(rangeOf(tokens))
  const name = textIn(folded, subject)
  if (subject.length === 0 || isLeading(name)) return {kind: 'lead', operator}
  if (/^(?:可选|选传|选填|选备|非必[传填选备须需])(?:项|材料|资质)?$/.test(name)) return {kind: 'optional'}
  if (/^(?:方案|方式|选项|途径)[一二三四五\da-d]?$/.test(name)) return {kind: 'way'}
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
  /(?:需|须|应|附|满足|符合|属于|条件|附件|必[传备填选]|主资质|补充|辅助|附加|其他|\d|名称|类型|即可|提供|上传|提交|资质|资格|材料|文件|证件|证照|证书|资料|证明|要求|所|其中|包括|具体|相关|以下|的|之|类|中|其|准入|条件|服务|类目|任|内容|有|为|和|或|及|、|，|,|\s|\(|\)|required|documents?|qualifications?|materials?)+/g

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
  return token.inner.some(
    (inner) => /^(?:choice|each)$/.test(inner.kind) || (inner.kind === 'verb' && inner.together),
  )
}

/** The operator that words state for the list after them. */
export function operatorIn(tokens: readonly Token[]): Operator | null {
  for (const token of tokens) {
    if (token.kind === 'choice') return {kind: 'any', count: token.count, total: token.total}
    if (token.kind === 'each' || (token.kind === 'verb' && token.together)) return all
    if (isOperatorGroup(token) && token.kind === 'group') return operatorIn(token.inner)
  }
  return null
}
