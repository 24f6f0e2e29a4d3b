import {joints} from '../tokens/kinds.ts'
import type {Token, TokenOf} from '../tokens/token.ts'

/** A word between parts of a text; null where there is none. */
export type Joint = 'or' | 'and' | null

/** Without the connectives at either end, which join it to its neighbours. */
export function withoutJoints(tokens: readonly Token[]) {
  let start = 0
  let end = tokens.length
  let before: Joint = null
  let after: Joint = null
  for (let token = tokens[start]; token && start < end && joints.has(token.kind); token = tokens[++start])
    before = jointOf(token) ?? before
  for (let token = tokens[end - 1]; token && end > start; token = tokens[--end - 1]) {
    if (!joints.has(token.kind) || tokens[end - 2]?.kind === 'colon') break
    after = jointOf(token) ?? (token.kind === 'enumeration' ? 'and' : after)
  }
  return {tokens: tokens.slice(start, end), before, after}
}

function jointOf({kind}: Token): Joint {
  return kind === 'or' || kind === 'and' ? kind : null
}

/** How a verb joins what it asks for to what stands before it. */
export function jointOfVerb({isAddition, isAlternative}: TokenOf<'verb'>): Joint {
  if (isAlternative) return 'or'
  return isAddition ? 'and' : null
}
