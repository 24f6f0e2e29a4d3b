import {isLeading, operatorIn} from './labels.ts'
import {isConnective} from './operands.ts'
import {trim} from './syntax.ts'
import type {Token} from './tokens.ts'

/** Cuts at `；`, `。`, line feeds, and at commas before a new applicant. */
export function splitClauses(folded: string, tokens: readonly Token[]): readonly (readonly Token[])[] {
  const clauses: Token[][] = [[]]
  let mayComma = true
  let isConditional = false
  for (const [index, token] of tokens.entries()) {
    const isEnd = /^(?:semicolon|stop|feed)$/.test(token.kind)
    if (token.kind === 'applies') mayComma = false
    if (token.kind === 'if' && trim(clauses.at(-1) ?? []).length === 0) isConditional = true
    const isComma =
      token.kind === 'comma' &&
      mayComma &&
      !isConditional &&
      (isDenied(clauses.at(-1)) || beginsCase(tokens, index + 1))
    if (isEnd || isComma || (isConnective(token) && beginsLead(folded, tokens, index + 1))) {
      clauses.push(isEnd || token.kind === 'comma' ? [] : [token])
      mayComma = true
      isConditional = false
    } else clauses.at(-1)?.push(token)
    if (token.kind === 'comma') isConditional = false
  }
  return clauses
}

/** Whether an applicant with a verb or a colon of its own comes next, up to the next comma. */
export function beginsCase(tokens: readonly Token[], from: number): boolean {
  let hasSubject = false
  for (let index = from; index < tokens.length; index++) {
    const token = tokens[index]
    if (!token) return false
    if (token.kind === 'if' && !hasSubject) return true
    if (token.kind === 'colon' || token.kind === 'verb')
      return hasSubject && (token.kind !== 'verb' || token.isFull || tokens[index + 1]?.kind === 'license')
    if (/^(?:license|feed|semicolon|stop|comma|scope|contains|but|applies|enumeration)$/.test(token.kind))
      return false
    if ((token.kind === 'and' || token.kind === 'or') && !hasSubject) return false
    if (token.kind === 'text') hasSubject = true
  }
  return false
}

/** `无需提供《甲》，…`: what is not asked for ends with the comma. */
function isDenied(clause: readonly Token[] | undefined): boolean {
  const first = clause?.find(({kind}) => kind !== 'blank')
  return first?.kind === 'verb' && first.negative
}

/** Whether the rest of a clause is the head of a list: `《甲》，以及以下二选一：`. */
export function beginsLead(folded: string, tokens: readonly Token[], from: number): boolean {
  let isHead = false
  for (let index = from; index < tokens.length; index++) {
    const token = tokens[index]
    if (!token || /^(?:feed|stop|semicolon|colon)$/.test(token.kind)) break
    if (token.kind === 'list' || operatorIn([token]) !== null) isHead = true
    else if (token.kind === 'text' && !isLeading(folded.slice(token.start, token.end))) return false
    else if (!/^(?:verb|text|blank|and|or)$/.test(token.kind)) return false
  }
  return isHead
}
