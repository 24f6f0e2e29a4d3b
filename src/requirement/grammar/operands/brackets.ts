import {holdsTerm} from '../terms/names.ts'
import {connectives} from '../tokens/kinds.ts'
import {firstWord} from '../tokens/stretch.ts'
import type {Token, TokenOf} from '../tokens/token.ts'

/** `《甲》（或《乙》）`: brackets after a name that name more are one operand with it. */
export function withBrackets(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(holdsTerm)) return tokens
  const wrapped: Token[] = []
  /** Where the operand begins, whether it names a licence, and what is in the group that was made of it. */
  let from = 0
  let hasName = false
  let made: Token[] | undefined
  for (const token of tokens) {
    if (isGroupOfTerms(token) && (hasName || (wrapped.length > from && beginsWithJoint(token)))) {
      made ??= wrapped.splice(from)
      for (const inner of token.inner) made.push(inner)
      wrapped[from] = {kind: 'group', start: made[0]?.start ?? token.start, end: token.end, inner: made}
      continue
    }
    wrapped.push(token)
    if (token.kind === 'license') hasName = true
    if (connectives.has(token.kind) || token.kind === 'verb') {
      hasName = false
      made = undefined
      from = wrapped.length
    }
  }
  return wrapped
}

function isGroupOfTerms(token: Token): token is TokenOf<'group'> {
  return token.kind === 'group' && holdsTerm(token)
}

/** `品牌授权链路（或《品牌授权书》）` */
function beginsWithJoint({inner}: TokenOf<'group'>): boolean {
  const kind = firstWord(inner)?.kind
  return kind === 'or' || kind === 'and'
}
