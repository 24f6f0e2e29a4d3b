import {all, type Operator, type Reading} from '../syntax.ts'
import {besideOperator, operators} from '../tokens/kinds.ts'
import {trim} from '../tokens/stretch.ts'
import type {Token, TokenOf} from '../tokens/token.ts'

/** The operator that words state for the list after them: `以下资质二选一`, `同时提供`. */
export function operatorIn(tokens: readonly Token[]): Operator | null {
  for (const token of tokens) {
    if (token.kind === 'choice') return {kind: 'any', count: token.count, total: token.total}
    if (token.kind === 'each' || (token.kind === 'verb' && token.asksForAll)) return all
    if (isOperatorGroup(token)) return operatorIn(token.inner)
  }
  return null
}

/** Brackets that say how many are asked for and name no licence. */
export function isOperatorGroup(token: Token): token is TokenOf<'group'> {
  if (token.kind !== 'group' || token.inner.some(({kind}) => kind === 'license')) return false
  return token.inner.some((inner) => operators.has(inner.kind) || (inner.kind === 'verb' && inner.asksForAll))
}

/** Takes out `二选一`, `均需提供` and their like, which hold for the whole clause. */
export function takeOperator(reading: Reading, tokens: readonly Token[]) {
  const rest: Token[] = []
  let operator: Operator | null = null
  const last = tokens.at(-1)
  for (const token of tokens) {
    // `甲、乙均需提供`
    const found = operatorOf(token) ?? (token === last ? operatorIn([token]) : null)
    operator ??= found
    if (found) reading.rest.push(token)
    else rest.push(token)
  }
  return {rest, operator}
}

/** The operator that a token by itself states, for what stands on both sides of it. */
function operatorOf(token: Token): Operator | null {
  if (operators.has(token.kind)) return operatorIn([token])
  if (token.kind !== 'group') return null
  const inner = trim(token.inner)
  const found = inner.map(operatorOf)
  const saysNoMore = inner.every(({kind}, index) => found[index] !== null || besideOperator.has(kind))
  return saysNoMore ? (found.find((operator) => operator !== null) ?? null) : null
}
